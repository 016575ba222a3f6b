// Reads the table that says of each text file who published it and when: tab-separated, one row a file.
import { IsoDate } from '../../../schema/span.ts';
import type { Faults } from '../faults.ts';
import { inLine } from '../text/shorten.ts';

export interface ArticleFacts {
  title?: string;
  author?: string;
  publisher?: string;
  date?: string;
  url?: string;
  lang?: string;
  /** Whom the article says it took from: "h/t: Coast Radio". */
  credit?: string;
  /** The agency whose report it prints. */
  wire?: string;
}

const columns: Readonly<Record<string, keyof ArticleFacts | 'file'>> = {
  filename: 'file',
  file: 'file',
  title: 'title',
  author: 'author',
  publisher: 'publisher',
  outlet: 'publisher',
  publication_date: 'date',
  date: 'date',
  url: 'url',
  lang: 'lang',
  credit: 'credit',
  wire: 'wire',
};
/** What tables write where there is nothing. */
const absent = new Set(['', 'none', 'na', 'n/a', 'null', '-']);
const limits: Partial<Record<keyof ArticleFacts, number>> = { title: 500, author: 200, publisher: 200 };

function faultOf(name: keyof ArticleFacts, value: string): string | null {
  if (name === 'date' && !IsoDate.safeParse(value).success)
    return `${JSON.stringify(value)} is no date of the calendar in ISO form, such as 2026-03-02`;
  if (name === 'url' && !/^https?:\/\/\S+$/.test(value)) return `${JSON.stringify(value)} is no http or https address`;
  if (name === 'lang' && !/^[a-z]{2,3}(-[A-Z]{2})?$/.test(value))
    return `${JSON.stringify(value)} is no language code, such as en or en-GB`;
  const most = limits[name];
  if (most !== undefined && value.length > most) return `is too long: at most ${most} characters`;
  return null;
}

/**
 * The facts by the name of the text file without its ending. Other columns are left aside. Faults have line and column:
 * a missing column `filename`, a row with other than the header's number of cells, a file named twice, a date that is none.
 */
export function readMetadata(file: string, text: string, faults: Faults): Map<string, ArticleFacts> {
  const found = new Map<string, ArticleFacts>();
  const lineOf = new Map<string, number>();
  const rows = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const header = (rows[0] ?? '').split('\t').map((name) => name.trim().toLowerCase());
  const meaning = header.map((name) => (Object.hasOwn(columns, name) ? columns[name] : undefined));
  const at = meaning.indexOf('file');
  if (at === -1) {
    const reason = 'has no column "filename"; the first line names the columns, with tabs between them';
    faults.add({ file, line: 1, reason });
    return found;
  }
  rows.slice(1).forEach((row, index) => {
    if (row.trim() === '') return;
    const line = index + 2;
    const cells = row.split('\t').map(inLine);
    if (cells.length !== header.length) {
      faults.add({ file, line, reason: `has ${cells.length} cells, where the header has ${header.length}` });
      return;
    }
    const name = (cells[at] ?? '').replace(/\.txt$/i, '');
    const before = lineOf.get(name);
    if (name === '') faults.add({ file, line, field: header[at], reason: 'is empty; it names the text file' });
    else if (before !== undefined)
      faults.add({ file, line, field: header[at], reason: `names "${name}", which line ${before} does; keep one row` });
    else {
      lineOf.set(name, line);
      found.set(name, factsOf(file, line, cells, { header, meaning }, faults));
    }
  });
  return found;
}

function factsOf(
  file: string,
  line: number,
  cells: readonly string[],
  { header, meaning }: { header: readonly string[]; meaning: readonly (keyof ArticleFacts | 'file' | undefined)[] },
  faults: Faults,
): ArticleFacts {
  const facts: ArticleFacts = {};
  cells.forEach((value, index) => {
    const name = meaning[index];
    if (name === undefined || name === 'file' || absent.has(value.toLowerCase())) return;
    const reason = faultOf(name, value);
    if (reason === null) facts[name] = value;
    else faults.add({ file, line, field: header[index], reason });
  });
  return facts;
}
