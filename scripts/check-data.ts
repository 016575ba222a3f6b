// Checks the bundled data: its form, that nothing in it dangles, and, where the reports' texts are at hand, every span.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { ClaimsDocument } from '../server/schema/article.ts';
import { EntitiesDocument } from '../server/schema/entity.ts';
import type { Span } from '../server/schema/span.ts';

const root = resolve(import.meta.dirname, '..');
/** A folder with the reports' texts, given on the command line; they are not part of the project. */
const given = process.argv[2];
const seeds = given === undefined ? undefined : resolve(given);
const errors: string[] = [];
const fail = (file: string, pointer: string, reason: string) => errors.push(`${file}: ${pointer}: ${reason}`);

function read<T extends z.ZodType>(file: string, schema: T): z.infer<T> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    fail(file, '', error instanceof Error ? error.message : 'cannot be read');
    return undefined;
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  for (const issue of result.error.issues) fail(file, `/${issue.path.join('/')}`, issue.message);
  return undefined;
}

/** Every object in the document, with its JSON pointer. */
function* objects(value: unknown, pointer = ''): Generator<[pointer: string, object: Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [pointer, value as Record<string, unknown>];
  for (const [name, child] of Object.entries(value)) yield* objects(child, `${pointer}/${name}`);
}
const isSpan = (object: Record<string, unknown>): boolean => 'start' in object && 'quote' in object;

/** What a string in each of these fields points to, wherever in a document the field stands. */
const pointsTo: Readonly<Record<string, string>> = {
  holder: 'entity',
  target: 'entity',
  shieldedBy: 'entity',
  actor: 'entity',
  speaker: 'entity',
  onBehalfOf: 'entity',
  outlet: 'entity',
  country: 'entity',
  start: 'entity',
  end: 'entity',
  article: 'article',
  spokeTo: 'article',
  source: 'source',
  memberOf: 'source',
  speakerSource: 'source',
  utterance: 'utterance',
  quote: 'quote',
  quotes: 'quote',
  translationOf: 'quote',
  claim: 'claim',
  includes: 'claim',
  assertion: 'assertion',
  knownFrom: 'assertion',
};

function checkPointers(file: string, document: unknown, known: Readonly<Record<string, ReadonlySet<string>>>): void {
  for (const [pointer, object] of objects(document)) {
    if (isSpan(object)) continue;
    for (const [field, value] of Object.entries(object)) {
      const kind = pointsTo[field];
      if (kind === undefined) continue;
      const where = kind === 'entity' ? 'data/entities.json' : 'this document';
      for (const name of Array.isArray(value) ? value : [value]) {
        if (typeof name !== 'string' || known[kind]?.has(name)) continue;
        fail(file, `${pointer}/${field}`, `there is no ${kind} ${name} in ${where}`);
      }
    }
  }
}

/** The names in a list, after checking that each is there once. */
function unique<T>(file: string, pointer: string, items: readonly T[], nameOf: (item: T) => string): Set<string> {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    if (seen.has(nameOf(item))) fail(file, `${pointer}/${index}`, `${nameOf(item)} is there twice`);
    seen.add(nameOf(item));
  });
  return seen;
}

function checkDocument(file: string, document: ClaimsDocument, entities: EntitiesDocument['entities']): void {
  const { article, articles, sources, utterances, quotes, claims, assertions } = document;
  checkPointers(file, document, {
    entity: new Set(entities.map((entity) => entity.key)),
    article: unique(file, '/articles', articles, (stub) => stub.key).add(article.key),
    source: unique(file, '/sources', sources, (source) => source.id),
    utterance: unique(file, '/utterances', utterances, (utterance) => utterance.key),
    quote: unique(file, '/quotes', quotes, (quote) => quote.id),
    claim: unique(file, '/claims', claims, (claim) => claim.id),
    assertion: unique(file, '/assertions', assertions, (assertion) => assertion.id),
  });
  unique(file, '/entities', document.entities, (entity) => entity.key);
  document.entities.forEach((entity, i) => {
    const shared = entities.find((other) => other.key === entity.key);
    if (!shared) fail(file, `/entities/${i}/key`, `${entity.key} is not in data/entities.json`);
    else if (shared.type !== entity.type || shared.name !== entity.name) {
      fail(file, `/entities/${i}`, `is the ${shared.type} ${shared.name} in data/entities.json`);
    }
  });
  sources.forEach((source, i) => {
    if ((source.kind === 'named') === (source.actor !== undefined)) return;
    fail(file, `/sources/${i}/actor`, 'a named source has an actor, and no other source does');
  });
  claims.forEach((claim, i) => {
    if (!assertions.some((assertion) => assertion.claim === claim.id)) fail(file, `/claims/${i}`, 'nothing asserts it');
  });
  // A stub's text is not at hand, so what it says has no place of its own, only the assertions here that relay it.
  assertions.forEach(({ article: stub, claim, reconstructed, span, knownFrom }, i) => {
    const wrong = [stub !== undefined, span === undefined, knownFrom !== undefined].some((is) => is !== reconstructed);
    if (wrong) fail(file, `/assertions/${i}`, 'article, knownFrom and no span go with reconstructed, and only with it');
    for (const id of knownFrom ?? []) {
      const from = assertions.find((other) => other.id === id);
      if (from?.claim === claim && from.relays?.some((relay) => relay.article === stub)) continue;
      fail(file, `/assertions/${i}/knownFrom`, `${id} does not relay this claim of ${stub}`);
    }
  });
}

