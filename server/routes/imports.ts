// Imports of other forms than Hearsay's documents: a CSV file with a mapping of its columns, an article as a file.
import { z } from 'zod';
import { InvalidRequest } from '../errors.ts';
import { parseDocument } from '../ingest/document.ts';
import { importDocument } from '../ingest/import.ts';
import { articleTypes, formOfName, readArticle } from '../ingest/readers/article/read.ts';
import { articleToDocument } from '../ingest/readers/article/to-document.ts';
import { importCsv } from '../ingest/readers/csv/import-csv.ts';
import { parseMapping } from '../ingest/readers/csv/mapping.ts';
import { jsonSchema } from '../openapi.ts';
import { ArticleQuery, ArticleReport } from '../schema/article-text.ts';
import { CsvMapping, CsvReport } from '../schema/csv-mapping.ts';
import { ImportQuery } from '../schema/query.ts';
import { route } from './declare.ts';
import { type StreamedBody, wholeBody } from './stream-body.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
const Mapping = z
  .string()
  .refine(isJson, { error: 'must be a mapping as URL-encoded JSON' })
  .describe(
    'What the columns mean: a mapping (hearsay-csv/1) as JSON, URL-encoded; its form is at /api/schema/csv-mapping.json.',
  );

export const importRoutes = [
  route({
    method: 'post',
    path: '/api/imports/csv',
    summary: 'Takes in a CSV file by a mapping of its columns',
    description:
      'The whole file is checked first: a fault in it, listed with its line, writes nothing. Then each article is ' +
      'written in a transaction of its own; one that the database refuses stops the rest, and the answer says what ' +
      'is kept. The same file again changes nothing. With curl: --data-binary @FILE.csv --url-query mapping@MAPPING.json',
    query: ImportQuery.extend({ mapping: Mapping }),
    stream: 'text/csv',
    response: CsvReport,
    problems: ['invalid-document', 'conflict', 'read-only', 'too-large', 'unsupported-media-type'],
    async handle({ store }, { query, body }) {
      const mapping = parseMapping(JSON.parse(query.mapping), 'The mapping');
      return importCsv(store, { file: 'The file', ...(body as StreamedBody) }, mapping, { dryRun: query.dryRun });
    },
  }),
  route({
    method: 'post',
    path: '/api/imports/articles',
    summary: 'Takes in an article as a file: plain text, Markdown, HTML, PDF or Word',
    description:
      'Its readable text is held, with what the file says of its title, author, outlet, address and date; the same file ' +
      'again changes nothing. It has no claims yet. With curl: -H "content-type: text/html" --data-binary @PAGE.html',
    query: ArticleQuery,
    stream: [...Object.keys(articleTypes), 'application/octet-stream'],
    response: ArticleReport,
    problems: ['invalid-document', 'conflict', 'read-only', 'too-large', 'unsupported-media-type'],
    async handle({ store, workshop }, { query: { name, encoding, dryRun }, body }) {
      const { type, charset } = body as StreamedBody;
      const form = articleTypes[type] ?? formOfName(name ?? '');
      if (form === undefined)
        throw new InvalidRequest(
          'name: must end in .txt, .md, .html, .pdf or .docx where the body is of no known type.',
          {
            errors: [{ field: 'name', reason: 'must end in .txt, .md, .html, .pdf or .docx' }],
          },
        );
      const file = name ?? 'The file';
      const bytes = await wholeBody(body as StreamedBody);
      const { article, notes } = await readArticle({ file, bytes, form, encoding, declared: charset }, workshop);
      const { text, ...read } = article;
      const report = await importDocument(store, parseDocument(articleToDocument(article), file), { dryRun });
      return { ...report, read: { ...read, length: [...text].length }, notes };
    },
  }),
  route({
    method: 'get',
    path: '/api/schema/csv-mapping.json',
    summary: 'The JSON Schema of a mapping for a CSV file',
    response: z.record(z.string(), z.unknown()),
    handle: async () => ({ title: 'Hearsay mapping for a CSV file', ...jsonSchema(CsvMapping, 'input') }),
  }),
];
