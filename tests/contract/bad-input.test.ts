// Input that is wrong, by the command line and over HTTP: told with file and place, and the graph is as it was.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importCommand } from '../../server/commands/import.ts';
import { InvalidDocument } from '../../server/errors.ts';
import { projectRoot } from '../../server/root.ts';
import type { Problem, ProblemDetail } from '../../server/schema/problem.ts';
import type { OpenedStore } from '../../server/store/open.ts';
import { pdf } from '../article-files.ts';
import { report } from '../builders.ts';
import { ann, text } from '../server/ingest/readers/brat/setup.ts';
import { tempFolder } from '../temp.ts';
import { type Api, serve } from './api.ts';
import { describeEngines } from './engines.ts';
import { Ground, opposes } from './ingest-setup.ts';

const example = (name: string): string => readFileSync(join(projectRoot, 'docs', 'examples', name), 'utf8');
const good = () =>
  report({ slug: 'ferry', day: '2026-03-02', says: [{ ...opposes, source: 'insider' }], withText: true });
type Document = ReturnType<typeof good>;
/** A good document with something wrong in it. */
const spoilt = (spoil: (document: Document) => unknown): string => {
  const document = good();
  spoil(document);
  return JSON.stringify(document);
};
const person = (id: string, more: object = {}) =>
  JSON.stringify({ id, schema: 'Person', properties: { name: ['Ada Brook'], ...more } });
const review = (more: object) =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: 'https://checks.example/bridge',
    author: { '@type': 'Organization', name: 'Harbour Checks' },
    claimReviewed: 'Norland has paid for the bridge twice.',
    ...more,
  });

type Sent = [path: string, type: string];
interface Case {
  /** File by file what is given; the first is named to the command, and sent. */
  files: Record<string, string | Uint8Array>;
  /** The path and type it is sent with; brat has no route. */
  sent?: Sent;
  flags?: { mapping?: string; metadata?: string };
  /** Of the first fault: its file, then line, field or pointer, where it has them; and the reason. */
  at: { file: string; line?: number; field?: string };
  reason: RegExp;
}

const json: Sent = ['/api/articles', 'application/json'];
const article = (type: string, name: string): Sent => [`/api/imports/articles?name=${name}`, type];
const ndjson: Sent = ['/api/imports/linked', 'application/x-ndjson'];
const ld: Sent = ['/api/imports/linked', 'application/ld+json'];
const mapped = (name: string): Pick<Case, 'sent' | 'flags'> => ({
  sent: [`/api/imports/csv?mapping=${encodeURIComponent(example(`${name}.mapping.json`))}`, 'text/csv'],
  flags: { mapping: join(projectRoot, 'docs', 'examples', `${name}.mapping.json`) },
});
const brat = (annotations: string): Record<string, string> => ({ 'b/a_1.ann': annotations, 'b/a.txt': text });

