// What an assertion, claim, quotation, utterance or source says of itself, in a reader's words instead of stored names.
import type { NodeView } from '../../server/schema/view.ts';
import { ownTypeOf, textOf } from '../graph/model.ts';
import { formatDate, formatNumber, formatRange, sentenceCase } from './format.ts';
import {
  channelWords,
  modalityWords,
  modeWords,
  reviewWords,
  type StanceName,
  sourceKindWords,
  stances,
} from './words.ts';

/** A line: its label and its value, which is plain text, words of the article, or an article to link to. */
export type RecordRow = readonly [label: string, value: string | { words: string } | { article: string }];

const quantities: Readonly<Record<string, string>> = {
  atLeast: 'at least',
  exactly: 'exactly',
  majority: 'a majority',
  all: 'all',
  none: 'none',
};
const claimKinds: Readonly<Record<string, string>> = {
  stance: 'A position on a plan',
  count: 'How many hold a position',
  statement: 'A statement',
};
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

function languageOf(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  try {
    return languages.of(tag);
  } catch {
    return tag;
  }
}

const numberOf = (node: NodeView, name: string): number | undefined => {
  const value = node.properties[name];
  return typeof value === 'number' ? value : undefined;
};

/** "Characters 85–209", or undefined where it has no place in a text. */
function place(node: NodeView): string | undefined {
  const start = numberOf(node, 'start');
  const end = numberOf(node, 'end');
  return start === undefined || end === undefined
    ? undefined
    : `Characters ${formatNumber(start)}–${formatNumber(end)}`;
}

function howMany(node: NodeView): string | undefined {
  const words = quantities[textOf(node, 'quantifier') ?? ''];
  const value = numberOf(node, 'number');
  const of = numberOf(node, 'of');
  const parts = [
    words,
    value === undefined ? '' : formatNumber(value),
    of === undefined ? '' : `of ${formatNumber(of)}`,
  ];
  return sentenceCase(parts.filter(Boolean).join(' ')) || undefined;
}

const words = (text: string | undefined) => (text === undefined ? undefined : { words: text });
const date = (text: string | undefined) => (text === undefined ? undefined : formatDate(text));

type Lines = readonly (readonly [string, RecordRow[1] | undefined])[];

const lines: Readonly<Record<string, (node: NodeView) => Lines>> = {
  Assertion: (node) => [
    ['What it does', `${modeWords(textOf(node, 'mode')) ?? 'Puts forward'} the claim`],
    ['Position', modalityWords(textOf(node, 'modality'))],
    ['Condition', textOf(node, 'condition')],
    ['Worded', words(textOf(node, 'wording'))],
    ['Hedged', words(textOf(node, 'hedge'))],
    ['Said', channelWords(textOf(node, 'channel'))],
    ['Holds', formatRange(textOf(node, 'from') ?? null, textOf(node, 'to') ?? null) ?? undefined],
    ['Place in the article', place(node)],
    ['Known', node.properties.reconstructed === true ? 'Only through other articles' : undefined],
    ['Inferred', textOf(node, 'inferred')],
    ['Other reading', textOf(node, 'alternativeReading')],
    ['Review', reviewWords(textOf(node, 'review'))],
  ],
  Claim: (node) => [
    ['What it is about', claimKinds[textOf(node, 'kind') ?? '']],
    ['Position', stances.find((stance: StanceName) => stance === textOf(node, 'stance'))],
    ['How many', howMany(node)],
    ['Whose position', textOf(node, 'scope') === 'members' ? 'That of members, not of the whole' : undefined],
  ],
  Quote: (node) => [
    ['Language', languageOf(textOf(node, 'lang'))],
    ['Place in the article', place(node)],
  ],
  Utterance: (node) => [
    ['Said on', date(textOf(node, 'saidOn'))],
    ['Occasion', textOf(node, 'occasion')],
  ],
  Source: (node) => {
    const kind = textOf(node, 'kind');
    const article = textOf(node, 'spokeTo');
    const people = numberOf(node, 'minCount');
    return [
      ['Kind', kind === undefined ? undefined : sourceKindWords(kind)],
      ['People', people === undefined ? undefined : `At least ${formatNumber(people)}`],
      [kind === 'document' ? 'Seen by' : 'Spoke to', article === undefined ? undefined : { article }],
    ];
  },
};

/** The lines of such a node; undefined for any other type, which shows its properties. What says nothing is left out. */
export function recordRows(node: NodeView): RecordRow[] | undefined {
  const of = lines[ownTypeOf(node) ?? ''];
  return of?.(node).flatMap(([label, value]): RecordRow[] => {
    if (value === undefined || value === '') return [];
    return [[label, typeof value === 'string' ? sentenceCase(value) : value]];
  });
}

/** Whether the node's name is somebody's words rather than ours: a quotation, or what the article says at its place. */
export const isWords = (node: NodeView): boolean =>
  ownTypeOf(node) === 'Quote' || (ownTypeOf(node) === 'Assertion' && textOf(node, 'quote') !== undefined);

/** The node's name, or what it is where the data give it none but its key. */
export function readableName(node: NodeView): string {
  if (node.name !== node.key) return node.name;
  const type = ownTypeOf(node);
  if (type === 'Source') return sentenceCase(sourceKindWords(textOf(node, 'kind') ?? 'source'));
  if (type === 'Utterance') return 'Utterance, day and occasion not known';
  return type === 'Article' ? 'Report of an outlet that is not named' : node.name;
}
