// Imports of other forms than Hearsay's documents: a CSV file with a mapping of its columns, an article as a file.
import { z } from 'zod';
import { readKnown } from '../drafts/known.ts';
import { takeArticle } from '../drafts/take.ts';
import { InvalidRequest } from '../errors.ts';
import { parseClaims } from '../ingest/document.ts';
import { importMany, type NamedDocument } from '../ingest/many.ts';
import { readAddress } from '../ingest/readers/address/read.ts';
import type { ReadArticle } from '../ingest/readers/article/make.ts';
import { articleTypes, formOfName, readArticle } from '../ingest/readers/article/read.ts';
import { articleToDocument } from '../ingest/readers/article/to-document.ts';
import { importCsv } from '../ingest/readers/csv/import-csv.ts';
import { parseMapping } from '../ingest/readers/csv/mapping.ts';
import { Faults, refuse } from '../ingest/readers/faults.ts';
import { documentsOf, documentsOfLines } from '../ingest/readers/linked.ts';
import { Tally } from '../ingest/readers/tally.ts';
import { decode } from '../ingest/readers/text/decode.ts';
import { jsonSchema } from '../openapi.ts';
import { AddressBody, ArticleQuery, ArticleReport, LinkedReport } from '../schema/article-text.ts';
import { CsvMapping, CsvReport } from '../schema/csv-mapping.ts';
import { ImportQuery } from '../schema/query.ts';
import { parseBody } from './body.ts';
import { type Context, route, unlessTried } from './declare.ts';
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

type Importing = Pick<Context, 'store' | 'readingRoom'>;
async function importArticle(
  { store, readingRoom: { extract } }: Importing,
  file: string,
  { article, notes }: ReadArticle,
  dryRun: boolean,
) {
  const { text, ...read } = article;
  const parsed = parseClaims(articleToDocument(article), file);
  const report = await takeArticle(store, parsed, { dryRun, extract, known: () => readKnown(store) });
  return { ...report, read: { ...read, length: [...text].length }, notes: [...notes, ...report.notes] };
}

async function* linkedDocuments(body: StreamedBody, faults: Faults, tally: Tally): AsyncGenerator<NamedDocument> {
  const file = 'The file';
  if (body.type === 'application/ld+json') {
    const text = decode({ file, bytes: await wholeBody(body) });
    const json = isJson(text) ? (JSON.parse(text) as unknown) : refuse({ file, reason: 'is not well-formed JSON' });
    yield* documentsOf(file, json, faults, tally);
  } else yield* documentsOfLines(file, body.chunks, faults, tally);
  faults.stop();
}

export const importRoutes = [
  route({
    method: 'post',
    path: '/api/imports/csv',
    needs: unlessTried,
    summary: 'Takes in a CSV file by a mapping of its columns',
    description:
      'The whole file is checked first: a fault in it, listed with its line, writes nothing. Then each article is ' +
      'written whole or not at all; one that the database refuses stops the rest, and the answer says what ' +
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
    path: '/api/imports/address',
    summary: 'Takes in the article at a web address, where the operator allows it',
    description:
      'HEARSAY_FETCH says which hosts may be asked. Only ports 80 and 443 of public network addresses are, at every step ' +
      'of at most five redirects; the page has the limits of a file, and 20 seconds.',
    query: ImportQuery,
    body: AddressBody,
    response: ArticleReport,
    problems: [
      ...(['invalid-document', 'conflict', 'read-only', 'fetch-refused', 'fetch-failed'] as const),
      ...(['too-large', 'unsupported-media-type'] as const),
    ],
    async handle({ workshop, fetching, documentBytes, ...context }, { query: { dryRun }, body }) {
      const { url } = parseBody(AddressBody, body);
      const read = await readAddress(url, fetching, { mostBytes: documentBytes }, workshop);
      return importArticle(context, url, read, dryRun);
    },
  }),
  route({
    method: 'post',
    path: '/api/imports/linked',
    needs: unlessTried,
    summary: 'Takes in fact-checks (ClaimReview as schema.org data) or a FollowTheMoney file',
    description:
      'JSON-LD as one value, or NDJSON with one a line. A page with ClaimReviews becomes an article that denies, asserts or ' +
      'questions each claim; people, organizations and ties of FollowTheMoney become shared entities. What there is ' +
      'nothing for is counted in the notes.',
    query: ImportQuery,
    stream: ['application/ld+json', 'application/x-ndjson', 'application/jsonl'],
    response: LinkedReport,
    problems: ['invalid-document', 'conflict', 'read-only', 'too-large', 'unsupported-media-type'],
    async handle({ store }, { query: { dryRun }, body }) {
      const [tally, faults] = [new Tally(), new Faults()];
      const documents = linkedDocuments(body as StreamedBody, faults, tally);
      const reports = await importMany(store, documents, { dryRun });
      return { documents: reports.map(({ report }) => report), notes: tally.lines() };
    },
  }),
  route({
    method: 'post',
    path: '/api/imports/articles',
    needs: unlessTried,
    summary: 'Takes in an article as a file: plain text, Markdown, HTML, PDF or Word',
    description:
      'Its readable text is held, with what the file says of its title, author, outlet, address and date; the same file ' +
      'again changes nothing. A draft of what it says is kept beside it: none of that is evidence before it is accepted. ' +
      'With curl: -H "content-type: text/html" --data-binary @PAGE.html',
    query: ArticleQuery,
    stream: [...Object.keys(articleTypes), 'application/octet-stream'],
    response: ArticleReport,
    problems: ['invalid-document', 'conflict', 'read-only', 'too-large', 'unsupported-media-type'],
    async handle({ workshop, ...context }, { query: { name, encoding, dryRun }, body }) {
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
      return importArticle(context, file, { article, notes }, dryRun);
    },
  }),
  route({
    method: 'get',
    path: '/api/schema/csv-mapping.json',
    needs: 'anyone',
    summary: 'The JSON Schema of a mapping for a CSV file',
    response: z.record(z.string(), z.unknown()),
    handle: async () => ({ title: 'Hearsay mapping for a CSV file', ...jsonSchema(CsvMapping, 'input') }),
  }),
];
