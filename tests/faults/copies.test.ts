// The copies that typed statements run on: each stays for as long as somebody needs it, and no longer, whatever fails.
import { getEventListeners } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Copies, type Worker } from '../../server/store/embedded-copies.ts';
import { EngineProcess } from '../../server/store/embedded-process.ts';
import { rehearse } from '../../server/store/embedded-query.ts';
import { tempFolder } from '../temp.ts';

const memoryLimit = 512 << 20;
const patienceMs = 60_000;
const { signal } = new AbortController();

let owner: EngineProcess;
let copies: Copies;
let folder: string;
let commits = 0;
let saved = 0;
/** In the place of the engine's own, for one copy. */
let instead: ((file: string) => void) | undefined;

async function save(file: string): Promise<number> {
  const held = commits;
  const write = instead;
  instead = undefined;
  saved += 1;
  if (write) write(file);
  else await owner.request({ op: 'save', file }, patienceMs);
  return held;
}

beforeAll(async () => {
  const options = { folder: tempFolder(), memoryLimit };
  mkdirSync(options.folder, { recursive: true });
  owner = new EngineProcess(options);
  await owner.open(options, patienceMs);
});
beforeEach(() => {
  folder = join(tempFolder(), 'copies');
  commits = 0;
  saved = 0;
  copies = new Copies({ folder, memoryLimit, save, commits: () => commits, log: undefined });
});
afterEach(() => copies.close());
afterAll(async () => {
  owner.kill();
  await owner.exited;
});

const one = { text: 'RETURN 1 AS x', parameters: {}, rowLimit: 1, form: 'plain', explains: null } as const;
const answers = async ({ process }: Worker): Promise<string> =>
  (await process.requestTyped({ op: 'typed', statement: one }, patienceMs)).batch.lines;

it('a copy stays under a statement that waits for a process, however much is committed meanwhile', async () => {
  const first = await copies.take(signal);
  first.process.kill();
  // Another process begins to start, and the next two statements wait for it.
  copies.give(first);
  commits = 1;
  const second = copies.take(signal);
  while (!existsSync(join(folder, '2.grafeo'))) await turn();
  await turn();
  commits = 2;
  const workers = await Promise.all([second, copies.take(signal)]);
  for (const worker of workers) expect(await answers(worker)).toBe('[1]\n');
  for (const worker of workers) copies.give(worker);
});

it('a process that could not open its copy is not used again, and neither copy is left behind', async () => {
  copies.give(await copies.take(signal));
  commits = 1;
  instead = (file) => writeFileSync(file, 'no database');
  for (let round = 0; round < 2; round += 1) await expect(copies.take(signal)).rejects.toThrow();
  commits = 2;
  const worker = await copies.take(signal);
  expect(await answers(worker)).toBe('[1]\n');
  copies.give(worker);
  const databases = (): string[] => readdirSync(folder).filter((name) => !name.endsWith('.spill'));
  await expect.poll(databases, { timeout: 10_000 }).toEqual(['3.grafeo']);
});

it('a rehearsal whose copy fails leaves no file, and nothing that waits for its time limit', async () => {
  instead = (file) => {
    writeFileSync(file, 'half of a database');
    throw new Error('The disk is full.');
  };
  const limits = { timeoutMs: 60_000, signal: new AbortController().signal };
  await expect(rehearse(copies, one, limits, save)).rejects.toThrow('The disk is full.');
  expect(readdirSync(folder)).toEqual([]);
  expect(getEventListeners(limits.signal, 'abort')).toEqual([]);
});

it('a write that was cancelled while it waited is not rehearsed', async () => {
  const limits = { timeoutMs: 60_000, signal: AbortSignal.abort() };
  await expect(rehearse(copies, one, limits, save)).rejects.toMatchObject({ name: 'Cancelled' });
  expect(saved).toBe(0);
});

it('what does not fit in memory lies beside the copies, and goes with the process', async () => {
  const spills = (of: string): string[] => readdirSync(of).filter((name) => name.endsWith('.spill'));
  const worker = await copies.take(signal);
  expect(await answers(worker)).toBe('[1]\n');
  const of = `-${worker.process.pid}-`;
  expect(spills(folder).filter((name) => name.includes(of))).toHaveLength(1);
  expect(spills(tmpdir()).filter((name) => name.includes(of))).toEqual([]);
  worker.process.kill();
  await worker.process.exited;
  copies.give(worker);
  await expect.poll(() => spills(folder).filter((name) => name.includes(of)), { timeout: 10_000 }).toEqual([]);
});
