// The graph as tables for spreadsheets: nodes, relations with where they are from, and articles, zipped together.
import { Zip, ZipDeflate } from 'fflate';
import type { ArticleRef } from '../../server/schema/view.ts';
import { csvText } from '../text/cypher-values.ts';
import { type Column, edgeColumns, nodeColumns, type Value } from './columns.ts';
import type { Contents, ExportEdge, ExportNode } from './contents.ts';
import { inTurns, type Work } from './work.ts';
import { xmlSafe } from './xml.ts';

/** A number that was one in the graph is one in the sheet; text that a spreadsheet would take for a formula is made harmless. */
const field = (value: Value | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? csvText(xmlSafe(value)) : String(value);

const line = (fields: readonly (Value | undefined)[]): string => `${fields.map(field).join(',')}\r\n`;

function* table<T>(columns: readonly Column<T>[], rows: readonly T[]): Generator<string> {
  yield `\uFEFF${line(columns.map(({ name }) => name))}`;
  for (const row of rows) yield line(columns.map(({ value }) => value(row)));
}

const text = <T>(name: string, value: (of: T) => string | null | undefined): Column<T> => ({
  name,
  type: 'string',
  value: (of) => value(of) ?? undefined,
});

const articleColumns: readonly Column<ArticleRef>[] = [
  text('key', ({ key }) => key),
  text('title', ({ title }) => title),
  text('outlet', ({ outlet }) => outlet?.name),
  text('outletKey', ({ outlet }) => outlet?.key),
  text('publishedFrom', ({ publishedFrom }) => publishedFrom),
  text('publishedTo', ({ publishedTo }) => publishedTo),
  text('dateBasis', ({ dateBasis }) => dateBasis),
  { name: 'held', type: 'boolean', value: ({ held }) => held },
  text('address', ({ url }) => url),
];

function* read(contents: Contents): Generator<string> {
  const { about } = contents;
  const files = [
    'nodes.csv, relations.csv and articles.csv are in UTF-8, with commas and quotation marks as in RFC 4180.',
  ];
  yield `${[about.title, ...about.lines, '', `To come back to the view: ${about.address}`, `Exported ${about.exported} by ${about.creator}.`, '', ...files].join('\r\n')}\r\n`;
}

const ends: readonly Column<ExportEdge>[] = [
  text('source', ({ source }) => source),
  text('target', ({ target }) => target),
];
const places: readonly Column<ExportNode>[] = [
  { name: 'x', type: 'double', value: ({ drawn }) => Math.round(drawn.x * 100) / 100 },
  { name: 'y', type: 'double', value: ({ drawn }) => Math.round(drawn.y * 100) / 100 },
];

export async function csv(contents: Contents, work: Work): Promise<Blob> {
  const { nodes, edges, articles, about } = contents;
  const files: readonly [string, Iterable<string>][] = [
    ['README.txt', read(contents)],
    ['nodes.csv', table([...nodeColumns(contents), ...places], nodes)],
    ['relations.csv', table([...ends, ...edgeColumns(contents)], edges)],
    ...(about.foreign ? [] : [['articles.csv', table(articleColumns, articles)] as [string, Iterable<string>]]),
  ];
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const encoder = new TextEncoder();
  const zip = new Zip((error, data) => {
    if (error) throw error;
    parts.push(data as Uint8Array<ArrayBuffer>);
  });
  function* pieces(): Generator<() => void> {
    for (const [name, lines] of files) {
      const next = new ZipDeflate(name, { level: 6 });
      next.mtime = about.exported;
      zip.add(next);
      for (const piece of lines) yield () => next.push(encoder.encode(piece));
      yield () => next.push(new Uint8Array(0), true);
    }
  }
  await inTurns(pieces(), nodes.length + edges.length + articles.length, work, (act) => act());
  zip.end();
  return new Blob(parts, { type: 'application/zip' });
}
