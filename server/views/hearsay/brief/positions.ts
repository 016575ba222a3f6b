// The positions in a brief: who holds which, on how many origins, and which of them rest on one alone.
import type { Stance } from '../../../schema/stance.ts';
import type { AssertionView } from '../../../schema/view.ts';
import { groupBy, sortedBy } from '../../order.ts';
import { assertionsIn, type BriefData, carries, onePerArticle, type Position } from './data.ts';
import { type Block, heading, type Inline, list, type Notes, paragraph } from './model.ts';
import { aloneWords, originWords } from './sources.ts';
import { withdrawnBecause } from './withdrawn.ts';
import {
  articlesWords,
  dateWords,
  listWords,
  originsWords,
  range,
  stanceHeading,
  stanceOrder,
  stanceVerb,
} from './words.ts';

/** What was read for a position that nothing supports any more: its words are still there, though they do not count. */
const withdrawn = ({ review, mode, modality, reconstructed }: AssertionView): boolean =>
  review === 'accepted' && mode === 'asserts' && modality === 'now' && !reconstructed;

const citing = (position: Position, notes: Notes): Inline[] =>
  notes.cite(
    position.evidence.assertions.filter(position.row.originsMax === 0 ? withdrawn : carries).map(({ key }) => key),
  );

/** Whose position it is, or, in a brief on one actor, on what. */
const subject = (data: BriefData, { row }: Position): string => (data.plan === null ? row.plan.name : row.holder.name);

function statement(data: BriefData, position: Position, notes: Notes): Inline[] {
  const { row, evidence } = position;
  if (row.originsMax === 0) {
    const why = withdrawnBecause(evidence);
    return [
      { strong: subject(data, position) },
      `: its support has been withdrawn${why === '' ? '' : `: ${why}`}.`,
      ...citing(position, notes),
    ];
  }
  const origins = originWords(evidence);
  const dates =
    row.first === null
      ? ''
      : row.first === row.last
        ? `, ${dateWords(row.first)}`
        : `, ${dateWords(row.first)} to ${dateWords(row.last ?? row.first)}`;
  return [
    { strong: subject(data, position) },
    `: ${articlesWords(row)}${dates}, resting on ${originsWords(row.originsMin, row.originsMax)}`,
    origins.length === 0 ? '.' : `: ${origins.join('; ')}.`,
    row.contested ? ' Contested.' : '',
    ...citing(position, notes),
  ].filter((piece) => piece !== '');
}

const byStance = (positions: readonly Position[]): Map<Stance, Position[]> => {
  const groups = groupBy(positions, ({ row }) => row.stance) as Map<Stance, Position[]>;
  return new Map(stanceOrder.flatMap((stance) => (groups.has(stance) ? [[stance, groups.get(stance) ?? []]] : [])));
};

/** One list a stance, each entry a sentence with its notes. */
export function positions(data: BriefData, notes: Notes): Block[] {
  if (data.positions.length === 0) {
    return [heading(2, 'Positions'), paragraph('No report at hand gives anybody a position.')];
  }
  const groups = [...byStance(data.positions)].flatMap(([stance, members]): Block[] => [
    heading(3, stanceHeading[stance]),
    ...list(members.map((position) => statement(data, position, notes))),
  ]);
  return [heading(2, 'Positions'), ...groups];
}

/** The same in figures. */
export function table(data: BriefData): Block[] {
  if (data.positions.length === 0) return [];
  const rows = [...byStance(data.positions)].flatMap(([stance, members]) =>
    members.map((position): Inline[][] => {
      const { row } = position;
      const figures = [row.sources, row.articles, row.outlets + row.unnamedOutlets, row.originsByOwner].map(String);
      return [
        [subject(data, position)],
        [stanceVerb(stance)],
        [range(row)],
        ...figures.map((figure) => [figure]),
        [row.contested ? 'yes' : 'no'],
      ];
    }),
  );
  return [
    heading(2, 'Counts'),
    {
      kind: 'table',
      caption: 'Independent origins, least to most, and what they were counted from',
      head: [
        data.plan === null ? 'On' : 'Holder',
        'Position',
        'Origins',
        'Sources',
        'Articles',
        'Outlets',
        'Origins by owner',
        'Contested',
      ],
      numeric: [2, 3, 4, 5, 6],
      rows,
    },
  ];
}

/** "Belgium, Slovenia and Spain oppose it". */
function holding(data: BriefData, stance: Stance, members: readonly Position[]): string {
  const [first] = members;
  const many = members.length > 1 || (data.plan !== null && first?.row.holder.labels[0] === 'Group');
  if (data.plan === null)
    return `${stanceVerb(stance).replace(/ it$/, '')}, on ${listWords(members.map((one) => subject(data, one)))}`;
  return `${listWords(members.map((one) => subject(data, one)))} ${stanceVerb(stance, many)}`;
}

/** What rests on one origin, by that origin: "On the word of four unnamed officials, through Politico alone". */
export function single(data: BriefData, notes: Notes): Block[] {
  const alone = data.positions.filter(({ row }) => row.originsMax === 1);
  if (alone.length === 0) return [];
  const groups = groupBy(alone, ({ evidence }) => aloneWords(evidence));
  const known = assertionsIn(data);
  const items = sortedBy([...groups], ([words]) => [words]).map(([words, members]): Inline[] => [
    `${words}: ${listWords([...byStance(members)].map(([stance, those]) => holding(data, stance, those)))}.`,
    ...notes.cite(
      onePerArticle(
        members.flatMap(({ evidence }) => evidence.assertions.filter(carries).map(({ key }) => key)),
        known,
      ),
    ),
  ]);
  const words = 'However many articles repeat it, each of these stands or falls with one origin.';
  return [heading(2, 'What rests on one origin'), paragraph(words), ...list(items)];
}
