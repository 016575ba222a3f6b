// Imports the export of a database: its documents by the ordinary way, then the decisions by the functions that the routes call.
import { InvalidDocument } from '../errors.ts';
import { operationsOf, redirects } from '../evidence/operations.ts';
import { articleContribution, entityContribution } from '../ingest/background-rows.ts';
import { entityProperties, stubProperties } from '../ingest/contributions.ts';
import { deriveIfStale } from '../ingest/derive.ts';
import { parseDocument } from '../ingest/document.ts';
import { committedOrTried, type ImportReport, importInto, Together } from '../ingest/import.ts';
import type { NodeRow } from '../ingest/rows.ts';
import { writeNodes } from '../ingest/write.ts';
import type { ExchangeReport } from '../schema/exchange.ts';
import { inBatches } from '../schema/lists.ts';
import type { Reader, Store, Transaction } from '../store/port.ts';
import { alikeIn, newEntities } from './alike.ts';
import { compareEdges } from './compare.ts';
import { decideAgain } from './decide-again.ts';
import type { ParsedArticle, ParsedExport } from './parse.ts';

/** Documents that go in together, in one transaction; of more each has its own. */
const mostTogether = 300;

type Derive = 'later' | Together;

export interface ExchangeOptions {
  dryRun?: boolean | undefined;
  /** Called after each article; what it was told of a trial is not written. */
  onProgress?: ((progress: { article: string; outcome: string; done: number; total: number }) => void) | undefined;
  /** Instead of the number of documents that go in together, for tests. */
  together?: number | undefined;
}

/** What an export has of entities and articles as they stand, where the database has none under that key. */
async function writeStanding(tx: Transaction, { standing }: ParsedExport): Promise<Record<string, number>> {
  const rows: NodeRow[] = [
    ...standing.entities.map((entity): NodeRow => {
      const { aliases, ...scalars } = entityContribution(entity);
      const names = Array.isArray(aliases) ? aliases.map(String) : [];
      return { label: entity.type, key: entity.key, properties: entityProperties(scalars, [], names) };
    }),
    ...standing.articles.map((article): NodeRow => {
      return { label: 'Article', key: article.key, properties: stubProperties(articleContribution(article)) };
    }),
  ];
  const keys = rows.map(({ key }) => key);
  const found = await inBatches(keys, (batch) => tx.read('read/filter/known', { keys: batch }));
  // What was merged into another here is there already, as that.
  const merged = redirects(await operationsOf(tx));
  const there = new Set([...found.map(({ key }) => key), ...merged.keys()]);
  const missing = rows.filter(({ key }) => !there.has(key));
  await writeNodes(tx, missing);
  const created: Record<string, number> = {};
  for (const { label } of missing) created[label] = (created[label] ?? 0) + 1;
  return created;
}

/** The document with the text that the database holds of it: an export without texts takes none away. */
async function withHeldText(tx: Reader, { parsed, exported }: ParsedArticle): Promise<ParsedArticle['parsed']> {
  const { article } = parsed.document;
  if (article.text !== undefined) return parsed;
  const [there] = await tx.read('read/export/articles', { keys: [article.key] });
  if (there?.hasText !== true || there.properties.textHash !== article.textHash) return parsed;
  if ([parsed.hash, exported.documentHash].includes(String(there.properties.documentHash))) return parsed;
  const [held] = await tx.read('read/reprints/texts', { keys: [article.key] });
  if (held === undefined) return parsed;
  const whole = parseDocument({ ...parsed.document, article: { ...article, text: held.text } }, parsed.file);
  return whole.kind === 'claims' ? { ...whole, hash: parsed.hash } : parsed;
}

/** Adds up what became of the documents. */
class Sum {
  readonly articles = { created: 0, revised: 0, replaced: 0, unchanged: 0 };
  readonly created: Record<string, number> = {};
  relations = 0;

  nodes(created: Readonly<Record<string, number>>): void {
    for (const [label, number] of Object.entries(created)) this.created[label] = (this.created[label] ?? 0) + number;
  }

  add({ created, relations }: ImportReport): void {
    this.nodes(created);
    this.relations += relations;
  }
}

async function importShared(tx: Transaction, read: ParsedExport, derive: Derive): Promise<Sum> {
  const sum = new Sum();
  sum.nodes(await writeStanding(tx, read));
  for (const document of read.entities) sum.add(await importInto(tx, document, { derive }));
  return sum;
}

