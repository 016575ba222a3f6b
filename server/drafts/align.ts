// Brings a document made of proposals to the ids of the article's stored document, so that the two are compared item by item.
import { localKeys } from '../ingest/claims.ts';
import type { ClaimsDocument } from '../schema/article.ts';
import type { Assertion } from '../schema/claim.ts';
import { slugOf } from '../schema/key.ts';

/** Kinds of items that go by ids of their document. */
export const withIds = ['sources', 'quotes', 'claims', 'assertions'] as const;
type WithIds = (typeof withIds)[number];
type Ids = Record<WithIds, ReadonlyMap<string, string>>;

/** A copy in which every id of an item is what `rename` makes of it, wherever it stands. */
export function renameIds(document: ClaimsDocument, rename: (kind: WithIds, id: string) => string): ClaimsDocument {
  const each = (kind: WithIds, ids: readonly string[] | undefined) =>
    ids && [...new Set(ids.map((id) => rename(kind, id)))];
  const once = <T extends { id: string }>(items: readonly T[]): T[] =>
    [...new Map([...items].reverse().map((item) => [item.id, item])).values()].reverse();
  const given = <T extends object>(members: T): T =>
    Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
  return {
    ...document,
    sources: once(
      document.sources.map((source) =>
        given({
          ...source,
          id: rename('sources', source.id),
          memberOf: source.memberOf && rename('sources', source.memberOf),
        }),
      ),
    ),
    utterances: document.utterances.map((utterance) =>
      given({ ...utterance, speakerSource: utterance.speakerSource && rename('sources', utterance.speakerSource) }),
    ),
    quotes: document.quotes.map((quote) =>
      given({
        ...quote,
        id: rename('quotes', quote.id),
        translationOf: quote.translationOf && rename('quotes', quote.translationOf),
      }),
    ),
    claims: document.claims.map((claim) =>
      given({ ...claim, id: rename('claims', claim.id), includes: each('claims', claim.includes) }),
    ),
    assertions: document.assertions.map(
      (one): Assertion =>
        given({
          ...one,
          id: rename('assertions', one.id),
          claim: rename('claims', one.claim),
          attributedTo: one.attributedTo?.map((link) => ({ ...link, source: rename('sources', link.source) })),
          quotes: each('quotes', one.quotes),
          knownFrom: each('assertions', one.knownFrom),
          disputes: one.disputes?.map((what) => {
            if ('claim' in what) return { claim: rename('claims', what.claim) };
            if ('assertion' in what) return { assertion: rename('assertions', what.assertion) };
            return 'quote' in what ? { quote: rename('quotes', what.quote) } : what;
          }),
        }),
    ),
  };
}

/** By the key of each item its id; of several that are one, such as a named source of two groups, the first. */
function idsByKey(keys: Ids): Ids {
  const turned = (kind: WithIds): Map<string, string> =>
    new Map([...keys[kind]].reverse().map(([id, key]) => [key, id]));
  return {
    sources: turned('sources'),
    quotes: turned('quotes'),
    claims: turned('claims'),
    assertions: turned('assertions'),
  };
}

/**
 * `from` and `to` with the ids of `current` where it has the same thing by its key, and else with ids that nothing there
 * has. What is in both by one id keeps one id, though its key be another now: it is the same item, changed. `successors` has
 * the keys that claims and assertions have since people changed them by hand: what is proposed is still the same item.
 */
export function align(
  current: ClaimsDocument,
  from: ClaimsDocument,
  to: ClaimsDocument,
  successors: ReadonlyMap<string, string> = new Map(),
): [ClaimsDocument, ClaimsDocument] {
  const there = localKeys(current);
  const known = idsByKey(there);
  const [before, after] = [localKeys(from), localKeys(to)];
  const taken: Record<WithIds, Set<string>> = {
    sources: new Set(there.sources.keys()),
    quotes: new Set(there.quotes.keys()),
    claims: new Set(there.claims.keys()),
    assertions: new Set(there.assertions.keys()),
  };
  const made = new Map<string, string>();
  const idOf = (kind: WithIds, id: string): string => {
    const name = `${kind} ${id}`;
    const ready = made.get(name);
    if (ready !== undefined) return ready;
    const keys = [before[kind].get(id), after[kind].get(id)];
    const same = keys.flatMap((key) => {
      if (key === undefined) return [];
      return known[kind].get(key) ?? known[kind].get(successors.get(key) ?? '') ?? [];
    })[0];
    const [key = id] = keys.filter((one) => one !== undefined).reverse();
    const wanted = kind === 'claims' || kind === 'assertions' ? slugOf(key) : id;
    let free = wanted;
    if (same === undefined) {
      for (let number = 2; taken[kind].has(free); number++) free = `${wanted.slice(0, 70)}-${number}`;
      taken[kind].add(free);
    }
    made.set(name, same ?? free);
    return same ?? free;
  };
  return [renameIds(from, idOf), renameIds(to, idOf)];
}
