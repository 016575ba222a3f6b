// Runs Stanford CoreNLP's quote annotator as a program of its own (GPL-3.0, fetched with Maven) and reads what it found.
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { projectRoot } from '../../../server/root.ts';
import type { Peer, PeerRun } from '../../eval/peer.ts';
import type { Predicted } from '../../eval/predictions.ts';

const run = promisify(execFile);
const here = join(projectRoot, 'bench', 'peers', 'corenlp');
const cache = join(projectRoot, '.cache', 'corenlp');
/** Megabytes of heap that Java may take. */
const heapMb = 6_000;

async function whyNot(): Promise<string | undefined> {
  for (const program of ['java', 'javac', 'mvn']) {
    try {
      await run(program, ['-version']);
    } catch {
      return `the peer corenlp is a Java program: install a JDK (11 or later) and Maven, and run this again; ${program} is not here`;
    }
  }
  return undefined;
}

/** The folder with CoreNLP and its models: fetched once, about 500 MB. */
async function jars(): Promise<string> {
  const version = /<corenlp.version>(.*)<\/corenlp.version>/.exec(await readFile(join(here, 'pom.xml'), 'utf8'))?.[1];
  const lib = join(cache, `lib-${version}`);
  if (existsSync(lib)) return lib;
  process.stderr.write('Fetching CoreNLP and its models, about 500 MB …\n');
  await mkdir(cache, { recursive: true });
  // Resolved in a folder of its own and renamed when complete, so that an interrupted fetch is not taken for a whole one.
  const work = await mkdtemp(join(cache, 'fetch-'));
  try {
    await cp(join(here, 'pom.xml'), join(work, 'pom.xml'));
    const goal = ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib', '-DincludeScope=runtime'];
    await run('mvn', goal, { cwd: work, maxBuffer: 1 << 24 });
    await rename(join(work, 'lib'), lib);
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`Maven could not fetch CoreNLP: ${`${stdout}${stderr}`.trim().split('\n')[0] || error}`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return lib;
}

/** The most resident memory of a process so far, in megabytes; not told on every system. */
async function mostMemoryOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/**
 * One attribution a quotation, its source the speaker's mention, no cue. Quotations of one mention in one paragraph are
 * parts of one content, as the corpus has it.
 */
export function toAttributions(found: string, text: string): Predicted[] {
  const points = [...text];
  const all: { attribution: Predicted; mention: string; end: number }[] = [];
  for (const quotation of found.split(' ').filter((one) => one !== '')) {
    const [start = 0, end = 0, first = -1, last = -1] = quotation.split(',').map(Number);
    const mention = `${first},${last}`;
    const before = all.at(-1);
    if (first >= 0 && before?.mention === mention && !points.slice(before.end, start).includes('\n')) {
      before.attribution.content.push({ start, end });
      before.end = end;
      continue;
    }
    const source = first < 0 ? [] : [{ start: first, end: last }];
    all.push({ attribution: { source, cue: [], content: [{ start, end }] }, mention, end });
  }
  return all.map(({ attribution }) => attribution);
}

async function runOn(folder: string, names: readonly string[]): Promise<PeerRun> {
  const lib = await jars();
  const options = [`-Xmx${heapMb}m`, '-cp', join(lib, '*'), join(here, 'Quotes.java')];
  const child = spawn('java', [...options, folder, ...names], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => {
    told = (told + chunk.toString()).slice(-2000);
  });
  const predictions = new Map<string, Predicted[]>();
  let [milliseconds, mostMb] = [0, 0];
  for await (const line of createInterface({ input: child.stdout })) {
    const [name = '', ms = '0', found = ''] = line.split('\t');
    predictions.set(name, toAttributions(found, await readFile(join(folder, `${name}.txt`), 'utf8')));
    milliseconds += Number(ms);
    mostMb = Math.max(mostMb, await mostMemoryOf(child.pid));
    process.stderr.write(`\rCoreNLP: ${predictions.size} of ${names.length} articles`);
  }
  process.stderr.write('\n');
  const code = await ended;
  if (code !== 0) throw new Error(`CoreNLP ended with ${code}: ${told.trim()}`);
  const each = milliseconds / 1000 / names.length;
  const cost = `${each.toFixed(1)} s an article on the clock, on all cores, after loading; at most ${(mostMb / 1024).toFixed(1)} GB`;
  return { predictions, cost };
}

export const corenlp: Peer = { name: 'corenlp', whyNot, run: runOn };
