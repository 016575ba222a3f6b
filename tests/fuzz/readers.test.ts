// Good files of every form that is read, spoilt by chance: each is taken or refused with its faults, the server goes on
// answering, and what is refused has written nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseFiles } from '../../server/commands/import-choice.ts';
import { documentsIn } from '../../server/commands/import-documents.ts';
import { InvalidDocument } from '../../server/errors.ts';
import { importMany } from '../../server/ingest/many.ts';
import { Tally } from '../../server/ingest/readers/tally.ts';
import type { Problem } from '../../server/schema/problem.ts';
import type { OpenedStore } from '../../server/store/open.ts';
import { docx, pdf } from '../article-files.ts';
import { type Api, serve } from '../contract/api.ts';
import { engines, openEmpty } from '../contract/engines.ts';
import { ann, text } from '../server/ingest/readers/brat/setup.ts';
import { chanceOf, mutated, mutatedPart } from './mutate.ts';

/** FUZZ_SECONDS is 60 in .ci/run and 600 in `npm run soak`; FUZZ_SEED repeats a run, and is new each time when soaking. */
const seconds = Number(process.env.FUZZ_SECONDS ?? 10);
const seed = Number(process.env.FUZZ_SEED ?? (seconds > 60 ? Date.now() % 2 ** 31 : 20261123));
/** Milliseconds after which a file has made the server hang; a file is given up after 60 s by itself. */
const patience = 90_000;

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The bridge</title>
<meta property="article:published_time" content="2026-03-02"><link rel="canonical" href="https://harbour.example/bridge">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"The bridge","author":{"name":"Ada Brook"}}</script></head>
<body><nav>Home</nav><article><h1>The bridge</h1><p>Norland opposes the bridge, <b>Ada Brook</b> said.</p><ul><li>One</li><li>Two</li></ul>
<table><tr><td>a</td><td>b</td></tr></table><blockquote>“We will not pay.”</blockquote></article></body></html>`;
const marked = `---\ntitle: The bridge\ndate: 2026-03-02\noutlet: Harbour Times\n---\n# The bridge\n\nNorland *opposes* the [bridge](https://harbour.example).\n\n- one\n- two\n\n\`\`\`\ncode\n\`\`\`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`;
const entity = (id: string, schema: string, properties: object): string => JSON.stringify({ id, schema, properties });
const ftm = [
  entity('p1', 'Person', { name: ['Ada Brook'], birthDate: ['1970-01-02'] }),
  entity('o1', 'Organization', { name: ['Harbour Board'], alias: ['The Board'] }),
  entity('m1', 'Membership', { member: ['p1'], organization: ['o1'], startDate: ['2020'] }),
  entity('w1', 'Ownership', { owner: ['p1'], asset: ['o1'] }),
  entity('a1', 'Article', { title: ['The bridge'], bodyText: ['Norland opposes it.'], publishedAt: ['2026-03-02'] }),
].join('\n');
const review = JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checks.example/bridge',
  datePublished: '2026-03-03',
  author: { '@type': 'Organization', name: 'Harbour Checks' },
  claimReviewed: 'Norland has paid twice.',
  reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'False' },
});

interface Form {
  file: Uint8Array;
  path: string;
  type: string;
}
const bytes = (words: string): Buffer => Buffer.from(words, 'utf8');
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const articles = '/api/imports/articles?name=spoilt';
const forms: Record<string, Form> = {
  PDF: { file: pdf([[['Words of a PDF.', 'More.']], [['A page.']]]), path: articles, type: 'application/pdf' },
  Word: { file: docx(['Words of Word.', 'More of them.']), path: articles, type: word },
  HTML: { file: bytes(page), path: articles, type: 'text/html' },
  Markdown: { file: bytes(marked), path: articles, type: 'text/markdown' },
  text: { file: bytes(text), path: articles, type: 'text/plain' },
  FollowTheMoney: { file: bytes(ftm), path: '/api/imports/linked', type: 'application/x-ndjson' },
  ClaimReview: { file: bytes(review), path: '/api/imports/linked', type: 'application/ld+json' },
};

// The readers are the same above either engine; the embedded one is always here.
const [engine] = engines;

describe('readers on spoilt files', () => {
  let store: OpenedStore;
  let api: Api;
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-fuzz-'));
  beforeAll(async () => {
    if (engine === undefined) throw new Error('There is an engine.');
    store = await openEmpty(engine);
    api = await serve(store);
  });
  afterAll(async () => {
    await api.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const counts = async (): Promise<string> =>
    JSON.stringify([await store.read('read/label-counts', {}), await store.read('read/type-counts', {})]);

  function checkFaults(errors: InvalidDocument['details']['errors'] = []): void {
    expect(errors.length).toBeGreaterThan(0);
    for (const { file, reason } of errors) {
      expect(reason.trim()).not.toBe('');
      expect(reason).not.toMatch(/undefined|\[object|is not a function|Cannot read prop/);
      expect(file ?? '').not.toBe('');
    }
  }

  /** Sends a file; gives whether it was taken. */
  async function send({ path, type }: Form, body: Buffer): Promise<boolean> {
    const before = await counts();
    const answer = await fetch(`${api.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: new Uint8Array(body),
      signal: AbortSignal.timeout(patience),
    });
    const told = (await answer.json()) as Problem;
    if (answer.status === 200) return true;
    expect({ status: answer.status, title: told.title }).toMatchObject({ status: 422 });
    checkFaults(told.errors);
    expect(await counts()).toBe(before);
    return false;
  }

  /** The same for annotations and their text, which are read from files. */
  async function readPair(annotations: Buffer, words: Buffer): Promise<boolean> {
    const before = await counts();
    writeFileSync(join(folder, 'a_1.ann'), annotations);
    writeFileSync(join(folder, 'a.txt'), words);
    const tally = new Tally();
    const documents = documentsIn(chooseFiles([folder], tally), { mostBytes: 1_000_000 }, tally);
    try {
      await importMany(store, documents);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidDocument);
      checkFaults((error as InvalidDocument).details.errors);
      expect(await counts()).toBe(before);
      return false;
    }
  }

  it('takes each, or refuses it whole and says why', { timeout: (seconds + 180) * 1000 }, async () => {
    const chance = chanceOf(seed);
    const kinds = [...Object.entries(forms), ['brat', undefined] as const];
    const taken = Object.fromEntries(kinds.map(([name]) => [name, { taken: 0, refused: 0 }]));
    const end = Date.now() + seconds * 1000;
    for (let at = 0; Date.now() < end; at++) {
      const [name, form] = kinds[at % kinds.length] ?? kinds[0] ?? ['', undefined];
      const isPart = name === 'Word' && chance() < 0.8;
      const spoilt = (isPart ? mutatedPart : mutated)(form?.file ?? bytes(ann), chance);
      const words = chance() < 0.3 ? mutated(bytes(text), chance) : bytes(text);
      const label = `${name}, number ${at} of seed ${seed}: ${spoilt.subarray(0, 4000).toString('base64')}`;
      const isTaken = await (form === undefined ? readPair(spoilt, words) : send(form, spoilt)).catch((error) => {
        throw new Error(`${label}\n${error instanceof Error ? error.stack : error}`);
      });
      const tally = taken[name];
      if (tally) tally[isTaken ? 'taken' : 'refused'] += 1;
    }
    console.info(`Fuzzed for ${seconds} s, seed ${seed}: ${JSON.stringify(taken)}`);
    expect((await api.get('/api/health')).status).toBe(200);
    for (const { taken: one, refused } of Object.values(taken)) expect(one + refused).toBeGreaterThan(0);
  });
});
