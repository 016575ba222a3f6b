// Changes what the document of a held article says: the whole is checked and imported anew, and the change recorded.

import { changes, edgesOf } from '../curation/decide.ts';
import { requireHearsay, subjectOf } from '../curation/subject.ts';
import { InvalidDocument, NotFound } from '../errors.ts';
import { operationsOf } from '../evidence/operations.ts';
import { documentAsGiven } from '../exchange/document-as-given.ts';
import { storedOf } from '../exchange/stored.ts';
import { type NewChange, recordChange } from '../history/keep.ts';
import { disposedOf, moveDispositions, moveNotes } from '../identity/follow.ts';
import { moveGrades, successorsAmong } from '../identity/moves.ts';
import { canonicalJson } from '../ingest/canonical.ts';
import { localKeys } from '../ingest/claims.ts';
import { questionsAround } from '../ingest/derive.ts';
import { type ParsedDocument, parseClaims } from '../ingest/document.ts';
import { type ImportReport, importInto, Together } from '../ingest/import.ts';
import { questionKey } from '../ingest/keys.ts';
import { effective } from '../ingest/merged/effective.ts';
import { givenDocuments } from '../ingest/merged/given.ts';
import { ClaimsDocument } from '../schema/article.ts';
import type { ChangedPart, ChangeReport } from '../schema/changes.ts';
import { distinct, inBatches } from '../schema/lists.ts';
import type { ProblemDetail } from '../schema/problem.ts';
import type { Reader, Store, Transaction } from '../store/port.ts';
import { differences, itemsOf, listParts, prune } from './items.ts';

/** What a change does to the document, and who says so. */
export interface DocumentChange extends Pick<NewChange, 'kind' | 'by' | 'why' | 'takesBack'> {
  /** In a sentence, made when it is known what came of it. */
  what(parts: readonly ChangedPart[]): string;
  /** The document as it is to be; it is checked like any that comes in. What nothing in it refers to goes. */
  change(document: ClaimsDocument, tx: Transaction): unknown;
  /** Beside those told by their ids: which claims and assertions take the place of which, by key. */
  rekeyed?: ReadonlyMap<string, string> | undefined;
  /** Writes what belongs to the change beside the document, and gives the parts of it that the record holds too. */
  beside?(tx: Transaction): Promise<ChangedPart[]>;
  /** Learns what importing the document told, where it is another than before. */
  imported?(report: ImportReport, tx: Transaction): Promise<void>;
}

/** The document of a held article, with its text if that is held. Throws NotFound where none is held under the key. */
export async function currentDocument(
  reader: Reader,
  key: string,
  withText: boolean,
): Promise<{ document: ClaimsDocument; hasText: boolean; name: string }> {
  const { held, name } = await subjectOf(reader, key, ['Article'], 'key');
  if (held !== true) {
    throw new NotFound(`The article "${key.slice(0, 200)}" is known only because others relay it.`, {
      detail: 'What it says is stated by those that relay it: change it there.',
    });
  }
  const operations = await operationsOf(reader);
  const stored = await storedOf(reader, [key], withText);
  const given = (await givenDocuments(reader, [key])).get(key)?.document;
  return { document: documentAsGiven(key, stored, given, operations), hasText: stored.hasText(key), name };
}

/** The fault with its place in the whole document, of which `left` is what something refers to. */
function placedInWhole(whole: ClaimsDocument, left: ClaimsDocument, fault: ProblemDetail): ProblemDetail {
  const [, part, number, ...rest] = (fault.pointer ?? '').split('/');
  const list = listParts.find((name) => name === part);
  const id = list && [...itemsOf(left, list).keys()][Number(number)];
  if (list === undefined || id === undefined) return fault;
  const at = [...itemsOf(whole, list).keys()].indexOf(id);
  return { ...fault, pointer: ['', list, at, ...rest].join('/') };
}

/**
 * Without what nothing refers to, where the form is right. Throws InvalidDocument for what is wrong with it, with places in
 * the document that was given.
 */
function checked(json: unknown): ParsedDocument & { kind: 'claims' } {
  const form = ClaimsDocument.safeParse(json);
  if (!form.success) return parseClaims(json);
  const left = prune(form.data);
  try {
    return parseClaims(left);
  } catch (error) {
    if (!(error instanceof InvalidDocument)) throw error;
    const errors = (error.details.errors ?? []).map((fault) => placedInWhole(form.data, left, fault));
    throw new InvalidDocument(error.message, { ...error.details, errors });
  }
}

