// The interface's words for what the graph calls labels, relation types and classifications.
import { sentenceCase } from './format.ts';

/** The four positions on a plan, in the order every list, legend and sector shows them. */
export const stances = ['opposes', 'supports', 'noncommittal', 'defers'] as const;
export type StanceName = (typeof stances)[number];

export const stanceOfType: Readonly<Record<string, StanceName>> = {
  OPPOSES: 'opposes',
  SUPPORTS: 'supports',
  NONCOMMITTAL_ON: 'noncommittal',
  DEFERS_ON: 'defers',
};

/** What each stance means, in a sentence for tooltips and the legend. */
export const stanceMeaning: Readonly<Record<StanceName, string>> = {
  opposes: 'resists, objects to or blocks the plan',
  supports: 'backs the plan',
  noncommittal: 'is reluctant, hesitant or not ready',
  defers: 'hides behind others',
};

interface RelationWords {
  /** Read from the start of the relation: "Kyiv Post cites Politico". */
  out: string;
  /** Read from its end: "Politico is cited by Kyiv Post". */
  in: string;
  /** As `out`, of several: "Key NATO members oppose the invitation". */
  many?: string;
}

const relations: Readonly<Record<string, RelationWords>> = {
  OPPOSES: { out: 'opposes', in: 'opposed by', many: 'oppose' },
  SUPPORTS: { out: 'supports', in: 'supported by', many: 'support' },
  NONCOMMITTAL_ON: { out: 'is noncommittal on', in: 'noncommittal on it', many: 'are noncommittal on' },
  DEFERS_ON: { out: 'defers on', in: 'deferring on it', many: 'defer on' },
  CITES: { out: 'cites', in: 'cited by' },
  QUOTES: { out: 'quotes', in: 'quoted by' },
  REPORTS: { out: 'reports', in: 'reported by' },
  HOLDS_OFFICE: { out: 'holds office in', in: 'has in office' },
  MEMBER_OF: { out: 'member of', in: 'has as member' },
  PART_OF: { out: 'part of', in: 'has as part' },
  STEP_TOWARD: { out: 'step toward', in: 'has as step' },
  PROPOSED_BY: { out: 'proposed by', in: 'proposed' },
  TOOK_PART_IN: { out: 'took part in', in: 'participants' },
  CONCERNS: { out: 'concerns', in: 'events about it' },
  PUBLISHED: { out: 'published', in: 'published by' },
  CONTAINS: { out: 'contains', in: 'contained in' },
  MENTIONS: { out: 'mentions', in: 'mentioned in' },
  ABOUT: { out: 'is about', in: 'made by assertion' },
  ATTRIBUTED_TO: { out: 'attributed to', in: 'is the source of' },
  RELAYS: { out: 'relays', in: 'relayed by' },
  KNOWN_FROM: { out: 'known from', in: 'makes known' },
  ON_BEHALF_OF: { out: 'on behalf of', in: 'spoken for in' },
  HAS_QUOTE: { out: 'has quotation', in: 'quotation in' },
  DISPUTES: { out: 'disputes', in: 'disputed by' },
  RENDERS: { out: 'renders', in: 'rendered by' },
  TRANSLATION_OF: { out: 'translation of', in: 'translated as' },
  SPOKEN_BY: { out: 'spoken by', in: 'said' },
  IDENTIFIED_AS: { out: 'identified as', in: 'named as the source' },
  HOLDER: { out: 'is the position of', in: 'holds the position' },
  TARGET: { out: 'is on', in: 'is the subject of' },
  SHIELDED_BY: { out: 'hides behind', in: 'shields' },
  INCLUDES: { out: 'sums up', in: 'summed up in' },
  REVISION_OF: { out: 'revision of', in: 'revised as' },
};

/** A relation in words, read from one of its ends; types of somebody else's database in lower case. */
export function relationWords(type: string, direction: 'in' | 'out' = 'out'): string {
  return (
    relations[type]?.[direction] ??
    `${type.toLowerCase().replaceAll('_', ' ')}${direction === 'in' ? ' (incoming)' : ''}`
  );
}

/** Whether the node with the key is several by its kind: a group, such as "key NATO members" or "Belgium and Spain". */
export const isSeveral = (key: string): boolean => key.startsWith('group:');

/** The relation after the name of the node at its start: "opposes", of a group "oppose". */
export const doesWords = (type: string, source: string): string =>
  (isSeveral(source) ? relations[type]?.many : undefined) ?? relationWords(type);

/** The stance as the start of a line: "Opposes". */
export const stanceTitle = (stance: StanceName): string => sentenceCase(stance);

const channels: Readonly<Record<string, string>> = { public: 'said in public', private: 'said in private' };
const modalities: Readonly<Record<string, string>> = {
  expected: 'expected, not held now',
  inAbstract: 'in the abstract only',
  hypothetical: 'hypothetical',
};
const modes: Readonly<Record<string, string>> = { denies: 'Denies', questions: 'Questions' };
/** What an assertion does to its claim where it does not put it forward; stands before the claim's text. */
export const modeWords = (mode: unknown): string | undefined => modes[String(mode)];

/** How a position is held where it is not held now; undefined for the plain case. */
export const modalityWords = (modality: unknown): string | undefined => modalities[String(modality)];
/** "said in public"; undefined where that is not known. */
export const channelWords = (channel: unknown): string | undefined => channels[String(channel)];

/** How a stance is spoken of that is not held now, in a word or two: "denied", "expected". */
export function howSaid({ mode, modality }: { mode: string; modality: string }): string {
  if (mode !== 'asserts') return mode === 'denies' ? 'denied' : 'questioned';
  return { expected: 'expected', inAbstract: 'in the abstract', hypothetical: 'hypothetical' }[modality] ?? 'said';
}
/** "opposes: denied". */
export const saidWords = (said: { stance: string; mode: string; modality: string }): string =>
  `${said.stance}: ${howSaid(said)}`;

const reviews: Readonly<Record<string, string>> = { proposed: 'not yet reviewed', rejected: 'rejected on review' };
/** What a reader must know of the review; an accepted assertion needs no word. */
export const reviewWords = (review: unknown): string | undefined => reviews[String(review)];

/** The qualifications of an assertion that a reader must see; the plain case (held now) says nothing. */
export function qualifications(of: { modality: string; channel: string; review: string }): string[] {
  const words = [modalityWords(of.modality), channelWords(of.channel), reviewWords(of.review)];
  return words.filter((word) => word !== undefined);
}

const sourceKinds: Readonly<Record<string, string>> = {
  named: 'named source',
  document: 'document',
  ownReporting: 'own reporting',
  anonymous: 'anonymous source',
  unresolved: 'unknown source',
};
/** A source's kind in words. */
export const sourceKindWords = (kind: string): string => sourceKinds[kind] ?? kind;

const propertyNames: Readonly<Record<string, string>> = {
  iso2: 'Country code',
  proposedOn: 'Proposed on',
  url: 'Address',
  archivedUrl: 'Archived at',
  lang: 'Language',
  dateBasis: 'Date basis',
  dateNote: 'How the date is known',
  fetchedAt: 'Fetched',
  textHash: 'Text hash',
  on: 'Date',
  publishedFrom: 'Published from',
  publishedTo: 'Published to',
  minCount: 'People, at least',
  spokeTo: 'Spoke to',
};
/** A property's name as a label: "proposedOn" becomes "Proposed on". */
export function propertyLabel(name: string): string {
  return (
    propertyNames[name] ??
    sentenceCase(
      name.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`).replaceAll('_', ' '),
    )
  );
}
