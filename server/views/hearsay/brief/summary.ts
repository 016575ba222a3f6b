// The opening of a brief: who holds what, on how much, in a few sentences; and the filter it was made under.
import { contesting } from '../../../schema/ledger.ts';
import type { Stance } from '../../../schema/stance.ts';
import { distinct } from '../../order.ts';
import { articlesOf, type BriefData, carries } from './data.ts';
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

const holders = (data: BriefData, stance: Stance): string[] =>
  distinct(data.positions.filter(({ row }) => row.stance === stance).map(({ row }) => row.holder.key));

function positionsWords(data: BriefData): string {
  if (data.holder !== null && data.plan !== null) {
    const does = distinct(data.positions.map(({ row }) => row.stance)).map((stance) => stanceVerb(stance as Stance));
    return does.length === 0
      ? `No report at hand gives ${data.holder.name} a position on ${data.plan.name}.`
      : `On ${data.plan.name}, reports say that ${data.holder.name} ${listWords(does)}.`;
  }
  if (data.holder !== null) {
    const plans = new Set(data.positions.map(({ row }) => row.plan.key)).size;
    return `Reports give ${data.holder.name} a position on ${countWords(plans, 'plan')}.`;
  }
  const phrases = stanceOrder.flatMap((stance) => {
    const many = holders(data, stance).length;
    return many === 0 ? [] : [`${countWords(many, 'actor')} ${stanceVerb(stance, many !== 1)}`];
  });
  return phrases.length === 0 ? 'No report at hand gives anybody a position.' : `${capital(phrases.join('; '))}.`;
}

/** In how many articles, and how much of it rests on one origin. */
function basisWords(data: BriefData): string {
  const standing = data.positions.filter(({ row }) => row.originsMax > 0);
  const read = articlesOf(standing.flatMap(({ evidence }) => evidence.assertions.filter(carries)));
  const outlets = new Set(read.flatMap(({ outlet }) => outlet?.key ?? [])).size;
  const alone = standing.filter(({ row }) => row.originsMax === 1).length;
  if (standing.length === 0) return '';
  const positions = countWords(standing.length, 'position');
  const rests =
    alone === 0
      ? `none of the ${positions} rests on one origin alone`
      : alone === standing.length
        ? standing.length === 1
          ? 'the position rests on one origin alone'
          : `each of the ${positions} rests on one origin alone`
        : `${inWords(alone)} of the ${positions} ${alone === 1 ? 'rests' : 'rest'} on one origin alone`;
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
    paragraph(`${positionsWords(data)}${basisWords(data)}${disputeWords(data)}`, ...denied),
  ];
}
