// Reads the export of a database: form first, then each document in it, then what its decisions are about.
import { z } from 'zod';
import { InvalidDocument } from '../errors.ts';
import type { Operation } from '../evidence/operations.ts';
import { claimsRows } from '../ingest/claims.ts';
import { type ParsedDocument, parseDocument } from '../ingest/document.ts';
import type { Exported } from '../ingest/import.ts';
import { Issues, type Path, pointerOf } from '../ingest/issues.ts';
import { baseKeyOf } from '../ingest/keys.ts';
import { effective } from '../ingest/merged/effective.ts';
import { placeOf, reasonOf } from '../ingest/reasons.ts';
import { entityReferences } from '../ingest/references.ts';
import {
  ExportedArticle,
  type ExportedDecisions,
  exportFormat,
  HearsayExport,
  plainFormat,
} from '../schema/exchange.ts';
import type { Decision, Kind } from './decision-kind.ts';
import { decisionKinds, kindNames } from './decisions.ts';
import { operationsIn } from './identity-decisions.ts';

/** A document of one article, and what the export says of it. */
export interface ParsedArticle {
  parsed: ParsedDocument & { kind: 'claims' };
  exported: Exported;
}

/** An export that is good in itself. */
export interface ParsedExport {
  articles: ParsedArticle[];
  entities: (ParsedDocument & { kind: 'entities' })[];
  standing: HearsayExport['standing'];
  decisions: ExportedDecisions;
  edges: HearsayExport['derived']['edges'];
}

const formatOf = (json: unknown): string => {
  const format: unknown = json !== null && typeof json === 'object' && 'format' in json ? json.format : undefined;
  return typeof format === 'string' ? format : '';
};

/** Whether a JSON file says that it is an export, of whichever version. */
export const isExport = (json: unknown): boolean => /^hearsay-(export|plain-graph)\//.test(formatOf(json));

function checkFormat(json: unknown, issues: Issues): void {
  const format = formatOf(json);
  if (format === exportFormat) return;
  const version = Number(/^hearsay-export\/(\d{1,9})$/.exec(format)?.[1]);
  if (format === plainFormat) {
    issues.add(
      ['format'],
      'is of the plain graph of another database, which says nothing of reports, claims and who made them; only exports of a Hearsay database import',
    );
  } else if (version > 1) {
    issues.add(
      ['format'],
      `"${format}" was written by a newer Hearsay, and this one reads "${exportFormat}"; import it with that version, or update this one`,
    );
  } else issues.add(['format'], `must be "${exportFormat}", which an export of Hearsay says`);
  issues.stop();
}

/** The documents wait: each is read by the reader of its own kind, which says more of each fault. */
const Envelope = HearsayExport.extend({
  articles: z.array(ExportedArticle.extend({ document: z.unknown() })),
  entities: z.array(z.unknown()),
});

/** Runs a reader; what it finds wrong is at its place in the whole. */
function within<T>(path: Path, issues: Issues, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidDocument)) throw error;
    for (const { pointer = '', reason } of error.details.errors ?? []) issues.add(pointerOf(path) + pointer, reason);
    return undefined;
  }
}

const wrongKind = (issues: Issues, path: Path, kind: string): void =>
  issues.add([...path, 'format'], `must be a document of the kind "${kind}" here`);

/** The keys of everything that the documents and what stands beside them make. */
class Made {
  readonly keys = new Set<string>();

  /** As the document is, and as it is once entities in it are merged and split. */
  claims(article: ParsedArticle, operations: readonly Operation[]): void {
    const { document: given, hash } = article.parsed;
    for (const document of new Set([given, effective(given, operations).document])) {
      const rows = claimsRows(document, { documentHash: hash, baseKey: baseKeyOf(document.article) });
      for (const { key } of rows.nodes) this.keys.add(key);
    }
  }
}

function checkStanding({ standing, articles }: Pick<ParsedExport, 'standing' | 'articles'>, issues: Issues): void {
  const held = new Set(articles.map(({ parsed }) => parsed.document.article.key));
  for (const [name, list] of Object.entries(standing)) {
    const seen = new Set<string>();
    list.forEach(({ key }, at) => {
      if (seen.has(key)) issues.add(['standing', name, at, 'key'], `"${key}" stands here twice`);
      if (held.has(key)) issues.add(['standing', name, at, 'key'], `"${key}" is held: its document is in articles`);
      seen.add(key);
    });
  }
  standing.entities.forEach(({ mentions }, at) => {
    if (mentions !== undefined)
      issues.add(['standing', 'entities', at, 'mentions'], 'belongs into the document of the article');
  });
}

