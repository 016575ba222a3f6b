// Imports one document: in one transaction, or tried in one that is rolled back.

import type { z } from 'zod';
import { operationsOf } from '../evidence/operations.ts';
import type { ClaimsDocument } from '../schema/article.ts';
import { distinct } from '../schema/lists.ts';
import type { ImportReport as ImportReportSchema } from '../schema/view.ts';
import type { Reader, Store, Transaction } from '../store/port.ts';
import { entitiesRows } from './background-rows.ts';
import { claimsRows } from './claims.ts';
import { type Decisions, decisionsOn, restoreDecisions } from './decisions.ts';
import { deriveAround } from './derive.ts';
import type { ParsedDocument } from './document.ts';
import { Issues } from './issues.ts';
import { baseKeyOf, revisionKey } from './keys.ts';
import { effective } from './merged/effective.ts';
import { effectiveEntities } from './merged/effective-entities.ts';
import { keepImported } from './merged/given.ts';
import { findOwned, relationsOf } from './owned.ts';
import { type Plan, planWrites } from './plan.ts';
import { linkedArticles, renameKeys } from './references.ts';
import { bornBy } from './remove.ts';
import { resolveEntities } from './resolve.ts';
import type { DocumentRows } from './rows.ts';
import { takeOut } from './take-out.ts';
import { type Around, type Touched, touchedBy } from './touched.ts';
import { writeNodes, writeRelations } from './write.ts';

export type ImportReport = z.infer<typeof ImportReportSchema>;

/** What only the export of a database knows of a document in it. Its keys are those of the database it came from. */
export interface Exported {
  /** The hash of the document that was imported there; null where this one was changed since it was exported. */
  documentHash: string | null;
  /** Whether the document that was imported there had the text, and this one is without it. */
  withoutText: boolean;
  /** All articles of the export: what is linked to may be among those that come later. */
  articles: ReadonlySet<string>;
}

/** Gathers what several documents bear on, to bring the derived edges in step once for all of them. */
export class Together {
  readonly #before: Touched[] = [];
  readonly #articles: string[] = [];
  readonly #outlets: string[] = [];

  add(before: readonly Touched[], { articles = [], outlets = [] }: Around): void {
    this.#before.push(...before);
    this.#articles.push(...articles);
    this.#outlets.push(...outlets);
  }

