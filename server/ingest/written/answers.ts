// What the statements that read the evidence would answer of records that an import has made, from what it wrote.
import { actorTypes } from '../../schema/key.ts';
import type { Rows, StatementName } from '../../schema/statements.ts';
import type { Properties } from '../rows.ts';
import type { WrittenGraph } from './graph.ts';

/** The rows of a statement for one key, or null where they lie beyond what the import made. */
type Answer<N extends StatementName> = (graph: WrittenGraph, key: string) => Rows<N> | null;

/** A walk that would leave what the import made. */
class Beyond extends Error {}

const within =
  <N extends StatementName>(answer: (graph: WrittenGraph, key: string) => Rows<N>): Answer<N> =>
  (graph, key) => {
    try {
      return answer(graph, key);
    } catch (error) {
      if (error instanceof Beyond) return null;
      throw error;
    }
  };

/** The other ends of a record that the import must have made. */
function ends(graph: WrittenGraph, key: string, direction: 'from' | 'to', type: string): string[] {
  if (!graph.isMade(key)) throw new Beyond();
  return graph.ends(key, direction, type);
}
function said(graph: WrittenGraph, key: string): Properties {
  const properties = graph.properties(key);
  if (properties === undefined) throw new Beyond();
  return properties;
}

/** Properties by name, null for those that are not there; they are what the schema of the written document let through. */
const pick = <Name extends string>(properties: Properties, ...names: Name[]): Record<Name, never> =>
  Object.fromEntries(names.map((name) => [name, properties[name] ?? null])) as Record<Name, never>;
const orNull = <T>(list: readonly T[]): (T | null)[] => (list.length === 0 ? [null] : [...list]);

const actorPrefixes = actorTypes.map((type) => `${type.toLowerCase()}:`);
const isActor = (key: string): boolean => actorPrefixes.some((prefix) => key.startsWith(prefix));
const isSource = (key: string): boolean => key.startsWith('source:');
const pairs = (list: { claim: string; source: string; target: string }[]) => [
  ...new Map(list.map((row) => [`${row.source}~${row.target}`, row])).values(),
];

const outletsOf = (graph: WrittenGraph, assertion: string): string[] =>
  ends(graph, assertion, 'to', 'CONTAINS').flatMap((article) => ends(graph, article, 'to', 'PUBLISHED'));
const claimsOf = (graph: WrittenGraph, assertions: readonly string[]): string[] => [
  ...new Set(assertions.flatMap((assertion) => ends(graph, assertion, 'from', 'ABOUT'))),
];

const saidTypes = ['ATTRIBUTED_TO', 'RELAYS', 'KNOWN_FROM', 'HAS_QUOTE', 'DISPUTES'] as const;
const sourceTypes = ['MEMBER_OF', 'SAME_AS', 'IDENTIFIED_AS'] as const;

