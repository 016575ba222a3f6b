// Reads a document of either format: form first, then sense; all faults are told at once.
import { ClaimsDocument } from '../schema/article.ts';
import { EntitiesDocument } from '../schema/entity.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { checkClaims } from './check-claims.ts';
import { checkEntities } from './check-entities.ts';
import { Issues } from './issues.ts';
import { placeOf, reasonOf } from './reasons.ts';

/** A document that is good in itself; whether what it points to exists is found out at the database. */
export type ParsedDocument =
  | { kind: 'claims'; document: ClaimsDocument; file?: string; hash: string }
  | { kind: 'entities'; document: EntitiesDocument; file?: string; hash: string };

const formats = ['hearsay-claims/1', 'hearsay-entities/1'] as const;
const exportWays = 'the import command and no other file, or POST /api/imports/export';
const formatOf = (json: unknown): unknown =>
  json !== null && typeof json === 'object' && 'format' in json ? json.format : undefined;

/**
 * A claims or entities document from parsed JSON; `file` is named in the errors. Throws InvalidDocument whose `errors`
 * hold file, JSON pointer and reason of every fault. The hash is of the content: the order of members does not matter.
 */
export function parseDocument(json: unknown, file?: string): ParsedDocument {
  const issues = new Issues(file);
  const format = formatOf(json);
  if (format !== formats[0] && format !== formats[1]) {
    const found = typeof format === 'string' ? `, not ${JSON.stringify(format.slice(0, 60))}` : '';
    if (json === null || typeof json !== 'object' || Array.isArray(json)) issues.add([], 'must be a JSON object');
    else if (typeof format === 'string' && format.startsWith('hearsay-export/'))
      issues.add(['format'], `is of an export, which imports by itself: with ${exportWays}`);
    else
      issues.add(
        ['format'],
        `must be "${formats[0]}" (one article and its claims) or "${formats[1]}" (shared entities)${found}`,
      );
    issues.stop();
  }
  const schema = format === formats[0] ? ClaimsDocument : EntitiesDocument;
  const result = schema.safeParse(json, { reportInput: true });
  if (!result.success) for (const issue of result.error.issues) issues.add(placeOf(issue), reasonOf(issue));
  issues.stop();
  const document = result.data as ClaimsDocument | EntitiesDocument;
  const { $schema: _, ...content } = document;
  const common = { ...(file === undefined ? {} : { file }), hash: `sha256:${sha256(canonicalJson(content))}` };
  if (document.format === 'hearsay-claims/1') {
    checkClaims(document, issues);
    issues.stop();
    return { kind: 'claims', document, ...common };
  }
  checkEntities(document, issues);
  issues.stop();
  return { kind: 'entities', document, ...common };
}

/** The same for a document that is made to be a claims document. */
export function parseClaims(json: unknown, file?: string): ParsedDocument & { kind: 'claims' } {
  const parsed = parseDocument(json, file);
  if (parsed.kind === 'claims') return parsed;
  throw new Error('The document of an article is a claims document.');
}
