// Which of the files given to the import are read, and as what: by name, and in a folder by what else is there.
import { statSync } from 'node:fs';
import { formOfName } from '../ingest/readers/article/read.ts';
import type { Tally } from '../ingest/readers/tally.ts';
import type { ArticleForm } from '../schema/article-text.ts';
import { filesUnder } from './read-files.ts';

export interface Chosen {
  json: string[];
  /** One JSON value a line. */
  lines: string[];
  /** Annotations, and the texts that may be theirs. */
  ann: string[];
  texts: string[];
  articles: { file: string; form: ArticleForm }[];
  csv: string[];
  /** Web addresses. */
  addresses: string[];
  /** Named by the person and of no kind that is read. */
  unknown: string[];
}

/** What lies beside data in a folder and is none. */
const beside = /^(readme|licen[cs]e|notice|changelog|contributing)(\.|$)/i;
const baseName = (path: string): string => path.slice(path.search(/[^/\\]*$/));
const endingOf = (path: string): string => /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

function put(file: string, chosen: Chosen): boolean {
  const ending = endingOf(file);
  const form = formOfName(file);
  if (ending === 'json' || ending === 'jsonld') chosen.json.push(file);
  else if (ending === 'ndjson' || ending === 'jsonl' || ending === 'ftm') chosen.lines.push(file);
  else if (ending === 'ann') chosen.ann.push(file);
  else if (ending === 'csv' || ending === 'tsv') chosen.csv.push(file);
  else if (form === 'text') chosen.texts.push(file);
  else if (form !== undefined) chosen.articles.push({ file, form });
  else return false;
  return true;
}

/** Of a folder with JSON or annotations these are taken and no articles beside them; of any other its articles. */
function fromFolder(folder: string, chosen: Chosen, tally: Tally): void {
  const own: Chosen = { json: [], lines: [], ann: [], texts: [], articles: [], csv: [], addresses: [], unknown: [] };
  const aside = (file: string): void => tally.add(`files of a folder that are left aside (.${endingOf(file)})`);
  // Of what is no data nothing is said, as nobody would expect it to be read.
  for (const file of filesUnder(folder, () => true)) if (!beside.test(baseName(file))) put(file, own);
  const hasDocuments = own.json.length + own.lines.length + own.ann.length > 0;
  chosen.json.push(...own.json);
  chosen.lines.push(...own.lines);
  chosen.ann.push(...own.ann);
  for (const file of own.csv) aside(file);
  if (!hasDocuments) chosen.articles.push(...own.articles);
  else for (const { file } of own.articles) aside(file);
  if (own.ann.length > 0 || !hasDocuments) chosen.texts.push(...own.texts);
  else for (const file of own.texts) aside(file);
}

/** Throws NotFound where a path leads nowhere. What is left aside of a folder is tallied. */
export function chooseFiles(paths: readonly string[], tally: Tally): Chosen {
  const chosen: Chosen = { json: [], lines: [], ann: [], texts: [], articles: [], csv: [], addresses: [], unknown: [] };
  for (const path of paths) {
    if (/^https?:\/\//i.test(path)) {
      chosen.addresses.push(path);
      continue;
    }
    const [file = path] = filesUnder(path, () => false);
    const isFolder = statSync(path).isDirectory();
    if (isFolder) fromFolder(path, chosen, tally);
    else if (!put(file, chosen)) chosen.unknown.push(file);
  }
  return chosen;
}
