// A claims document as items that are changed one by one: found by their ids, compared, put in, taken out. Pure.
import { canonicalJson, shortHash } from '../ingest/canonical.ts';
import type { ClaimsDocument } from '../schema/article.ts';
import { type ChangedPart, type DocumentPart, documentParts, type PartChange } from '../schema/changes.ts';
import type { Assertion } from '../schema/claim.ts';
import type { Relation } from '../schema/entity.ts';
import { addTo } from '../schema/lists.ts';

type Item = Record<string, unknown>;
type ListPart = Exclude<DocumentPart, 'article'>;
export const listParts = documentParts.filter((part): part is ListPart => part !== 'article');

const some = (item: string | undefined): string[] => (item === undefined ? [] : [item]);

/** The one item of the part `article`. */
export const articleId = 'article';

/** A relation has neither id nor key: it is told by what it says. */
export const relationItemId = (relation: Relation): string => `relation-${shortHash([relation])}`;

const idOf: { readonly [P in ListPart]: (item: ClaimsDocument[P][number]) => string } = {
  articles: ({ key }) => key,
  entities: ({ key }) => key,
  sources: ({ id }) => id,
  utterances: ({ key }) => key,
  quotes: ({ id }) => id,
  claims: ({ id }) => id,
  assertions: ({ id }) => id,
  relations: relationItemId,
};

/** The items of a list by their ids, in their order. */
export function itemsOf<P extends ListPart>(document: ClaimsDocument, part: P): Map<string, ClaimsDocument[P][number]> {
  // A list of a union type is a list of one of its members: here of the part asked for.
  const items = document[part] as readonly ClaimsDocument[P][number][];
  return new Map(items.map((item) => [idOf[part](item), item]));
}

/** The article's own facts, without its text, which no change by hand touches. */
const factsOf = ({ article: { text: _, ...facts } }: ClaimsDocument): Item => facts;

const asItem = (item: unknown): ChangedPart['before'] => JSON.parse(JSON.stringify(item)) as ChangedPart['before'];

/** What is otherwise in the second document, in the order of the parts; the order of items in a list says nothing. */
export function differences(before: ClaimsDocument, after: ClaimsDocument): ChangedPart[] {
  const changed: ChangedPart[] = [];
  const compare = (part: DocumentPart, id: string, one: unknown, other: unknown): void => {
    if (canonicalJson(one ?? null) === canonicalJson(other ?? null)) return;
    changed.push({ part, id, before: asItem(one ?? null), after: asItem(other ?? null) });
  };
  compare('article', articleId, factsOf(before), factsOf(after));
  for (const part of listParts) {
    const [old, now] = [itemsOf(before, part), itemsOf(after, part)];
    for (const id of new Set([...old.keys(), ...now.keys()])) compare(part, id, old.get(id), now.get(id));
  }
  return changed;
}

/** What an item of the document is now; null where it is not there. */
export function itemAt(document: ClaimsDocument, part: DocumentPart, id: string): ChangedPart['before'] {
  if (part === 'article') return asItem(factsOf(document));
  return asItem(itemsOf(document, part).get(id) ?? null);
}

/**
 * The document with its items changed: one that is there stays in its place, a new one comes last. What comes out is to
 * be parsed: nothing is checked here.
 */
export function withItems(document: ClaimsDocument, parts: readonly PartChange[]): Item {
  const next: Item = { ...document };
  const facts = parts.find(({ part }) => part === 'article');
  const { text } = document.article;
  if (facts !== undefined) next.article = { ...facts.value, ...(text === undefined ? {} : { text }) };
  for (const part of listParts) {
    const items: Map<string, unknown> = itemsOf(document, part);
    for (const { part: of, id, value } of parts) {
      if (of !== part) continue;
      if (value === null) items.delete(id);
      else items.set(id, value);
    }
    next[part] = [...items.values()];
  }
  return next;
}

/** The assertions that stay: what was known from others alone goes with the last of them. */
function lasting(assertions: readonly Assertion[]): ReadonlySet<string> {
  const there = new Set(assertions.map(({ id }) => id));
  const resting = new Map<string, Assertion[]>();
  for (const one of assertions) for (const id of one.knownFrom ?? []) addTo(resting, id, one);
  const isLeft = ({ knownFrom = [] }: Assertion): boolean =>
    knownFrom.length > 0 && !knownFrom.some((id) => there.has(id));
  const gone = assertions.filter(isLeft);
  for (const { id } of gone)
    if (there.delete(id)) gone.push(...(resting.get(id) ?? []).filter((one) => there.has(one.id) && isLeft(one)));
  return there;
}

/** An assertion with links to those that are there. */
function linkedOnly(one: Assertion, there: ReadonlySet<string>): Assertion {
  const knownFrom = one.knownFrom?.filter((id) => there.has(id));
  const disputes = one.disputes?.filter((what) => !('assertion' in what) || there.has(what.assertion));
  if (knownFrom?.length === one.knownFrom?.length && disputes?.length === one.disputes?.length) return one;
  const { knownFrom: _, disputes: __, ...rest } = one;
  return {
    ...rest,
    ...(knownFrom === undefined ? {} : { knownFrom }),
    ...(disputes === undefined || disputes.length === 0 ? {} : { disputes }),
  };
}

/** The items of the list that are named, and those that these name in turn. */
function reached<P extends 'claims' | 'quotes' | 'utterances' | 'sources'>(
  document: ClaimsDocument,
  part: P,
  named: Iterable<string>,
  names: (item: ClaimsDocument[P][number]) => readonly string[],
): ClaimsDocument[P][number][] {
  const items = itemsOf(document, part);
  const found = new Set(named);
  for (const id of found) {
    const item = items.get(id);
    for (const next of item === undefined ? [] : names(item)) found.add(next);
  }
  return [...items].flatMap(([id, item]) => (found.has(id) ? [item] : []));
}

/**
 * The document without what no assertion leads to: assertions gone, so are the claims, quotations, utterances and
 * sources that they alone had, which an import would refuse. What stubs say is only known from assertions, and goes with
 * the last of them. Time is in step with the document's size.
 */
export function prune(document: ClaimsDocument): ClaimsDocument {
  const there = lasting(document.assertions);
  const assertions = document.assertions.flatMap((one) => (there.has(one.id) ? linkedOnly(one, there) : []));
  const disputed = assertions.flatMap(({ disputes }) => disputes ?? []);
  const claimed = [
    ...assertions.map(({ claim }) => claim),
    ...disputed.flatMap((one) => ('claim' in one ? one.claim : [])),
  ];
  const claims = reached(document, 'claims', claimed, ({ includes }) => includes ?? []);
  const quoted = [
    ...assertions.flatMap((one) => one.quotes ?? []),
    ...disputed.flatMap((one) => ('quote' in one ? one.quote : [])),
  ];
  const quotes = reached(document, 'quotes', quoted, ({ translationOf }) => some(translationOf));
  const said = quotes.flatMap(({ utterance }) => some(utterance));
  const utterances = reached(document, 'utterances', said, () => []);
  const asked = [
    ...assertions.flatMap(({ attributedTo }) => (attributedTo ?? []).map(({ source }) => source)),
    ...utterances.flatMap(({ speakerSource }) => some(speakerSource)),
  ];
  const sources = reached(document, 'sources', asked, ({ memberOf }) => some(memberOf));
  return { ...document, assertions, claims, quotes, utterances, sources };
}
