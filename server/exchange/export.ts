// Writes a database, or what some of its articles say, as the text of one JSON file, an article at a time.
import { InvalidDocument, NotFound } from '../errors.ts';
import { operationsOf } from '../evidence/operations.ts';
import { claimsRows } from '../ingest/claims.ts';
import { type ParsedDocument, parseDocument } from '../ingest/document.ts';
import { baseKeyOf } from '../ingest/keys.ts';
import { givenDocuments } from '../ingest/merged/given.ts';
import { entityReferences, linkedArticles } from '../ingest/references.ts';
import type { ClaimsDocument } from '../schema/article.ts';
import { derivedTypes } from '../schema/evidence.ts';
import { type ExportedArticle, ExportedEdge, exportFormat, StandingArticle } from '../schema/exchange.ts';
import { batches, compare } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import type { Reader, Store } from '../store/port.ts';
import { reportsUnder } from '../views/hearsay/edge-reports.ts';
import { countedAmong, countedBy } from '../views/hearsay/evidence-filter.ts';
import { readDecisions } from './decisions.ts';
import { documentAsGiven } from './document-as-given.ts';
import { readShared } from './shared.ts';
import { storedOf } from './stored.ts';

export interface ExportOptions {
  /** Keys of held articles; null for all. */
  articles: readonly string[] | null;
  /** Whether the texts go with them. */
  texts: boolean;
}

/** Articles whose rows are in memory together. */
const atOnce = 20;

/** The held articles, each after those it revises; then those whose word held before that of others, then by key. */
function inOrder(held: Rows<'read/export/held'>, position: (key: string) => number): string[] {
  const earlier = new Map(held.map(({ key, revises }) => [key, revises]));
  const depth = (key: string): number => {
    let steps = 0;
    for (let at = earlier.get(key); at !== undefined && at !== null && steps <= held.length; at = earlier.get(at))
      steps += 1;
    return steps;
  };
  const depths = new Map([...earlier.keys()].map((key) => [key, depth(key)]));
  return [...earlier.keys()].sort(
    (a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0) || position(a) - position(b) || compare(a, b),
  );
}

/** The held articles to export, in order. Throws NotFound for one that is not held. */
async function chosen(reader: Reader, articles: readonly string[] | null): Promise<{ keys: string[]; of: number }> {
  const held = await reader.read('read/export/held', {});
  const rows = await reader.read('read/identity/given-positions', {});
  const positions = new Map(rows.map(({ article, position }) => [article, position]));
  const all = inOrder(held, (key) => positions.get(key) ?? 0);
  if (articles === null) return { keys: all, of: all.length };
  const there = new Set(all);
  const missing = articles.find((key) => !there.has(key));
  if (missing !== undefined) {
    throw new NotFound(`No article "${missing.slice(0, 200)}" is held.`, {
      detail: '/api/articles lists those that are; one known only because others relay it goes with these.',
    });
  }
  const wanted = new Set(articles);
  return { keys: all.filter((key) => wanted.has(key)), of: all.length };
}

/** The records that documents are about, and those of their own. */
class Within {
  readonly keys = new Set<string>();
  /** Articles that a document links to without a word on them. */
  readonly linked = new Set<string>();

  add(document: ClaimsDocument, hash: string): void {
    const { article, articles } = document;
    const own = [article.key, ...articles.map(({ key }) => key)];
    const links = linkedArticles(article).flatMap(({ keys }) => keys);
    for (const { key } of entityReferences(document)) this.keys.add(key);
    for (const key of [...own, ...links]) this.keys.add(key);
    for (const key of links) this.linked.add(key);
    for (const { key } of claimsRows(document, { documentHash: hash, baseKey: baseKeyOf(article) }).nodes)
      this.keys.add(key);
  }
}