/** Compares every span with the report's text, in code points: a letter outside the BMP counts once. */
function checkSpans(file: string, document: ClaimsDocument, texts: ReadonlyMap<string, string>): number {
  const text = texts.get(document.article.textHash);
  if (text === undefined) {
    fail(file, '/article/textHash', `no report in ${seeds} has this hash`);
    return 0;
  }
  const points = [...text];
  const spans = [...objects(document)].filter(([, object]) => isSpan(object));
  for (const [pointer, object] of spans) {
    const { start, end, quote } = object as Span;
    const there = points.slice(start, end).join('');
    if (there !== quote) fail(file, pointer, `the report has ${JSON.stringify(there)}, not ${JSON.stringify(quote)}`);
  }
  return spans.length;
}

function countOf({ entities, relations, quotes, claims, assertions, sources, articles }: ClaimsDocument) {
  const kinds = new Map(claims.map((claim) => [claim.id, claim.kind]));
  const stances = assertions.filter((assertion) => kinds.get(assertion.claim) === 'stance').length;
  const relays = assertions.flatMap((assertion) => assertion.relays ?? []).length;
  const attributions = assertions.flatMap((assertion) => assertion.attributedTo ?? []).length;
  return {
    entities: entities.length,
    relations: relations.length,
    'stance assertions': stances,
    'other assertions': assertions.length - stances,
    quotes: quotes.length,
    citations: relays + attributions,
    sources: sources.length,
    stubs: articles.length,
  };
}
const show = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');

const { entities = [], relations = [] } = read('data/entities.json', EntitiesDocument) ?? {};
const sharedKeys = unique('data/entities.json', '/entities', entities, (entity) => entity.key);
checkPointers('data/entities.json', { entities, relations }, { entity: sharedKeys });
console.log(`data/entities.json: ${show({ entities: entities.length, relations: relations.length })}`);

const texts = seeds === undefined ? undefined : new Map<string, string>();
for (const name of seeds === undefined ? [] : readdirSync(seeds)) {
  const bytes = readFileSync(join(seeds ?? '', name));
  texts?.set(`sha256:${createHash('sha256').update(bytes).digest('hex')}`, bytes.toString('utf8'));
}
const total: Record<string, number> = { relations: relations.length };
const sourceKeys = new Set<string>();
const stubKeys = new Set<string>();
let spans = 0;
for (const name of readdirSync(join(root, 'data/reports')).sort()) {
  const file = `data/reports/${name}`;
  const document = read(file, ClaimsDocument);
  if (!document) continue;
  checkDocument(file, document, entities);
  if (texts) spans += checkSpans(file, document, texts);
  const counts = countOf(document);
  for (const [what, count] of Object.entries(counts)) total[what] = (total[what] ?? 0) + count;
  for (const { actor, spokeTo, id } of document.sources)
    sourceKeys.add(actor ?? `${spokeTo ?? document.article.key}#${id}`);
  for (const { key } of document.articles) stubKeys.add(key);
  console.log(`${file}: ${show(counts)}`);
}
// The same source or stub may stand in several reports, so these are counted once, and not added up.
const once = { entities: entities.length, sources: sourceKeys.size, stubs: stubKeys.size };
console.log(`in all: ${show({ ...total, ...once })}`);
console.log(
  texts
    ? `${spans} spans compared with the texts in ${seeds}`
    : "the spans were not compared with the reports' texts: name a folder that holds them to do so",
);
for (const error of errors) console.error(error);
if (errors.length > 0) process.exitCode = 1;
