// Splits in a document: of all that it says of one entity, or of what some assertions say, it says of another.
import type { ClaimsDocument } from '../../schema/article.ts';
import type { Assertion, Claim } from '../../schema/claim.ts';
import type { Entity } from '../../schema/entity.ts';
import type { Span } from '../../schema/span.ts';
import { renameKeys } from '../references.ts';

const inside = (span: Span, around: readonly Span[]): boolean =>
  around.some(({ start, end }) => start <= span.start && span.end <= end);

/** The chosen assertions, and what is known of other articles from these alone. */
function withReconstructed(assertions: readonly Assertion[], chosen: ReadonlySet<string>): Set<string> {
  const shown = assertions.filter(
    ({ reconstructed, knownFrom = [] }) =>
      reconstructed && knownFrom.length > 0 && knownFrom.every((id) => chosen.has(id)),
  );
  return new Set([...chosen, ...shown.map(({ id }) => id)]);
}

/** The places in chosen sentences are the other's; so is the entry, as far as it is of these. */
function forkEntities(entities: readonly Entity[], spans: readonly Span[], from: string, into: string): Entity[] {
  return entities.flatMap((entity) => {
    if (entity.key !== from || entity.mentions === undefined) return [entity];
    const theirs = entity.mentions.filter((span) => inside(span, spans));
    if (theirs.length === 0) return [entity];
    const left = entity.mentions.filter((span) => !inside(span, spans));
    const { mentions: _, ...rest } = entity;
    const other = { type: entity.type, key: into, name: entity.name, mentions: theirs } as Entity;
    return [left.length === 0 ? (rest as Entity) : { ...entity, mentions: left }, other];
  });
}

/** What only the chosen assertions needed goes with them. */
function needed<T extends { id: string }>(
  items: readonly T[],
  forked: ReadonlyMap<string, string>,
  used: Set<string>,
): T[] {
  return items.filter(({ id }) => !forked.has(id) || used.has(id));
}

/** The document in which what the assertions with these ids say of `from` is of `into`. */
export function forkAssertions(
  document: ClaimsDocument,
  ids: ReadonlySet<string>,
  from: string,
  into: string,
): ClaimsDocument {
  const chosen = withReconstructed(document.assertions, ids);
  const rename = <T>(item: T): T => renameKeys(item, (key) => (key === from ? into : key));
  const names = (item: unknown): boolean => {
    let found = false;
    renameKeys(item, (key) => {
      found ||= key === from;
      return key;
    });
    return found;
  };
  const fresh = (items: readonly { id: string }[], needs: (id: string) => boolean): Map<string, string> =>
    new Map(items.filter((item) => names(item) && needs(item.id)).map(({ id }) => [id, `${id}.${into}`]));
  const ours = document.assertions.filter(({ id }) => chosen.has(id));
  const claims = fresh(document.claims, (id) => ours.some(({ claim }) => claim === id));
  const sources = fresh(document.sources, (id) =>
    ours.some(({ attributedTo = [] }) => attributedTo.some(({ source }) => source === id)),
  );
  const assertions = document.assertions.map((one): Assertion => {
    if (!chosen.has(one.id)) return one;
    const claim = claims.get(one.claim) ?? one.claim;
    const attributedTo = one.attributedTo?.map((link) => ({
      ...link,
      source: sources.get(link.source) ?? link.source,
    }));
    return { ...rename(one), claim, ...(attributedTo === undefined ? {} : { attributedTo }) };
  });
  const spoken = new Set(ours.flatMap(({ quotes = [] }) => quotes));
  const others = new Set(document.assertions.filter(({ id }) => !chosen.has(id)).flatMap(({ quotes = [] }) => quotes));
  const utterances = document.utterances.map((utterance) => {
    const rendered = document.quotes.filter((quote) => quote.utterance === utterance.key);
    const isTheirs = rendered.length > 0 && rendered.every(({ id }) => spoken.has(id) && !others.has(id));
    if (!isTheirs) return utterance;
    const { speakerSource, ...rest } = utterance;
    const source = speakerSource === undefined ? {} : { speakerSource: sources.get(speakerSource) ?? speakerSource };
    return { ...rename(rest), ...source };
  });
  const usedClaims = new Set([
    ...assertions.map(({ claim }) => claim),
    ...document.claims.flatMap(({ includes = [] }) => includes),
    ...assertions.flatMap(({ disputes = [] }) => disputes.flatMap((what) => ('claim' in what ? [what.claim] : []))),
  ]);
  const usedSources = new Set([
    ...assertions.flatMap(({ attributedTo = [] }) => attributedTo.map(({ source }) => source)),
    ...document.sources.flatMap(({ memberOf = '' }) => memberOf),
    ...utterances.flatMap(({ speakerSource = '' }) => speakerSource),
  ]);
  const copies = <T extends { id: string }>(items: readonly T[], ofIds: ReadonlyMap<string, string>): T[] =>
    items.flatMap((item) => {
      const id = ofIds.get(item.id);
      return id === undefined ? [] : [{ ...rename(item), id }];
    });
  const spans = ours.flatMap(({ span }) => (span === undefined ? [] : [span]));
  return {
    ...document,
    entities: forkEntities(document.entities, spans, from, into),
    claims: [...needed<Claim>(document.claims, claims, usedClaims), ...copies(document.claims, claims)],
    sources: [...needed(document.sources, sources, usedSources), ...copies(document.sources, sources)],
    utterances,
    assertions,
  };
}
