// Writes the published JSON Schemas of the document formats, of drafts and of the mapping for CSV files to docs/; with --check it fails where they are out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { ClaimsDocument } from '../server/schema/article.ts';
import { CsvMapping } from '../server/schema/csv-mapping.ts';
import { Draft } from '../server/schema/draft.ts';
import { EntitiesDocument } from '../server/schema/entity.ts';
import { HearsayExport } from '../server/schema/exchange.ts';

const documents = {
  'docs/claims-document.schema.json': {
    schema: ClaimsDocument,
    title: 'Hearsay claims document',
    description: 'One article with everything it says: see docs/data-format.md.',
  },
  'docs/entities-document.schema.json': {
    schema: EntitiesDocument,
    title: 'Hearsay entities document',
    description: 'Entities and relations shared by several articles: see docs/data-format.md.',
  },
  'docs/draft.schema.json': {
    schema: Draft,
    title: 'Hearsay draft',
    description: 'What an article is proposed to say, for review: see docs/review.md.',
  },
  'docs/csv-mapping.schema.json': {
    schema: CsvMapping,
    title: 'Hearsay mapping for a CSV file',
    description: 'What the columns of a CSV file mean: see docs/csv-import.md.',
  },
  'docs/export.schema.json': {
    schema: HearsayExport,
    title: 'Hearsay export',
    description: 'A database, or a part of it, as one file that imports again: see docs/json-export.md.',
  },
};
const check = process.argv.includes('--check');
for (const [path, { schema, title, description }] of Object.entries(documents)) {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const text = `${JSON.stringify({ $schema, title, description, ...rest }, null, 2)}\n`;
  const file = new URL(`../${path}`, import.meta.url);
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${path} does not match server/schema: run "npm run schema" and commit the result.`);
    process.exitCode = 1;
  }
}