/** The document as an import reads it. Throws InvalidDocument where one would not take it. */
function checked(document: ClaimsDocument): ParsedDocument & { kind: 'claims' } {
  try {
    const parsed = parseDocument(document);
    if (parsed.kind === 'claims') return parsed;
  } catch (error) {
    if (!(error instanceof InvalidDocument)) throw error;
    throw new InvalidDocument(`The document of ${document.article.key} cannot be made again.`, {
      ...error.details,
      detail: `${error.details.detail ?? ''} Export other articles by their keys, or import this one anew first.`,
    });
  }
  throw new Error('A claims document is one.');
}

async function* exportedArticles(
  store: Reader,
  keys: readonly string[],
  texts: boolean,
  within: Within,
): AsyncGenerator<ExportedArticle> {
  const operations = await operationsOf(store);
  for (const batch of batches(keys, atOnce)) {
    const stored = await storedOf(store, batch, texts);
    const given = await givenDocuments(store, batch);
    for (const key of batch) {
      const { document, hash } = checked(documentAsGiven(key, stored, given.get(key)?.document, operations));
      within.add(document, hash);
      const { documentHash } = stored.nodes.get(key) ?? {};
      yield {
        hash,
        documentHash: typeof documentHash === 'string' ? documentHash : null,
        withoutText: stored.hasText(key) && !texts,
        document,
      };
    }
  }
}

/** The derived edges with what they rest on; of a part those that its articles alone make, so that they come out again. */
async function* exportedEdges(store: Store, articles: ReadonlySet<string> | null): AsyncGenerator<ExportedEdge> {
  const counted = await (articles === null ? countedBy(store, {}) : countedAmong(store, articles));
  const reports = new Map((await reportsUnder(counted)).map((edge) => [edge.key, edge.reports]));
  const rows =
    articles === null ? await store.read('read/graph/entity-edges', { types: [...derivedTypes] }) : counted.derived;
  const keyed = rows.map((row) => ({ key: [row.type, row.source, row.target].join('~'), row }));
  for (const { key, row } of keyed.sort((a, b) => compare(a.key, b.key))) {
    const { type, source, target } = row;
    const { derived: _, ...counts } = row.properties;
    yield ExportedEdge.parse({ type, source, target, ...counts, reports: reports.get(key) ?? [] });
  }
}

/** `"name": [` and the items, one a line. */
async function* list(name: string, items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = `"${name}": [\n`;
  for await (const item of items) {
    yield `${before}${JSON.stringify(item)}`;
    before = ',\n';
  }
  yield before === ',\n' ? '\n]' : `${before}]`;
}

/**
 * The text of the export, in pieces. Throws NotFound for an article that is not held. What is written to the database
 * meanwhile may be in one part and not in another: read it together.
 */
export async function* exportPieces(store: Store, { articles, texts }: ExportOptions): AsyncGenerator<string> {
  const { keys, of } = await chosen(store, articles);
  const within = new Within();
  const part = articles === null ? null : { articles: keys.length, of };
  const head = { format: exportFormat, exportedOn: new Date().toISOString(), part };
  yield `${JSON.stringify(head).slice(0, -1)},\n`;
  yield* list('articles', exportedArticles(store, keys, texts, within));
  const { entities, standing } = await readShared(store, part === null ? null : within.keys);
  const own = new Set(keys);
  const described = new Set([...keys, ...standing.articles.map(({ key }) => key)]);
  const bare = [...within.linked].filter((key) => !described.has(key)).sort(compare);
  standing.articles.push(...bare.map((key) => StandingArticle.parse({ key })));
  const decisions = await readDecisions(store, part === null ? null : within.keys, texts);
  yield `,\n"entities": ${JSON.stringify(entities)}`;
  yield `,\n"standing": ${JSON.stringify(standing)}`;
  yield `,\n"decisions": ${JSON.stringify(decisions)}`;
  yield ',\n"derived": {';
  yield* list('edges', exportedEdges(store, part === null ? null : own));
  yield '}}\n';
}