const cases: Record<string, Case> = {
  'a text in another encoding': {
    files: { 'a.txt': Buffer.from('Norland opposes it.\nSo says Orb\xe1n.', 'latin1') },
    sent: article('text/plain', 'a.txt'),
    at: { file: 'a.txt', line: 2 },
    reason: /not in utf-8 \(the byte 0xE1 at 31\)/,
  },
  'a page that declares an encoding it does not have': {
    files: { 'a.html': Buffer.from('<meta charset="utf-8"><p>Orb\xe1n opposes it.</p>', 'latin1') },
    sent: article('text/html', 'a.html'),
    at: { file: 'a.html', line: 1 },
    reason: /UTF-8/i,
  },
  'a table in another encoding': {
    files: { 'a.csv': Buffer.from(example('votes.csv').replace(/\n/, '\nOrb\xe1n'), 'latin1') },
    ...mapped('votes'),
    at: { file: 'a.csv', line: 2 },
    reason: /UTF-8/,
  },
  'a PDF without text': {
    files: { 'a.pdf': pdf([[]]) },
    sent: article('application/pdf', 'a.pdf'),
    at: { file: 'a.pdf' },
    reason: /no text.*recogni/s,
  },
  'a PDF that is cut off': {
    files: { 'a.pdf': pdf([[['Words.']]]).subarray(0, 60) },
    sent: article('application/pdf', 'a.pdf'),
    at: { file: 'a.pdf' },
    reason: /PDF/i,
  },
  'a span beyond the text': {
    files: {
      'a.json': spoilt(({ assertions: [first] = [] }) => {
        if (first?.span) first.span = { ...first.span, start: 90_000, end: 90_000 + first.span.quote.length };
      }),
    },
    sent: json,
    at: { file: 'a.json', field: '/assertions/0/span/end' },
    reason: /text/,
  },
  'a span whose words are not the text’s': {
    files: {
      'a.json': spoilt(({ assertions: [first] = [] }) => {
        if (first?.span) first.span.quote = 'x'.repeat(first.span.quote.length);
      }),
    },
    sent: json,
    at: { file: 'a.json', field: '/assertions/0/span/quote' },
    reason: /text/,
  },
  'an annotation beyond its text': {
    files: brat(ann.replace(/^T1\tSource \d+ \d+/m, 'T1\tSource 9000 9009')),
    at: { file: 'b/a_1.ann', line: 1 },
    reason: /outside|beyond|text/,
  },
  'an annotation whose parts overlap': {
    files: brat(ann.replace(/^T1\tSource (\d+) (\d+)/m, 'T1\tSource $1 $2;$1 $2')),
    at: { file: 'b/a_1.ann', line: 1 },
    reason: /overlap/,
  },
  'an annotation defined twice': {
    files: brat(ann.replace(/^T2\t/m, 'T1\t')),
    at: { file: 'b/a_1.ann', line: 2 },
    reason: /T1/,
  },
  'metadata of 31 February': {
    files: { ...brat(ann), 'm.tsv': 'filename\tpublication_date\na\t2026-02-31\n' },
    flags: { metadata: 'm.tsv' },
    at: { file: 'm.tsv', line: 2, field: 'publication_date' },
    reason: /2026-02-31/,
  },
  'a table with a short row': {
    files: { 'a.csv': `${example('votes.csv').trimEnd()}\nA1\n` },
    ...mapped('votes'),
    at: { file: 'a.csv', line: example('votes.csv').trimEnd().split('\n').length + 1 },
    reason: /1 (of|field|cell|column)|has 1/,
  },
  'a table with an unknown stance': {
    files: { 'a.csv': example('votes.csv').replace('Nay', 'Perhaps') },
    ...mapped('votes'),
    at: { file: 'a.csv', line: 3, field: 'vote' },
    reason: /Perhaps|no stance|values/,
  },
  'a table with 31 February': {
    files: { 'a.csv': example('stances.csv').replace('2026-03-03', '2026-02-31') },
    ...mapped('stances'),
    at: { file: 'a.csv', line: 3, field: 'date' },
    reason: /calendar|date|day/,
  },
  'an unknown stance': {
    files: { 'a.json': spoilt(({ claims: [first] = [] }) => Object.assign(first ?? {}, { stance: 'dislikes' })) },
    sent: json,
    at: { file: 'a.json', field: '/claims/0/stance' },
    reason: /supports, opposes/,
  },
  'two claims of one id': {
    files: { 'a.json': spoilt(({ claims = [] }) => claims.push({ ...claims[0] } as (typeof claims)[number])) },
    sent: json,
    at: { file: 'a.json', field: '/claims/1/id' },
    reason: /twice|already|taken|"/,
  },
  'two entities of one id in FollowTheMoney': {
    files: { 'a.ndjson': `${person('p1')}\n${person('p1')}\n` },
    sent: ndjson,
    at: { file: 'a.ndjson', line: 2, field: 'id' },
    reason: /p1/,
  },
  'FollowTheMoney with 31 February': {
    files: {
      'a.ndjson': `${JSON.stringify({ id: 'e', schema: 'Event', properties: { name: ['Talks'], date: ['2026-02-31'] } })}\n`,
    },
    sent: ndjson,
    at: { file: 'a.ndjson', line: 1, field: 'properties.date' },
    reason: /2026-02-31/,
  },
  'a line that is no JSON': {
    files: { 'a.ndjson': `${person('p1')}\n{"id": \n` },
    sent: ndjson,
    at: { file: 'a.ndjson', line: 2 },
    reason: /JSON/,
  },
  'a fact-check of 31 February': {
    files: { 'a.jsonld': review({ datePublished: '2026-02-31' }) },
    sent: ld,
    at: { file: 'a.jsonld', field: '/datePublished' },
    reason: /2026-02-31/,
  },
  'a document of 31 February': {
    files: { 'a.json': spoilt(({ article: one }) => Object.assign(one, { publishedFrom: '2026-02-31' })) },
    sent: json,
    at: { file: 'a.json', field: '/article/publishedFrom' },
    reason: /calendar|date/,
  },
  'a page of 31 February': {
    files: {
      'a.html':
        '<html><head><meta property="article:published_time" content="2026-02-31"></head><body><p>Norland opposes it.</p></body></html>',
    },
    sent: article('text/html', 'a.html'),
    at: { file: 'a.html', field: 'article:published_time' },
    reason: /2026-02-31/,
  },
};

