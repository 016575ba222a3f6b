// The opening of a brief: who holds what, on how much, in a few sentences; and the filter it was made under.
import { contesting } from '../../../schema/ledger.ts';
import type { Stance } from '../../../schema/stance.ts';
import { distinct } from '../../order.ts';
import { articlesOf, type BriefData, carries, type Position } from './data.ts';
import { type Block, heading, type Inline, type Notes, paragraph } from './model.ts';
import { capital, countWords, dateWords, inWords, listWords, stanceOrder, stanceVerb } from './words.ts';

/** Day and filter, as the lines below the title. */
export function under({ day, filter }: BriefData): Inline[][] {
  const names = filter.without.map(({ name }) => name);
  const parts = [
    filter.asOf === null
      ? 'everything at hand, whatever its date'
      : `what was published by ${dateWords(filter.asOf)}, and what is undated`,
    filter.case === null ? '' : `the articles of the case “${filter.case.name}”`,
    names.length === 0 ? '' : `left out: ${listWords(names)}`,
    filter.grade === null ? '' : `graded at least ${filter.grade}, or not graded`,
  ].filter((part) => part !== '');
  return [[`Made on ${dateWords(day)}.`], [`What counts: ${parts.join('; ')}.`]];
}

/** The positions whose support is not withdrawn: only these does anybody hold. */
const standingIn = ({ positions }: BriefData): Position[] => positions.filter(({ row }) => row.originsMax > 0);

function positionsWords(data: BriefData): string {
  const standing = standingIn(data);
  const still = data.positions.length > 0 ? 'still ' : '';
  if (data.holder !== null && data.plan !== null) {
    const does = distinct(standing.map(({ row }) => row.stance)).map((stance) => stanceVerb(stance as Stance));
    return does.length === 0
      ? `No report at hand ${still}gives ${data.holder.name} a position on ${data.plan.name}.`
      : `On ${data.plan.name}, reports say that ${data.holder.name} ${listWords(does)}.`;
  }
  if (data.holder !== null) {
    const plans = new Set(standing.map(({ row }) => row.plan.key)).size;
    if (plans === 0) return `No report at hand ${still}gives ${data.holder.name} a position.`;
    return `Reports give ${data.holder.name} a position on ${countWords(plans, 'plan')}.`;
  }
  const phrases = stanceOrder.flatMap((stance) => {
    const many = new Set(standing.filter(({ row }) => row.stance === stance).map(({ row }) => row.holder.key)).size;
    return many === 0 ? [] : [`${countWords(many, 'actor')} ${stanceVerb(stance, many !== 1)}`];
  });
  return phrases.length === 0
    ? `No report at hand ${still}gives anybody a position.`
    : `${capital(phrases.join('; '))}.`;
}

function withdrawnWords(data: BriefData): string {
  const many = data.positions.length - standingIn(data).length;
  if (many === 0) return '';
  return ` ${capital(countWords(many, 'position'))} ${many === 1 ? 'has had its' : 'have had their'} support withdrawn.`;
}

/** "none of the three positions rests on one origin alone". */
function aloneAmong(alone: number, all: number): string {
  const rest = 'on one origin alone';
  if (all === 1) return alone === 1 ? `the position rests ${rest}` : `the position does not rest ${rest}`;
  if (alone === 0) return `${all === 2 ? 'neither' : 'none'} of the ${countWords(all, 'position')} rests ${rest}`;
  if (alone === all) return `each of the ${countWords(all, 'position')} rests ${rest}`;
  return `${inWords(alone)} of the ${countWords(all, 'position')} ${alone === 1 ? 'rests' : 'rest'} ${rest}`;
}

/** In how many articles, and how much of it rests on one origin. */
function basisWords(data: BriefData): string {
  const standing = standingIn(data);
  const read = articlesOf(standing.flatMap(({ evidence }) => evidence.assertions.filter(carries)));
  const outlets = new Set(read.flatMap(({ outlet }) => outlet?.key ?? [])).size;
  const alone = standing.filter(({ row }) => row.originsMax === 1).length;
  if (standing.length === 0) return '';
  const rests = aloneAmong(alone, standing.length);
  return ` This is read in ${countWords(read.length, 'article')} of ${countWords(outlets, 'named outlet')}; ${rests}.`;
}

function disputeWords(data: BriefData): string {
  const open = data.contradictions.filter(({ type }) => (contesting as readonly string[]).includes(type));
  const settled = open.filter(({ disposition }) => disposition.state === 'settled').length;
  if (open.length === 0) return ' No report contradicts another on it.';
  const more = settled === 0 ? '' : `, ${inWords(settled)} of them settled`;
  return ` The reports contradict each other in ${countWords(open.length, 'place')}${more}.`;
}

export function summary(data: BriefData, notes: Notes): Block[] {
  const denials = data.contradictions.filter(({ type }) => type === 'denial');
  const deniers = distinct(
    denials.flatMap(({ a, b }) =>
      [a, b]
        .filter(({ mode }) => mode === 'denies')
        .flatMap(({ sayers }) => sayers.flatMap(({ onWordOf }) => onWordOf ?? [])),
    ),
  );
  const denied: Inline[] =
    deniers.length === 0
      ? []
      : [
          ` ${listWords(deniers)} ${deniers.length === 1 ? 'denies' : 'deny'} some of it.`,
          ...notes.cite(
            denials.flatMap(({ a, b }) =>
              [a, b].filter(({ mode }) => mode === 'denies').flatMap(({ assertions }) => assertions),
            ),
          ),
        ];
  return [
    heading(2, 'In short'),
    paragraph(`${positionsWords(data)}${basisWords(data)}${withdrawnWords(data)}${disputeWords(data)}`, ...denied),
  ];
}