export const byKeys = {
  'evidence/claims': within<'evidence/claims'>((graph, claim) => {
    const asked = ['questionKey', 'kind', 'stance', 'scope', 'quantifier', 'number', 'of', 'text'] as const;
    const row = { claim, ...pick(said(graph, claim), ...asked) };
    const targets = orNull(ends(graph, claim, 'from', 'TARGET'));
    return ends(graph, claim, 'from', 'HOLDER').flatMap((holder) =>
      targets.map((target) => ({ ...row, holder, target })),
    );
  }),
  'evidence/summed-up': within<'evidence/summed-up'>((graph, key) => [
    ...ends(graph, key, 'from', 'INCLUDES').map((includes) => ({ claim: key, includes })),
    ...ends(graph, key, 'to', 'INCLUDES').map((claim) => ({ claim, includes: key })),
  ]),
  'evidence/said-links': within<'evidence/said-links'>((graph, source) =>
    saidTypes.flatMap((type) => ends(graph, source, 'from', type).map((target) => ({ source, type, target }))),
  ),
  'evidence/disputing': within<'evidence/disputing'>((graph, key) =>
    claimsOf(graph, ends(graph, key, 'to', 'DISPUTES')).map((claim) => ({ claim })),
  ),
  'evidence/articles': within<'evidence/articles'>((graph, article) => {
    const row = { article, ...pick(said(graph, article), 'title', 'held', 'publishedFrom', 'publishedTo') };
    return orNull(ends(graph, article, 'to', 'PUBLISHED')).map((outlet) => ({
      ...row,
      outlet,
      ...pick(outlet === null ? {} : said(graph, outlet), 'owner', 'reliability'),
    }));
  }),
  'evidence/article-links': within<'evidence/article-links'>((graph, article) => [
    ...ends(graph, article, 'from', 'REPUBLISHES').map((other) => ({ article, type: 'REPUBLISHES' as const, other })),
    ...(['REVISION_OF', 'CORRECTS', 'RETRACTS'] as const).flatMap((type) =>
      ends(graph, article, 'to', type).map((other) => ({ article, type, other })),
    ),
  ]),
  'evidence/sources': within<'evidence/sources'>((graph, source) =>
    isSource(source) ? [{ source, ...pick(said(graph, source), 'kind', 'minCount', 'reliability') }] : [],
  ),
  'evidence/source-links': within<'evidence/source-links'>((graph, key) =>
    sourceTypes.flatMap((type) => [
      ...(isSource(key) ? ends(graph, key, 'from', type).map((target) => ({ source: key, type, target })) : []),
      ...ends(graph, key, 'to', type).flatMap((source) => (isSource(source) ? [{ source, type, target: key }] : [])),
    ]),
  ),
  'evidence/quotes': within<'evidence/quotes'>((graph, quote) => {
    const row = { quote, ...pick(said(graph, quote), 'text', 'lang') };
    return orNull(ends(graph, quote, 'from', 'RENDERS')).flatMap((utterance) => {
      const speakers = utterance === null ? [] : ends(graph, utterance, 'from', 'SPOKEN_BY').filter(isActor);
      return orNull(speakers).map((speaker) => ({ ...row, utterance, speaker }));
    });
  }),
  'evidence/translations': within<'evidence/translations'>((graph, quote) =>
    ends(graph, quote, 'from', 'TRANSLATION_OF').map((target) => ({ quote, target })),
  ),
} as const;

export const byClaims = {
  'evidence/assertions': within<'evidence/assertions'>((graph, claim) =>
    ends(graph, claim, 'to', 'ABOUT').flatMap((assertion) => {
      const asked = ['mode', 'modality', 'review', 'channel', 'wording', 'from', 'to', 'reconstructed'] as const;
      const row = { assertion, claim, ...pick(said(graph, assertion), ...asked, 'credibility') };
      return ends(graph, assertion, 'to', 'CONTAINS').map((article) => ({ ...row, article }));
    }),
  ),
  'derive/quoting': within<'derive/quoting'>((graph, claim) =>
    pairs(
      ends(graph, claim, 'to', 'ABOUT').flatMap((assertion) => {
        const speakers = ends(graph, assertion, 'from', 'HAS_QUOTE')
          .flatMap((quote) => ends(graph, quote, 'from', 'RENDERS'))
          .flatMap((utterance) => ends(graph, utterance, 'from', 'SPOKEN_BY'))
          .filter(isActor);
        return outletsOf(graph, assertion).flatMap((source) => speakers.map((target) => ({ claim, source, target })));
      }),
    ),
  ),
  'derive/citing': within<'derive/citing'>((graph, claim) =>
    pairs(
      ends(graph, claim, 'to', 'ABOUT').flatMap((assertion) => {
        const cited = ends(graph, assertion, 'from', 'RELAYS').flatMap((other) =>
          ends(graph, other, 'to', 'PUBLISHED'),
        );
        return outletsOf(graph, assertion).flatMap((source) =>
          cited.flatMap((target) => (target === source ? [] : [{ claim, source, target }])),
        );
      }),
    ),
  ),
  // What was never derived from has no edges yet: an import derives once, after all its records are made.
  'derive/stored-reports': within<'derive/stored-reports'>((graph, claim) => {
    said(graph, claim);
    return [];
  }),
} as const;
