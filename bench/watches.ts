// Measures what watches cost an import: the same documents one by one, with twenty watches looked at between and without.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { parseDocument } from '../server/ingest/document.ts';
import { importDocument } from '../server/ingest/import.ts';
import { Gate } from '../server/query/gate.ts';
import { defaultQuerySettings } from '../server/query/limits.ts';
import { QueryRunner } from '../server/query/run.ts';
import type { Watched } from '../server/schema/watch.ts';
import { openStore } from '../server/store/open.ts';
import { makeWatch } from '../server/watches/make.ts';
import { Watching } from '../server/watches/watching.ts';
import { generateDocuments } from './documents.ts';
import { time } from './measure.ts';

/** Milliseconds between two imports: more than it takes until what was written counts as settled and is looked at. */
const between = 4000;

const statements = [
  'MATCH (a:Article) WHERE a.held RETURN count(a) AS held',
  'MATCH (:Actor)-[r:OPPOSES]->(p:Plan) RETURN p.key AS plan, count(r) AS opposing',
  'MATCH (o:Outlet)-[c:CITES]->(p:Outlet) RETURN o.key AS outlet, p.key AS cited',
  'MATCH (a:Actor)-[r:SUPPORTS]->(p:Plan) WHERE r.originsMin > 1 RETURN a.key AS actor, p.key AS plan',
];
const watched: Watched[] = [
  ...statements.map((statement) => ({ kind: 'query' as const, statement, parameters: {} })),
  ...Array.from({ length: 16 }, (_, at) => ({
    kind: 'question' as const,
    holder: `organization:member-${at}`,
    plan: 'plan:plan-0',
  })),
];

const middle = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;

/** `rounds` documents of 100 claims either way, on the embedded engine over `claims` claims. */
export async function measureWatches({ claims, rounds }: { claims: number; rounds: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-watches-'));
  const store = await openStore({ kind: 'embedded', folder });
  const gate = new Gate({ dialect: 'embedded' });
  try {
    const queries = new QueryRunner(store, gate, { ...defaultQuerySettings, timeoutMs: 600_000 });
    const documents = [...generateDocuments(claims + rounds * 200)].map(({ file, json }) => parseDocument(json, file));
    for (const document of documents.splice(0, claims / 100)) await importDocument(store, document);
    for (const watches of watched)
      await makeWatch(store, queries, { by: 'Ada', watches }, AbortSignal.timeout(600_000));
    const log = pino({ level: 'silent' });
    const looking = new Watching({ store, queries, log });
    const look = await time(async () => {
      for (const { key } of await store.read('read/watches/heads', {})) await looking.check(key);
    });
    await looking.stop();
    const took: Record<'with' | 'without', number[]> = { with: [], without: [] };
    for (const document of documents) {
      const kind = took.with.length > took.without.length ? 'without' : 'with';
      const watching = new Watching({ store, queries, log });
      if (kind === 'with') watching.start();
      await wait(between);
      took[kind].push(await time(() => importDocument(store, document)));
      await watching.stop();
    }
    const [ms, without] = [middle(took.with), middle(took.without)];
    console.log(
      `${claims} claims, 20 watches (4 statements, 16 questions), ${rounds} documents of 100 claims either way: ` +
        `looking at all ${Math.round(look)} ms; importing one ${Math.round(ms)} ms with watches, ` +
        `${Math.round(without)} ms without: ×${(ms / without).toFixed(2)} (medians, alternating).`,
    );
  } finally {
    await gate.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
