// What the fifty kills share: documents by chance, programs to kill in the middle of them, and what must hold afterwards.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { deriveAll, deriveIfStale } from '../../server/ingest/derive.ts';
import { importMany } from '../../server/ingest/many.ts';
import type { ClaimsDocumentInput } from '../../server/schema/article.ts';
import type { StatementTypes } from '../../server/schema/statements.ts';
import { type EngineSettings, openStore } from '../../server/store/open.ts';
import type { Store } from '../../server/store/port.ts';
import { report } from '../builders.ts';
import { type DumpStore, dump, dumpStatements, type dumpTypes } from '../contract/dump.ts';
import { type Program, program, startServer } from '../server/cli/program.ts';
import { tempFolder } from '../temp.ts';

export type Chance = () => number;
const upTo = (chance: Chance, most: number): number => Math.floor(chance() * most);

/** The document with the number: who holds what about the same few plans, on the word of some, with quotes. */
export function documentOf(number: number, isMended = false): ClaimsDocumentInput {
  const document = report({
    slug: `story-${number}`,
    outlet: `outlet:paper-${number % 5}`,
    day: `2024-03-${String((number % 28) + 1).padStart(2, '0')}`,
    says: Array.from({ length: 4 + (number % 9) }, (_, at) => ({
      holder: `country:c${(number * 3 + at) % 17}`,
      stance: (number + at) % 3 === 0 ? ('supports' as const) : ('opposes' as const),
      target: `plan:p${at % 4}`,
      mode: at % 7 === 6 ? ('denies' as const) : ('asserts' as const),
      ...(at % 3 === 0
        ? { relays: `article:wire-${number % 6}`, relayedSource: 'official' }
        : { source: `person:s${number % 8}` }),
    })),
    stubOutlets: { [`article:wire-${number % 6}`]: 'outlet:agency' },
    quotes: [{ text: `Said on day ${number}.`, speaker: `person:s${number % 8}` }],
  });
  return isMended ? { ...document, article: { ...document.article, author: 'Ada Brook' } } : document;
}

/** What was sent of each document, in the order in which each was sent first, and the version that was acknowledged. */
export class Sent {
  readonly versions = new Map<number, { last: boolean; acknowledged: boolean | null }>();
  /** How often something was acknowledged. */
  times = 0;

  begin(number: number, isMended: boolean): void {
    const before = this.versions.get(number);
    this.versions.set(number, { last: isMended, acknowledged: before?.acknowledged ?? null });
  }

  acknowledge(number: number, isMended: boolean): void {
    this.versions.set(number, { last: isMended, acknowledged: isMended });
    this.times += 1;
  }
}

/** Opens the database, as the start of a server would, and brings up to date what is stale. */
export async function opened<T>(settings: EngineSettings, work: (store: DumpStore) => Promise<T>): Promise<T> {
  const store = await openStore<StatementTypes & typeof dumpTypes>(settings, { extra: dumpStatements });
  try {
    await deriveIfStale(store as unknown as Store);
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Every acknowledged document is there in the version acknowledged or a later one, none is by half, and edges are right. */
export async function check(settings: EngineSettings, { versions }: Sent, about: string): Promise<void> {
  await opened(settings, async (store) => {
    const stands = await dump(store);
    for (const [number, { last, acknowledged }] of versions) {
      const slug = `story-${number}`;
      const article = stands.find((line) => line.startsWith('Article:') && line.includes(`"key":"article:${slug}"`));
      const isHeld = article?.includes('"held":true') === true;
      expect(acknowledged === null || isHeld, `${slug} was acknowledged and is there, ${about}`).toBe(true);
      if (isHeld && last === acknowledged) expect(article.includes('Ada Brook'), `${slug}, ${about}`).toBe(last);
      const own = (start: string) => stands.filter((line) => line.startsWith(start)).length;
      const found = [
        own(`CONTAINS article:${slug} → assertion:`),
        stands.filter((line) => line.includes(`"key":"quote:${slug}#`)).length,
      ];
      const { assertions = [], quotes = [] } = documentOf(number);
      const said = assertions.filter((one) => one.reconstructed !== true).length;
      expect(found, `${slug}, ${about}`).toEqual(isHeld ? [said, quotes.length] : [0, 0]);
    }
    await deriveAll(store as unknown as Store);
    expect(await dump(store), `edges derived anew, ${about}`).toEqual(stands);
  });
}

/** What is stored but for the log of who did it, which is of this history alone. */
const evidence = (lines: readonly string[]): string[] => lines.filter((line) => !line.startsWith('AuditEntry'));

/** Brings everything in that was ever sent: then all is as in a database in which nobody was ever killed. */
export async function checkWhole(settings: EngineSettings, { versions }: Sent): Promise<void> {
  const all = [...versions].map(([number, { last }]) => ({ file: `${number}`, json: documentOf(number, last) }));
  const reference = { kind: 'embedded', folder: tempFolder() } as const;
  const [here, there] = [settings, reference].map((one) =>
    opened(one, async (store) => {
      await importMany(store as unknown as Store, all);
      return evidence(await dump(store));
    }),
  );
  expect(await here).toEqual(await there);
}

/** Sends documents one after the other until it is told to stop; one that is refused for the moment is sent again. */
export async function sending(address: string, sent: Sent, next: () => [number, boolean], isOver: () => boolean) {
  while (!isOver()) {
    const [number, isMended] = next();
    sent.begin(number, isMended);
    for (let isThere = false; !isThere && !isOver(); ) {
      const answer = await fetch(`${address}/api/articles`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(documentOf(number, isMended)),
      }).catch(() => undefined);
      const text = await answer?.text().catch(() => undefined);
      isThere = answer?.status === 200 && text !== undefined;
      if (isThere) sent.acknowledge(number, isMended);
      else if (answer !== undefined && text !== undefined) {
        expect(answer.status, text).toBe(503);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        await wait(100);
      }
    }
  }
}

/** The process of the embedded engine under another; undefined where it is not there at the moment. */
function engineUnder(pid: number): number | undefined {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/));
  const found = rows.find(([, parent, ...args]) => Number(parent) === pid && args.join(' ').includes('embedded-child'));
  return found === undefined ? undefined : Number(found[0]);
}