describeEngines('bad input', (engine) => {
  const ground = new Ground(engine);
  let api: Api | undefined;
  beforeAll(async () => {
    api = await serve(ground.store, { documentBytes: 10_000_000 });
  });
  afterAll(() => api?.close());

  const there = async (): Promise<string[]> => {
    await ground.add(good());
    return ground.dump();
  };
  function place(files: Case['files']): string {
    const folder = tempFolder();
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return folder;
  }
  const shown = ({ line, field, column, pointer }: ProblemDetail) => ({
    ...(line === undefined ? {} : { line }),
    ...((field ?? column ?? (pointer || undefined)) === undefined ? {} : { field: field ?? column ?? pointer }),
  });

  it.each(Object.entries(cases))('%s is refused by the command line', async (_, { files, flags = {}, at, reason }) => {
    const before = await there();
    const folder = place(files);
    const paths = Object.keys(files).filter((name) => name !== flags.metadata);
    const metadata = flags.metadata === undefined ? undefined : join(folder, flags.metadata);
    const error: unknown = await importCommand(
      paths.map((name) => join(folder, name)),
      { dryRun: false, acceptAll: false, encoding: undefined, mapping: flags.mapping, metadata },
      (work) => work(ground.store as unknown as OpenedStore),
      () => {},
    ).then(
      () => 'It was taken.',
      (thrown) => thrown,
    );
    expect(error).toBeInstanceOf(InvalidDocument);
    const { message, details } = error as InvalidDocument;
    const [first] = details.errors ?? [];
    const { file, ...where } = at;
    expect(`${first?.file} ${message}`).toContain(join(folder, file));
    expect(first && shown(first)).toEqual(where);
    expect(first?.reason).toMatch(reason);
    expect(await ground.dump()).toEqual(before);
  });

  it.each(Object.entries(cases).filter(([, { sent }]) => sent !== undefined))(
    '%s is refused over HTTP',
    async (_, { files, sent: [path, type] = ['', ''], at, reason }) => {
      const before = await there();
      const [body] = Object.values(files);
      const answer = await api?.send('POST', path, new Blob([body as BlobPart], { type }), { 'content-type': type });
      expect(answer?.status).toBe(422);
      const problem = (await answer?.json()) as Problem;
      const [first] = problem.errors ?? [];
      const { file: _file, ...where } = at;
      expect(first && shown(first)).toEqual(where);
      expect(first?.reason).toMatch(reason);
      expect(await ground.dump()).toEqual(before);
    },
  );

  it('a page’s scripts are in neither the text nor the graph', async () => {
    const page =
      '<html><head><script>steal("head")</script><style>p { color: red }</style></head><body onload="steal()"><script>steal("body")</script><article><h1>The bridge</h1><p onclick="steal()">Norland opposes the bridge.</p><noscript>Turn steal on.</noscript><a href="javascript:steal()">More</a></article></body></html>';
    const answer = await api?.send('POST', '/api/imports/articles?name=a.html', page, { 'content-type': 'text/html' });
    expect(answer?.status).toBe(200);
    const all = (await ground.dump()).join('\n');
    expect(all).toContain('Norland opposes the bridge.');
    expect(all).not.toContain('steal(');
  });
});
