// The commands on drafts: reading a file without any database, and listing what waits for a review.
import { readFile } from 'node:fs/promises';
import { readConfig } from '../config.ts';
import { draftOf } from '../drafts/extract.ts';
import { aboutOf } from '../drafts/take.ts';
import { listDrafts } from '../drafts/view.ts';
import { InvalidDocument } from '../errors.ts';
import { prepare } from '../extract/draft.ts';
import type { KnownEntity } from '../extract/mentions/known.ts';
import { parseClaims, parseDocument } from '../ingest/document.ts';
import type { FileReport } from '../ingest/many.ts';
import { checksOf } from '../ingest/readers/address/fetch.ts';
import { Tally } from '../ingest/readers/tally.ts';
import type { OpenedStore } from '../store/open.ts';
import { chooseFiles } from './import-choice.ts';
import { documentsIn } from './import-documents.ts';
import { parse } from './read-files.ts';

async function entitiesIn(file: string | undefined): Promise<KnownEntity[]> {
  if (file === undefined) return [];
  const { document } = parseDocument(parse(file, await readFile(file)), file);
  return document.entities.map(({ key, type, name, aliases = [] }) => ({ key, type, name, aliases }));
}

/**
 * The draft of an article's file as JSON, read against the entities of the document `known`. Throws InvalidDocument for
 * what is no article.
 */
export async function extractCommand(
  path: string,
  { known, encoding }: { known: string | undefined; encoding: string | undefined },
): Promise<string> {
  const entities = await entitiesIn(known);
  const tally = new Tally();
  const chosen = chooseFiles([path], tally);
  const { documentBytes: mostBytes, fetch } = readConfig(process.env);
  const options = { encoding, mostBytes, fetching: fetch && checksOf(fetch) };
  for await (const { file, json, unread } of documentsIn(chosen, options, tally)) {
    if (!unread) break;
    const { article } = parseClaims(json, file).document;
    const draft = draftOf(article.text ?? '', aboutOf(article.key, article), prepare({ entities }));
    return JSON.stringify(draft, null, 2);
  }
  const reason = 'is no article: read are .txt, .md, .html, .pdf and .docx';
  throw new InvalidDocument(`"${path}" ${reason}.`, { errors: [{ file: path, pointer: '', reason }] });
}

/** One line a draft: open claims, accepted and rejected ones, the article. */
export async function draftsCommand(
  withStore: <T>(work: (store: OpenedStore) => Promise<T>) => Promise<T>,
): Promise<string> {
  const drafts = await withStore(listDrafts);
  if (drafts.length === 0) return 'There are no drafts: articles that are imported as files get one.';
  const lines = drafts.map(
    ({ open, accepted, rejected, article: { key, name } }) =>
      `${String(open).padStart(4)} open  ${String(accepted).padStart(4)} accepted  ${String(rejected).padStart(4)} rejected  ${key}  ${name}`,
  );
  return lines.join('\n');
}

/** What came of reading articles for their claims, in a sentence; empty where nothing was proposed. */
export function draftSummary(reports: readonly FileReport[]): string {
  const drafts = reports.flatMap(({ report }) => report.draft ?? []);
  const sum = (of: (draft: (typeof drafts)[number]) => number): number =>
    drafts.reduce((total, draft) => total + of(draft), 0);
  const claims = sum(({ proposals }) => proposals.claim ?? 0);
  if (claims === 0) return '';
  const [open, accepted, remembered] = [
    sum((one) => one.open),
    sum((one) => one.accepted),
    sum((one) => one.remembered),
  ];
  const parts = [`${claims} claims proposed, ${accepted} accepted, ${open} to review`];
  if (remembered > 0) parts.push(`${remembered} decisions remembered`);
  return `${parts.join('; ')}.`;
}