export interface Kill {
  whom: 'server' | 'engine' | 'command';
  environment: Record<string, string>;
  sent: Sent;
  chance: Chance;
  /** A number that no document has yet. */
  fresh: () => number;
}

/** Kills a server, or the engine under it, while somebody imports one document after the other. */
async function killServer({ whom, environment, sent, chance, fresh }: Kill): Promise<void> {
  const server = await startServer(environment, ['--empty']);
  const known = [...sent.versions.keys()];
  let isOver = false;
  const next = (): [number, boolean] => {
    const again = known[upTo(chance, known.length)];
    return again !== undefined && chance() < 0.3 ? [again, true] : [fresh(), false];
  };
  const work = sending(server.address, sent, next, () => isOver);
  // The first documents on a cold engine take their time: some come first, then anything between two and in the middle of one.
  const [from, most] = [sent.times, 1 + upTo(chance, 4)];
  await expect.poll(() => sent.times >= from + most, { timeout: 90_000, interval: 5 }).toBe(true);
  await wait(chance() * 300);
  if (whom === 'server') {
    server.child.kill('SIGKILL');
    isOver = true;
  } else {
    const engine = engineUnder(server.child.pid ?? 0);
    expect(engine, 'the engine of the server').toBeDefined();
    process.kill(engine ?? 0, 'SIGKILL');
    // The server goes on with a new one.
    const before = sent.times;
    await expect.poll(() => sent.times > before + 1, { timeout: 90_000, interval: 50 }).toBe(true);
    isOver = true;
    await work;
    server.child.kill('SIGTERM');
  }
  await Promise.all([work, server.ended]);
}

/** Kills a command that imports a folder, whose edges are derived at its end, or the engine under it. */
async function killCommand({ environment, sent, chance, fresh }: Kill, isOnNeo4j: boolean): Promise<void> {
  const folder = join(tempFolder(), 'documents');
  mkdirSync(folder);
  const numbers = Array.from({ length: 30 }, fresh);
  for (const number of numbers) {
    sent.begin(number, false);
    writeFileSync(join(folder, `${number}.json`), JSON.stringify(documentOf(number)));
  }
  const command: Program = program('cli', ['import', folder], environment);
  // From its start to about its end, whatever the machine has to do beside.
  await Promise.race([command.ended, wait(1000 + chance() * 4000)]);
  const engine = chance() < 0.3 && !isOnNeo4j ? engineUnder(command.child.pid ?? 0) : undefined;
  if (engine !== undefined) process.kill(engine, 'SIGKILL');
  else command.child.kill('SIGKILL');
  const { code } = await command.ended;
  if (code === 0) for (const number of numbers) sent.acknowledge(number, false);
}

export const killed = (kill: Kill, isOnNeo4j: boolean): Promise<void> =>
  kill.whom === 'command' ? killCommand(kill, isOnNeo4j) : killServer(kill);
