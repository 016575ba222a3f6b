// `npm run eval`: how well attributions are found in PolNeAR's dev split, by the scorer kept beside it, and how fast; and what
// the rules propose for the bundled reports. `-- --articles N` takes the first N articles by name, `--peer NAME` a peer of
// `peers.ts` besides, `--split train`, `--corpus DIR` and `--seeds DIR` read other texts, `--keep DIR` keeps the predictions.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extractAttributions } from '../../server/extract/attributions/extract.ts';
import { attributionModel } from '../../server/models.ts';
import { hearsayVersion, projectRoot } from '../../server/root.ts';
import { scoreBundled } from './bundled.ts';
import type { Peer } from './peer.ts';
import { peers } from './peers.ts';
import { type Predicted, predictionLine } from './predictions.ts';
import { type Row, rows } from './rows.ts';
import { type Score, scoreFile, whyNoScorer } from './score.ts';
import { articlesPerSecond, timeByLength } from './speed.ts';
import { bundledTable, scoresTable } from './tables.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: join(projectRoot, '..', 'shared', 'polnear') },
    seeds: { type: 'string', default: join(projectRoot, '..', 'shared', 'seeds') },
    split: { type: 'string', default: 'dev' },
    articles: { type: 'string' },
    keep: { type: 'string' },
    peer: { type: 'string', multiple: true, default: [] },
  },
});
const limit = values.articles === undefined ? undefined : Number(values.articles);

interface Measured {
  scores: Record<string, Score>;
  cost: string;
}

function readTexts(folder: string): Map<string, string> {
  const names = readdirSync(folder).sort().slice(0, limit);
  return new Map(names.map((name) => [name.replace(/\.txt$/, ''), readFileSync(join(folder, name), 'utf8')]));
}

function score(name: string, predictions: ReadonlyMap<string, readonly Predicted[]>, kept: string) {
  const file = join(kept, `${name}.jsonl`);
  writeFileSync(file, [...predictions].map(([article, found]) => predictionLine(article, found)).join(''));
  return scoreFile(values.corpus, values.split, file, limit);
}

function measure(row: Row, texts: ReadonlyMap<string, string>, kept: string): Measured {
  const system = row.prepare();
  const scores = score(row.name, new Map([...texts].map(([name, text]) => [name, system(text)])), kept);
  const all = [...texts.values()];
  const rate = articlesPerSecond(system, all);
  const grown = timeByLength(system, all).map(
    ({ length, ms }) => `${(length / 1000).toFixed(0)} k characters ${ms.toFixed(0)} ms`,
  );
  return { scores, cost: `${rate.toFixed(1)} articles a second of one core; ${grown.join(', ')}` };
}

/** The peers that are asked for; throws where one is unknown or cannot run here, before anything is measured. */
async function askedPeers(): Promise<Peer[]> {
  const asked: Peer[] = [];
  for (const name of new Set(values.peer)) {
    const peer = peers.find((one) => one.name === name);
    const names = peers.map((one) => one.name).join(', ');
    if (peer === undefined) throw new Error(`No peer is called ${name}; there are: ${names}.`);
    const reason = await peer.whyNot();
    if (reason !== undefined) throw new Error(`${reason}.`);
    asked.push(peer);
  }
  return asked;
}

function checkCorpus(): void {
  if (limit !== undefined && !(Number.isInteger(limit) && limit > 0))
    throw new Error(`--articles is a number of articles, such as 40, not "${values.articles}".`);
  if (!existsSync(join(values.corpus, 'score.py')))
    throw new Error(`There is no corpus in ${values.corpus}: name it with --corpus DIR.`);
  const reason = whyNoScorer();
  if (reason) throw new Error(reason);
}

async function main(): Promise<void> {
  checkCorpus();
  const asked = await askedPeers();
  const kept = values.keep ?? mkdtempSync(join(tmpdir(), 'hearsay-eval-'));
  mkdirSync(kept, { recursive: true });
  try {
    const told = execFileSync('git', ['describe', '--always', '--dirty'], { cwd: projectRoot, encoding: 'utf8' });
    const folder = join(values.corpus, values.split, 'text');
    const texts = readTexts(folder);
    const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'an unknown processor'}, load ${loadavg()[0]?.toFixed(1)}`;
    console.log(
      `${new Date().toISOString().slice(0, 10)}, Hearsay ${hearsayVersion}, commit ${told.trim()}, Node ${process.version}, ${machine}`,
    );
    console.log(`PolNeAR ${values.split}, ${texts.size} articles; percent\n`);
    const measured = new Map<string, Measured>();
    for (const row of rows) measured.set(row.name, measure(row, texts, kept));
    for (const peer of asked) {
      const { predictions, cost } = await peer.run(folder, [...texts.keys()]);
      measured.set(peer.name, { scores: score(peer.name, predictions, kept), cost });
    }
    for (const line of scoresTable(new Map([...measured].map(([name, { scores }]) => [name, scores]))))
      console.log(line);
    console.log('');
    for (const [name, { cost }] of measured) console.log(`${name}: ${cost}`);
    printBundled();
  } finally {
    if (values.keep === undefined) rmSync(kept, { recursive: true, force: true });
  }
}

function printBundled(): void {
  const model = attributionModel();
  const run = scoreBundled(values.seeds, (reading) => extractAttributions(reading.text, model));
  if (run === undefined) {
    console.log(`\nThe bundled reports were left out: their texts are not in ${values.seeds} (--seeds DIR).`);
    return;
  }
  console.log(`\nThe bundled reports against their claims as read by hand\n`);
  for (const line of bundledTable(run.rows)) console.log(line);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
