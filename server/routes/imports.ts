// Imports of other forms than Hearsay's documents: a CSV file with a mapping of its columns.
import { z } from 'zod';
import { importCsv } from '../ingest/readers/csv/import-csv.ts';
import { parseMapping } from '../ingest/readers/csv/mapping.ts';
import { jsonSchema } from '../openapi.ts';
import { CsvMapping, CsvReport } from '../schema/csv-mapping.ts';
import { ImportQuery } from '../schema/query.ts';
import { route } from './declare.ts';
import type { StreamedBody } from './stream-body.ts';

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
    method: 'get',
    path: '/api/schema/csv-mapping.json',
    summary: 'The JSON Schema of a mapping for a CSV file',
    response: z.record(z.string(), z.unknown()),
    handle: async () => ({ title: 'Hearsay mapping for a CSV file', ...jsonSchema(CsvMapping, 'input') }),
  }),
];