function checkReferences(read: ParsedExport, made: ReadonlySet<string>, issues: Issues): void {
  const see = (document: unknown, path: Path): void => {
    for (const { key, path: place } of entityReferences(document)) {
      if (made.has(key)) continue;
      issues.add([...path, ...place], `"${key}" is nowhere in this export; define it in standing/entities`);
    }
  };
  for (const [at, { parsed }] of read.articles.entries()) see(parsed.document, ['articles', at, 'document']);
  for (const [at, { document }] of read.entities.entries()) see(document, ['entities', at]);
}

function checkDecisions<N extends keyof ExportedDecisions>(
  kind: Kind<N>,
  decisions: readonly Decision<N>[],
  made: ReadonlySet<string>,
  issues: Issues,
): void {
  const first = new Map<string, number>();
  decisions.forEach((decision, at) => {
    const what = kind.subject(decision);
    const before = first.get(what);
    if (before === undefined) first.set(what, at);
    else {
      const other = pointerOf(['decisions', kind.name, before]);
      issues.add(['decisions', kind.name, at], `decides "${what}", as ${other} does; leave out one of the two`);
    }
    if (kind.outlives) return;
    const unknown = kind.records(decision)?.find((key) => !made.has(key));
    if (unknown !== undefined)
      issues.add(['decisions', kind.name, at], `is about "${unknown}", which nothing in this export makes`);
  });
}

/** The export in parsed JSON; `file` is named in the errors. Throws InvalidDocument with every fault and its place. */
export function parseExport(json: unknown, file?: string): ParsedExport {
  const issues = new Issues(file);
  checkFormat(json, issues);
  const result = Envelope.safeParse(json, { reportInput: true });
  if (!result.success) for (const issue of result.error.issues) issues.add(placeOf(issue), reasonOf(issue));
  issues.stop();
  const envelope = result.data as z.infer<typeof Envelope>;
  const keys = new Set<string>();
  const articles = envelope.articles.flatMap(({ document, hash, documentHash, withoutText }, at): ParsedArticle[] => {
    const path = ['articles', at, 'document'];
    const parsed = within(path, issues, () => parseDocument(document, file));
    if (parsed === undefined) return [];
    if (parsed.kind !== 'claims') {
      wrongKind(issues, path, 'hearsay-claims/1');
      return [];
    }
    const { key } = parsed.document.article;
    if (keys.has(key)) issues.add([...path, 'article', 'key'], `"${key}" stands here twice`);
    keys.add(key);
    const exported = { documentHash: hash === parsed.hash ? documentHash : null, withoutText, articles: keys };
    return [{ parsed, exported }];
  });
  const entities = envelope.entities.flatMap((document, at) => {
    const parsed = within(['entities', at], issues, () => parseDocument(document, file));
    if (parsed === undefined || parsed.kind === 'entities') return parsed ?? [];
    wrongKind(issues, ['entities', at], 'hearsay-entities/1');
    return [];
  });
  issues.stop();
  const { standing, decisions, derived } = envelope;
  const read: ParsedExport = { articles, entities, standing, decisions, edges: derived.edges };
  checkStanding(read, issues);
  const made = new Made();
  const operations = operationsIn(decisions.identity);
  for (const { kind, into } of operations) if (kind === 'split') made.keys.add(into);
  articles.forEach((one, at) => {
    within(['articles', at, 'document'], issues, () => made.claims(one, operations));
  });
  const defined = [
    ...entities.flatMap(({ document }) => document.entities),
    ...standing.entities,
    ...standing.articles,
  ];
  for (const { key } of defined) made.keys.add(key);
  checkReferences(read, made.keys, issues);
  for (const name of kindNames)
    checkDecisions(decisionKinds[name] as unknown as Kind<typeof name>, decisions[name], made.keys, issues);
  issues.stop();
  return read;
}
