// Proposals of a draft in words: what each says in a line, and what a claim rests on.
import type { Proposal, ProposalOf } from '../../server/schema/draft.ts';
import type { DraftView, ReviewedProposal } from '../../server/schema/drafts.ts';
import { count, formatDate, formatRange, listNames } from './format.ts';
import { modalityWords, modeWords, sourceKindWords } from './words.ts';

export const kindWords: Readonly<Record<Proposal['kind'], string>> = {
  claim: 'claim',
  quote: 'quote',
  source: 'source',
  article: 'relayed article',
  entity: 'new entity',
  mention: 'mention',
  date: 'date',
};
export const stateWords = { open: 'open', accepted: 'accepted', rejected: 'rejected' } as const;

/** A name for each key that the draft knows, and the key itself for others. */
export function draftNames({
  entities,
  proposals,
}: Pick<DraftView, 'entities' | 'proposals'>): (key: string) => string {
  const names = new Map<string, string>();
  for (const { proposal } of proposals) {
    if (proposal.kind === 'mention') for (const { key, name } of proposal.candidates) names.set(key, name);
  }
  for (const { key, name } of entities) names.set(key, name);
  for (const { proposal } of proposals) if (proposal.kind === 'entity') names.set(proposal.entity, proposal.name);
  return (key) => names.get(key) ?? key;
}

type NameOf = (key: string) => string;
type Lookup = ReadonlyMap<string, ReviewedProposal>;

const numbers: Readonly<Record<string, string>> = {
  atLeast: 'at least',
  exactly: 'exactly',
  majority: 'a majority',
  all: 'all',
  none: 'none',
};
const many = { supports: 'support', opposes: 'oppose', noncommittal: 'are noncommittal on', defers: 'defer on' };
const verbs = { supports: 'supports', opposes: 'opposes', noncommittal: 'is noncommittal on', defers: 'defers on' };

/** "at least 7 of 32": how many of a count's members. */
export function countWords({ quantifier, number, of }: ProposalOf<'claim'>['claim']): string {
  const words = [quantifier === undefined ? '' : numbers[quantifier], number].filter(
    (part) => part !== '' && part !== undefined,
  );
  return `${words.join(' ')}${of === undefined ? '' : ` of ${of}`}`.trim();
}

/** Who holds which position on which plan: "Norland opposes the bridge". A statement is its own words. */
export function positionWords({ claim }: Pick<ProposalOf<'claim'>, 'claim'>, nameOf: NameOf): string {
  const { kind, holder, target, stance, text, shieldedBy = [] } = claim;
  if (kind === 'statement' || stance === undefined) return `${nameOf(holder)}: ${text}`;
  const who = kind === 'count' ? `${nameOf(holder)}: ${countWords(claim)}` : nameOf(holder);
  const behind = shieldedBy.length === 0 ? '' : `, behind ${listNames(shieldedBy.map(nameOf))}`;
  const verb = kind === 'count' ? many[stance] : verbs[stance];
  return `${who} ${verb} ${target === undefined ? '' : nameOf(target)}${behind}`.trim();
}

/** A source as the article calls it: "two officials (anonymous source, at least 2 people)". */
export function sourceWords(of: ProposalOf<'source'>, nameOf: NameOf): string {
  const notes = [
    sourceKindWords(of.sourceKind),
    of.minCount > 1 ? `at least ${count(of.minCount, 'person')}` : '',
    of.actor !== undefined && nameOf(of.actor) !== of.descriptor ? nameOf(of.actor) : '',
  ];
  return `${of.descriptor} (${notes.filter(Boolean).join(', ')})`;
}

/** The outlet of an article that is relayed, and when it is from. */
export function articleWords(of: ProposalOf<'article'>, nameOf: NameOf): string {
  const on = formatRange(of.publishedFrom ?? null, of.publishedTo ?? null);
  return `Report by ${nameOf(of.outlet)}${on === null ? '' : `, ${on}`}`;
}

/** What a proposal says, in a line. */
export function proposalLine(proposal: Proposal, nameOf: NameOf): string {
  switch (proposal.kind) {
    case 'claim': {
      const mode = modeWords(proposal.mode);
      return `${mode === undefined ? '' : `${mode}: `}${positionWords(proposal, nameOf)}`;
    }
    case 'mention':
      return nameOf(proposal.entity);
    case 'entity':
      return `${proposal.name}: new ${proposal.type.toLowerCase()}`;
    case 'article':
      return articleWords(proposal, nameOf);
    case 'source':
      return sourceWords(proposal, nameOf);
    case 'quote':
      return proposal.speaker === undefined ? 'Words of somebody' : `Words of ${nameOf(proposal.speaker)}`;
    case 'date':
      return formatDate(proposal.date);
  }
}

export type Row = readonly [name: string, value: string];

/** How a claim is put: its modality, hedge, wording; the plain case says nothing. */
export function mannerRows(of: ProposalOf<'claim'>): Row[] {
  const rows: (readonly [string, string | undefined])[] = [
    ['How it stands', modalityWords(of.modality)],
    ['The article’s word', of.wording],
    ['Hedge', of.hedge],
    ['Inferred', of.inferred],
    ['Other reading', of.alternativeReading],
  ];
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

export interface Support {
  /** The proposal that it leads to. */
  id: string;
  title: string;
  words: string;
  quoted: boolean;
}

const found = <K extends Proposal['kind']>(of: Lookup, id: string, kind: K): ProposalOf<K> | undefined => {
  const one = of.get(id)?.proposal;
  return one?.kind === kind ? (one as ProposalOf<K>) : undefined;
};

/** What a claim rests on: through which relay, on whose word, in which quotes. */
export function supportsOf(claim: ProposalOf<'claim'>, of: Lookup, nameOf: NameOf): Support[] {
  return [
    ...claim.relays.flatMap(({ article, how }) => {
      const stub = found(of, article, 'article');
      return stub ? [{ id: article, title: `Relays (${how})`, words: articleWords(stub, nameOf), quoted: false }] : [];
    }),
    ...claim.sources.flatMap(({ source }) => {
      const one = found(of, source, 'source');
      return one ? [{ id: source, title: 'On the word of', words: sourceWords(one, nameOf), quoted: false }] : [];
    }),
    ...claim.quotes.flatMap((id) => {
      const quote = found(of, id, 'quote');
      const speaker = quote?.speaker === undefined ? '' : `, ${nameOf(quote.speaker)}`;
      return quote ? [{ id, title: `Quotes${speaker}`, words: quote.span.quote, quoted: true }] : [];
    }),
    ...claim.includes.flatMap((id) => {
      const other = found(of, id, 'claim');
      return other ? [{ id, title: 'Sums up', words: positionWords(other, nameOf), quoted: false }] : [];
    }),
  ];
}

/** Whether the rules can read the language; they read English. */
export const isEnglish = (lang: string): boolean => /^en\b/i.test(lang);

/** "rules/1" and the like as people say it. */
export const extractorWords = (extractor: string): string =>
  /^rules\b/.test(extractor) ? `the rules (${extractor})` : `a language model (${extractor})`;
