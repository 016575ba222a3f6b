// Changes what the document of a held article says: it is made again from what is stored, changed, and imported by the ordinary way.
import { changes, edgesOf } from '../curation/decide.ts';
import { operationsOf } from '../evidence/operations.ts';
import { claimsDocumentOf } from '../exchange/claims-document.ts';
import { storedOf } from '../exchange/stored.ts';
import { canonicalJson } from '../ingest/canonical.ts';
import { questionsAround } from '../ingest/derive.ts';
import { parseDocument } from '../ingest/document.ts';
import { type ImportOptions, type ImportReport, importInto } from '../ingest/import.ts';
import { questionKey } from '../ingest/keys.ts';
import { effective } from '../ingest/merged/effective.ts';
import { givenDocuments } from '../ingest/merged/given.ts';
import type { ClaimsDocument } from '../schema/article.ts';
import type { CurationReport } from '../schema/curation.ts';
import { distinct, inBatches } from '../schema/lists.ts';
import type { Reader, Transaction } from '../store/port.ts';

/** With its text; as it would be without merges and splits, so that taking one of these back parts what it joined. */
export async function currentDocument(reader: Reader, article: string): Promise<ClaimsDocument> {
  const stored = await storedOf(reader, [article], true);
  const stands = claimsDocumentOf(article, stored);
  const given = (await givenDocuments(reader, [article])).get(article)?.document;
  if (given === undefined || effective(given, await operationsOf(reader)).document === given) return stands;
  const { text } = stands.article;
  return text === undefined ? given : { ...given, article: { ...given.article, text } };
}

async function claimsOn(tx: Reader, article: string, { claims }: ClaimsDocument): Promise<string[]> {
  const around = await questionsAround(tx, { articles: [article] });
  const rows = await inBatches(distinct(claims.map(questionKey)), (questions) =>
    tx.read('evidence/claims-of-questions', { questions }),
  );
  return distinct([...around, ...rows.map(({ claim }) => claim)]);
}

export interface Changed {
  outcome: 'changed' | 'unchanged';
  edges: CurationReport['edges'];
  /** What importing it told; null where nothing changed. */
  report: ImportReport | null;
}

/**
 * Leaves the article's document as `transform` makes it, in a transaction that the caller has locked. Throws
 * InvalidDocument where that is no valid document; then nothing is to be committed. `derive` as in an import: `edges` are
 * told for `now` only.
 */
export async function changeInside(
  tx: Transaction,
  article: string,
  transform: (document: ClaimsDocument) => ClaimsDocument,
  derive: ImportOptions['derive'] = 'now',
  file = `The document of ${article}`,
): Promise<Changed> {
  const current = await currentDocument(tx, article);
  const changed = transform(current);
  if (canonicalJson(changed) === canonicalJson(current)) return { outcome: 'unchanged', edges: [], report: null };
  const parsed = parseDocument(changed, file);
  if (derive !== 'now') {
    return { outcome: 'changed', edges: [], report: await importInto(tx, parsed, { derive }) };
  }
  const earlier = await claimsOn(tx, article, changed);
  const before = await edgesOf(tx, earlier);
  const report = await importInto(tx, parsed, { derive });
  const after = await edgesOf(tx, distinct([...earlier, ...(await claimsOn(tx, article, changed))]));
  return { outcome: 'changed', edges: changes(before, after), report };
}