async function importArticle(tx: Transaction, article: ParsedArticle, derive: Derive): Promise<ImportReport> {
  const parsed = await withHeldText(tx, article);
  return importInto(tx, parsed, { derive, exported: article.exported });
}

type Report = Omit<ExchangeReport, 'dryRun'>;

async function finish(tx: Transaction, read: ParsedExport, sum: Sum, isNew: ReadonlySet<string>): Promise<Report> {
  const decisions = await decideAgain(tx, read.decisions);
  const { articles, created, relations } = sum;
  const alike = await alikeIn(tx, read, isNew);
  return { articles, created, relations, decisions, alike, derived: await compareEdges(tx, read.edges) };
}

/** All in one transaction. */
async function importTogether(
  store: Store,
  read: ParsedExport,
  { dryRun = false, onProgress }: ExchangeOptions,
): Promise<Report> {
  return committedOrTried(store, dryRun, async (tx) => {
    const together = new Together();
    const isNew = await newEntities(tx, read);
    const sum = await importShared(tx, read, together);
    for (const [at, article] of read.articles.entries()) {
      const report = await importArticle(tx, article, together);
      sum.add(report);
      sum.articles[report.outcome] += 1;
      const { outcome } = report;
      onProgress?.({ article: report.article, outcome, done: at + 1, total: read.articles.length });
    }
    await together.settle(tx);
    return finish(tx, read, sum, isNew);
  });
}

/** So many pairs are listed where an import ends early. */
const mostAlike = 10;

/** What is alike of the entities written so far: when the import is begun again, they are new no longer. */
async function alikeSoFar(store: Store, read: ParsedExport, isNew: ReadonlySet<string>): Promise<string> {
  const missing = await newEntities(store, read);
  const alike = await alikeIn(store, read, new Set([...isNew].filter((key) => !missing.has(key))));
  if (alike.length === 0) return '';
  const pairs = alike.slice(0, mostAlike).map(({ key, name, other }) => `${key} (${name}) and ${other}`);
  const more = alike.length > mostAlike ? ` and ${alike.length - mostAlike} more` : '';
  return ` New entities that go by a name of another that was here, both kept: ${pairs.join(', ')}${more}.`;
}

/** What was written before a document that the database refuses stays, and does not go in again. */
function afterEarlier(error: unknown, done: number, total: number, alike: string): unknown {
  if (!(error instanceof InvalidDocument)) return error;
  return new InvalidDocument(error.message, {
    ...error.details,
    detail:
      `${error.details.detail ?? ''} ${done} of ${total} articles were imported before it, and are kept: mend it and ` +
      `import the same file again, which leaves these unchanged and goes on.${alike}`,
  });
}

/** Each document in a transaction of its own, then the decisions: begun again, it goes on where it ended. */
async function importOneByOne(store: Store, read: ParsedExport, { onProgress }: ExchangeOptions): Promise<Report> {
  const total = read.articles.length;
  const { isNew, sum } = await committedOrTried(store, false, async (tx) => {
    const entities = await newEntities(tx, read);
    return { isNew: entities, sum: await importShared(tx, read, 'later') };
  });
  let done = 0;
  try {
    for (const article of read.articles) {
      const report = await committedOrTried(store, false, (tx) => importArticle(tx, article, 'later'), 'later');
      sum.add(report);
      sum.articles[report.outcome] += 1;
      done += 1;
      onProgress?.({ article: report.article, outcome: report.outcome, done, total });
    }
  } catch (error) {
    // What is wrong with the document is the news; that the rest of the way failed too is not.
    await deriveIfStale(store).catch(() => {});
    await store.flush().catch(() => {});
    const alike = await alikeSoFar(store, read, isNew).catch(() => '');
    throw afterEarlier(error, done, total, alike);
  }
  await deriveIfStale(store);
  await store.flush();
  return committedOrTried(store, false, (tx) => finish(tx, read, sum, isNew));
}

/**
 * Imports an export, or with `dryRun` only tries it. Into the database it came from it changes nothing; into an empty one
 * it makes the same again. Up to 300 articles go in together, whole or not at all. Throws InvalidDocument where the
 * database does not take a document.
 */
export async function importExport(
  store: Store,
  read: ParsedExport,
  options: ExchangeOptions = {},
): Promise<ExchangeReport> {
  const { dryRun = false, together = mostTogether } = options;
  const isSmall = dryRun || read.articles.length <= together;
  const report = await (isSmall ? importTogether(store, read, options) : importOneByOne(store, read, options));
  return { dryRun, ...report };
}