/** Claims that are there already and answer one of the document's questions: the edges of these may change. */
async function claimsAsked(tx: Reader, document: ClaimsDocument): Promise<string[]> {
  const questions = distinct(document.claims.map(questionKey));
  const rows = await inBatches(questions, (batch) => tx.read('evidence/claims-of-questions', { questions: batch }));
  return rows.map(({ claim }) => claim);
}

/** By the key of each claim and assertion the one that has its id afterwards, where that is another. */
function rekeyedBy(before: ClaimsDocument, after: ClaimsDocument): Map<string, Set<string>> {
  const [old, now] = [localKeys(before), localKeys(after)];
  const moved = (from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>) =>
    [...from].flatMap(([id, key]): [string, Set<string>][] => {
      const next = to.get(id);
      return next === undefined || next === key ? [] : [[key, new Set([next])]];
    });
  return new Map([...moved(old.claims, now.claims), ...moved(old.assertions, now.assertions)]);
}

/**
 * In a transaction under the write lock. Grades, notes and what people made of contradictions follow what they are
 * about. Throws NotFound where no such article is held, and InvalidDocument where what comes out is not valid.
 */
export async function changeDocumentIn(
  tx: Transaction,
  article: string,
  change: DocumentChange,
): Promise<ChangeReport> {
  const { document: before, name } = await currentDocument(tx, article, true);
  const next = checked(await change.change(before, tx));
  const beside = (await change.beside?.(tx)) ?? [];
  const subject = { key: article, name };
  const record = (parts: readonly ChangedPart[]) => {
    const { kind, by, why, takesBack } = change;
    return recordChange(tx, { kind, by, why, takesBack, subject, what: change.what(parts), parts });
  };
  if (canonicalJson(next.document) === canonicalJson(before)) {
    if (beside.length === 0) return { key: article, outcome: 'unchanged', edges: [], change: null };
    return { key: article, outcome: 'changed', edges: [], change: await record(beside) };
  }
  const operations = await operationsOf(tx);
  const [old, now] = [effective(before, operations).document, effective(next.document, operations).document];
  const earlier = distinct([...(await questionsAround(tx, { articles: [article] })), ...(await claimsAsked(tx, now))]);
  const edges = await edgesOf(tx, earlier);
  const disposed = await disposedOf(tx, earlier);
  const rekeyed = rekeyedBy(old, now);
  for (const [from, next] of change.rekeyed ?? []) rekeyed.set(from, new Set([next]));
  const grades = await inBatches(rekeyed.keys(), (keys) => tx.read('read/curation/grades-of', { keys }));

  const together = new Together();
  const report = await importInto(tx, next, { byHand: true, derive: together });
  await change.imported?.(report, tx);
  const claims = distinct([...(await questionsAround(tx, { articles: [article] })), ...earlier]);
  // What the change brings near was there before it: the edges are still those of then.
  for (const [key, edge] of await edgesOf(tx, claims)) if (!edges.has(key)) edges.set(key, edge);
  await together.settle(tx);

  const to = await successorsAmong(tx, rekeyed.keys(), rekeyed, new Map());
  await moveGrades(
    tx,
    grades.filter(({ key }) => to(key) !== key),
    to,
  );
  await moveNotes(tx, rekeyed, new Map());
  await moveDispositions(tx, disposed, rekeyed, claims);
  const after = await currentDocument(tx, article, false);
  const keys = [...rekeyed].flatMap(([from, next]): ChangedPart[] =>
    [...next].map((key) => ({ part: 'key', id: from, before: { key: from }, after: { key } })),
  );
  const parts = [...differences(before, after.document), ...beside, ...keys];
  // What was written in another way and says the same is no change.
  if (parts.length === 0) return { key: article, outcome: 'unchanged', edges: [], change: null };
  return {
    key: article,
    outcome: 'changed',
    edges: changes(edges, await edgesOf(tx, claims)),
    change: await record(parts),
  };
}

/** The same in a transaction of its own. Throws ReadOnly where the database is not to be written. */
export async function changeDocument(
  store: Pick<Store, 'transaction' | 'capabilities'>,
  article: string,
  change: DocumentChange,
): Promise<ChangeReport> {
  requireHearsay(store);
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    return changeDocumentIn(tx, article, change);
  });
}
