// Neo4j killed, stopped and started again while people read and one imports: told as 503 with a time, and over without a restart.

import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedNeo4j, launchNeo4j, whyNot } from '../neo4j/launch.ts';
import { type Program, startServer } from '../server/cli/program.ts';
import { tempFolder } from '../temp.ts';
import { check, checkWhole, Sent, sending } from './kills.ts';

const reason = await whyNot();
/** Killed once in `npm test`; in `npm run soak` three times, once in order, with more who read. */
const isSoak = process.env.KILLS !== undefined;
const ends = isSoak ? (['SIGKILL', 'SIGTERM', 'SIGKILL'] as const) : (['SIGKILL'] as const);
const readersFrom = isSoak ? [0, 3, 6, 9] : [0, 6];
const timeout = 900_000;
/**
 * No answer takes as long, whatever becomes of the database. One that has just been started plans every statement anew, ten
 * or twenty of them for an answer, each for up to a second of a processor: `npm test` may have other things to do beside.
 */
const patienceMs = 180_000;

describe.skipIf(reason !== undefined)(`Neo4j under load${reason ? ` (skipped: ${reason})` : ''}`, { timeout }, () => {
  let neo4j: LaunchedNeo4j | undefined;
  let server: (Program & { address: string }) | undefined;
  const errors: string[] = [];
  beforeAll(async () => {
    neo4j = await launchNeo4j();
    const environment = { NEO4J_URI: neo4j.uri, HEARSAY_DATA: tempFolder(), PORT: '0' };
    server = await startServer(environment, ['--empty']);
    server.child.stderr?.on('data', (part) => errors.push(String(part)));
  }, timeout);
  afterAll(async () => {
    server?.child.kill('SIGKILL');
    await server?.ended;
    await neo4j?.stop();
  }, timeout);

  it('is told to everybody who asks, and everything goes on where it comes back', async () => {
    if (neo4j === undefined || server === undefined) throw new Error('Nothing was started.');
    const { address } = server;
    const sent = new Sent();
    let isOver = false;
    let last = 0;
    const next = (): [number, boolean] => {
      last += 1;
      return [last, false];
    };
    const importing = sending(
      address,
      sent,
      () => next(),
      () => isOver,
    );
    await expect.poll(() => sent.times, { timeout: 120_000, interval: 50 }).toBeGreaterThan(3);
    const graph = (await (await fetch(`${address}/api/graph?view=all`)).json()) as { edges: { key: string }[] };
    const edge = graph.edges.find(({ key }) => key.startsWith('OPPOSES~'))?.key ?? '';
    const paths = [
      ...['/api/graph', '/api/search?q=paper', '/api/articles', '/api/contradictions', '/api/meta', '/api/ready'],
      ...['/api/nodes/plan:p0', '/api/nodes/plan:p0/neighbours', '/api/briefs?plan=plan:p0&format=md'],
      ...['/api/stances?plan=plan:p0', `/api/edges/${encodeURIComponent(edge)}/evidence`],
      '/api/backup',
    ];
    const tally = { right: 0, away: 0, cut: 0 };
    /** Milliseconds of the slowest answer of each kind, with its path. */
    const slowest = { right: [0, ''], away: [0, ''] } as { right: [number, string]; away: [number, string] };
    const noted = (kind: 'right' | 'away', began: number, path: string): void => {
      const ms = Date.now() - began;
      if (ms > slowest[kind][0]) slowest[kind] = [ms, path];
    };
    const reading = async (first: number): Promise<void> => {
      for (let at = first; !isOver; at++) {
        const path = paths[at % paths.length] ?? '';
        const began = Date.now();
        const signal = AbortSignal.timeout(patienceMs);
        const answer = await fetch(address + path, { signal }).catch((error) => {
          throw new Error(`${path} has no answer after ${Date.now() - began} ms`, { cause: error });
        });
        const text = await answer.text().catch((error: Error) => error);
        if (text instanceof Error) {
          // A file that was on its way is cut off, and no browser takes it for whole.
          expect(text.name, path).not.toBe('TimeoutError');
          expect(path).toBe('/api/backup');
          tally.cut += 1;
        } else if (answer.status === 503) {
          expect(Number(answer.headers.get('retry-after')), path).toBeGreaterThan(0);
          expect(text, path).not.toMatch(/bolt:|127\.0\.0\.1|ECONN|neo4j|driver/i);
          tally.away += 1;
          noted('away', began, path);
          await wait(50);
        } else {
          expect(answer.status, `${path}: ${text.slice(0, 300)}`).toBe(200);
          tally.right += 1;
          noted('right', began, path);
        }
      }
    };
    const readers = readersFrom.map(reading);
    const all = Promise.all([...readers, importing]);
    // A failed expectation is to be told at once, and not be taken for something that nobody waits for.
    let failed: unknown;
    all.catch((error) => {
      failed = error;
      isOver = true;
    });
    for (const how of ends) {
      await wait(1500);
      await neo4j.end(how);
      const away = tally.away;
      await expect.poll(() => tally.away > away || failed !== undefined, { timeout: 240_000 }).toBe(true);
      expect((await fetch(`${address}/api/health`)).status).toBe(200);
      await neo4j.restart();
      const [times, right] = [sent.times, tally.right];
      const isBack = () => (sent.times > times + 1 && tally.right > right + 10) || failed !== undefined;
      await expect.poll(isBack, { timeout: 240_000, interval: 100 }).toBe(true);
    }
    isOver = true;
    await all;
    if (failed !== undefined) throw failed;
    expect((await fetch(`${address}/api/ready`)).status).toBe(200);
    expect(server.child.exitCode).toBeNull();
    expect(tally.away).toBeGreaterThan(3);
    const slow = `${slowest.right.join(' ms, ')}; told to wait after at most ${slowest.away.join(' ms, ')}`;
    console.log(
      `Neo4j ended ${ends.length} times under load: ${tally.right} answers right, ${tally.away} told to wait, ${tally.cut} files cut off; the slowest right answer took ${slow}; ${sent.times} documents imported.`,
    );
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0 });
    const settings = { kind: 'neo4j', uri: neo4j.uri } as const;
    await check(settings, sent, 'after the database was ended');
    await checkWhole(settings, sent);
  });
});