  /** In the transaction that the documents were imported in. */
  settle(tx: Transaction): Promise<void> {
    return deriveAround(tx, this.#before, { articles: distinct(this.#articles), outlets: distinct(this.#outlets) });
  }
}

type Derive = 'now' | 'later' | Together;

export interface ImportOptions {
  dryRun?: boolean | undefined;
  /**
   * `now` brings the derived edges in step in the same transaction; `later` marks them stale for deriveIfStale; else
   * whoever gathers settles them.
   */
  derive?: Derive | undefined;
  exported?: Exported | undefined;
  /**
   * That a person changed what a held document says: it stays the document that was imported, so that importing that
   * again does not undo the change.
   */
  byHand?: boolean | undefined;
  /** As in the store's transactions. */
  durable?: 'now' | 'later' | undefined;
}

/** Stands in for `article` in the report of an entities document. */
export const entitiesReport = 'entities';

export interface Place {
  outcome: ImportReport['outcome'];
  key: string;
  /** The key of the article's first text, which need not be there. */
  base: string;
  revises: string | null;
  /** The hash of the document that is there; null where there is none. */
  documentHash: string | null;
}

/** Under which key a document goes in, and what is there of it: the first text may be gone while later ones are held. */
export async function placeOf(tx: Reader, { article }: ClaimsDocument, hashes: readonly string[]): Promise<Place> {
  const base = baseKeyOf(article);
  const revised = revisionKey(base, article.textHash);
  const found = await tx.read('write/find/articles', { keys: [...new Set([base, article.key, revised])] });
  const later = await tx.read('write/find/revisions', { keys: [base] });
  const held = [...found, ...later].filter((one) => one.held);
  const same = held.find(({ textHash }) => textHash === article.textHash);
  if (same !== undefined) {
    const { documentHash } = same;
    const isKnown = documentHash !== null && hashes.includes(documentHash);
    return { outcome: isKnown ? 'unchanged' : 'replaced', key: same.key, base, revises: null, documentHash };
  }
  if (held.length === 0) return { outcome: 'created', key: article.key, base, revises: null, documentHash: null };
  const newest = held.find(({ superseded }) => !superseded) ?? held[0];
  const taken = held.some(({ key }) => key === article.key);
  const revises = newest?.key ?? null;
  return { outcome: 'revised', key: taken ? revised : article.key, base, revises, documentHash: null };
}

/** An article has one outlet: another than the database has is a fault of one of the two documents. */
async function checkOutlets(
  tx: Transaction,
  { document, file }: { document: ClaimsDocument; file?: string | undefined },
): Promise<void> {
  const all = [document.article, ...document.articles];
  const published = await relationsOf(
    tx,
    'incoming',
    all.map(({ key }) => key),
    ['PUBLISHED'],
  );
  const issues = new Issues(file);
  all.forEach(({ key, outlet }, at) => {
    const other = published.find(({ target, source }) => target === key && source !== outlet)?.source;
    if (outlet === undefined || other === undefined) return;
    issues.add(
      at === 0 ? ['article', 'outlet'] : ['articles', at - 1, 'outlet'],
      `${key} is published by ${other} in the database, not by ${outlet}; mend the document that is wrong`,
    );
  });
  issues.stop();
}

/** What an article prints, corrects or retracts is declared as a stub, or there; gives those that come `later`. */
async function checkLinks(
  tx: Transaction,
  { document, file }: { document: ClaimsDocument; file?: string | undefined },
  later: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const declared = new Set(document.articles.map(({ key }) => key));
  const links = linkedArticles(document.article);
  const asked = distinct(links.flatMap(({ keys }) => keys)).filter((key) => !declared.has(key));
  const found = new Set((await tx.read('write/find/articles', { keys: asked })).map(({ key }) => key));
  const issues = new Issues(file);
  for (const { member, keys } of links) {
    keys.forEach((key, at) => {
      if (declared.has(key) || found.has(key) || later.has(key)) return;
      const way = 'if this document alone knows it, declare it in articles';
      issues.add(['article', member, at], `"${key}" is neither in this document nor in the database; ${way}`);
    });
  }
  issues.stop();
  return asked.filter((key) => !found.has(key));
}

async function write(tx: Transaction, plan: Plan): Promise<void> {
  await writeNodes(tx, plan.nodes);
  await writeRelations(tx, plan.relations);
}

/** Brings the derived edges in step, or leaves that for later. */
async function settle(tx: Transaction, derive: Derive, before: Touched[], around: Around): Promise<void> {
  if (derive === 'now') await deriveAround(tx, before, around);
  else if (derive !== 'later') derive.add(before, around);
  else await tx.write('schema/marker-set', { properties: { derivedStale: true } });
}

async function importClaims(
  tx: Transaction,
  parsed: ParsedDocument & { kind: 'claims' },
  { derive = 'now', exported, byHand = false }: ImportOptions,
) {
  const { hash, file } = parsed;
  const first = exported?.documentHash ?? null;
  const hashes = first === null ? [hash] : [hash, first];
  const place = await placeOf(tx, parsed.document, hashes);
  const { key, base, revises } = place;
  const outcome = byHand ? 'replaced' : place.outcome;
  if (outcome === 'unchanged') return { article: key, outcome, created: {}, relations: 0, removed: 0, matched: [] };

  const now = derive !== 'later';
  const before: Touched[] = [];
  let removed = 0;
  let decisions: Decisions | null = null;
  let around = { articles: [key, ...(revises === null ? [] : [revises])], outlets: [] as string[] };
  if (outcome === 'replaced') {
    around = await bornBy(tx, key);
    if (now) before.push(await touchedBy(tx, around));
    const owned = await findOwned(tx, key);
    decisions = await decisionsOn(tx, owned);
    removed = await takeOut(tx, key, { keepArticle: true, owned });
  }
  // Only now: an entity that the earlier version alone defined is gone.
  const operations = await operationsOf(tx);
  const { keys, matched } = await resolveEntities(tx, parsed.document, {
    file,
    byKeyOnly: exported !== undefined,
    operations,
  });
  const final = new Map([...keys, [parsed.document.article.key, key]]);
  const isRenamed = [...final].some(([given, now]) => given !== now);
  const givenDocument = isRenamed ? renameKeys(parsed.document, (given) => final.get(given) ?? given) : parsed.document;
  const { document } = effective(givenDocument, operations);
  await checkOutlets(tx, { document, file });
  const unknown = await checkLinks(tx, { document, file }, exported?.articles);
  // The document with its text, should it come, is then another than this.
  const given = first === null || exported?.withoutText ? hash : first;
  const documentHash = byHand ? (place.documentHash ?? hash) : given;
  const rows: DocumentRows = claimsRows(document, { documentHash, baseKey: base, file });
  for (const other of unknown) rows.nodes.push({ label: 'Article', key: other, properties: {} });
  if (revises !== null) rows.relations.push({ type: 'REVISION_OF', source: key, target: revises, properties: {} });

  const plan = await planWrites(tx, rows, key);
  await write(tx, plan);
  await keepImported(tx, key, { given: givenDocument, stands: document, unsaid: plan.unsaid }, operations);
  if (decisions !== null) await restoreDecisions(tx, decisions);
  const articles = [...around.articles, ...plan.changedArticles];
  await settle(tx, derive, before, { articles, outlets: [...around.outlets, ...plan.changedOutlets] });
  return { article: key, outcome, created: plan.created, relations: plan.added, removed, matched };
}

async function importEntities(
  tx: Transaction,
  { document, file }: ParsedDocument & { kind: 'entities' },
  derive: Derive,
) {
  const operations = await operationsOf(tx);
  const { matched } = await resolveEntities(tx, document, { file, byKeyOnly: true, operations });
  const plan = await planWrites(tx, entitiesRows(await effectiveEntities(tx, document, operations)), null);
  await write(tx, plan);
  if (plan.changedOutlets.length > 0) await settle(tx, derive, [], { outlets: plan.changedOutlets });
  const changed = plan.nodes.length + plan.relations.length > 0;
  const outcome: ImportReport['outcome'] = !changed ? 'unchanged' : matched.length === 0 ? 'created' : 'replaced';
  return { article: entitiesReport, outcome, created: plan.created, relations: plan.added, removed: 0, matched };
}

/** Imports within a transaction that the caller commits or rolls back. */
export async function importInto(
  tx: Transaction,
  parsed: ParsedDocument,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { dryRun = false, derive = 'now' } = options;
  const report =
    parsed.kind === 'claims' ? await importClaims(tx, parsed, options) : await importEntities(tx, parsed, derive);
  return { dryRun, ...report };
}

/** Thrown to roll a trial back; carries what the trial gave. */
class TrialDone<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('The trial is done and rolled back.');
    this.result = result;
  }
}

/** Runs the work in a transaction, or with `dryRun` in one that is rolled back, and gives its result either way. */
export async function committedOrTried<T>(
  store: Pick<Store, 'transaction'>,
  dryRun: boolean,
  work: (tx: Transaction) => Promise<T>,
  durable: 'now' | 'later' = 'now',
): Promise<T> {
  const inTurn = async (tx: Transaction): Promise<T> => {
    await tx.write('write/lock', {});
    return work(tx);
  };
  if (!dryRun) return store.transaction(inTurn, { durable });
  try {
    return await store.transaction(async (tx): Promise<T> => {
      throw new TrialDone(await inTurn(tx));
    });
  } catch (error) {
    // The only trial that can end here is the one begun above, so its result is of that work.
    if (error instanceof TrialDone) return error.result as T;
    throw error;
  }
}

/**
 * Imports a document whole or not at all; the same document again changes nothing. Throws InvalidDocument where it
 * points to something that is not there or could be several things.
 */
export async function importDocument(
  store: Pick<Store, 'transaction'>,
  parsed: ParsedDocument,
  options: ImportOptions = {},
): Promise<ImportReport> {
  return committedOrTried(store, options.dryRun === true, (tx) => importInto(tx, parsed, options), options.durable);
}
