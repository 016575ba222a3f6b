// `npm run eval`: how well attributions are found in PolNeAR's dev split, by the corpus's own scorer, and how fast.
// `-- --corpus DIR` reads it elsewhere, `--split train`, `--limit N` the first N articles, `--keep DIR` keeps the predictions.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hearsayVersion, projectRoot } from '../../server/root.ts';
import { predictionLine } from './predictions.ts';
import { type Row, rows } from './rows.ts';
import { type Score, scoreFile, whyNoScorer } from './score.ts';
import { articlesPerSecond, timeByLength } from './speed.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: join(projectRoot, '..', 'shared', 'polnear') },
    split: { type: 'string', default: 'dev' },
    limit: { type: 'string' },
    keep: { type: 'string' },
    peer: { type: 'string', multiple: true, default: [] },
  },
});

const limit = values.limit ? Number(values.limit) : undefined;
const percent = (share: number) => (100 * share).toFixed(1).padStart(5);

function readTexts(folder: string): Map<string, string> {
  const names = readdirSync(folder).sort().slice(0, limit);
  return new Map(names.map((name) => [name.replace(/\.txt$/, ''), readFileSync(join(folder, name), 'utf8')]));
}

function table(scores: ReadonlyMap<string, Record<string, Score>>): string[] {
  const names = [...scores.keys()];
  const metrics = Object.keys(scores.get(names[0] as string) ?? {});
  const head = `| metric (P / R / F1) | ${names.join(' | ')} |`;
  const line = `| --- | ${names.map(() => '---').join(' | ')} |`;
  const body = metrics.map((metric) => {
    const cells = names.map((name) => {
      const { p, r, f1 } = (scores.get(name) as Record<string, Score>)[metric] as Score;
      return `${percent(p)} ${percent(r)} ${percent(f1)}`;
    });
    return `| ${metric.padEnd(19)} | ${cells.join(' | ')} |`;
  });
  return [head, line, ...body];
}

function measure(
  row: Row,
  texts: ReadonlyMap<string, string>,
  file: string,
): { scores: Record<string, Score>; speed: string } {
  const system = row.prepare();
  writeFileSync(file, [...texts].map(([name, text]) => predictionLine(name, system(text))).join(''));
  const scores = scoreFile(values.corpus, values.split, file, limit);
  if (row.onDemand) return { scores, speed: `${row.name}: not timed here` };
  const all = [...texts.values()];
  const rate = articlesPerSecond(system, all);
  const grown = timeByLength(system, all).map(
    ({ length, ms }) => `${(length / 1000).toFixed(0)} k characters ${ms.toFixed(0)} ms`,
  );
  return { scores, speed: `${row.name}: ${rate.toFixed(1)} articles a second; ${grown.join(', ')}` };
}

function main(): void {
  const reason = existsSync(join(values.corpus, 'score.py'))
    ? whyNoScorer()
    : `There is no corpus in ${values.corpus}: name it with --corpus DIR.`;
  if (reason) throw new Error(reason);
  const unknown = values.peer.filter((name) => !rows.some((row) => row.onDemand && row.name === name));
  if (unknown.length > 0)
    throw new Error(
      `No peer is called ${unknown.join(', ')}; there are: ${
        rows
          .filter((row) => row.onDemand)
          .map((row) => row.name)
          .join(', ') || 'none'
      }.`,
    );
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'hearsay-eval-'));
  mkdirSync(folder, { recursive: true });
  try {
    const commit = execFileSync('git', ['describe', '--always', '--dirty'], {
      cwd: projectRoot,
      encoding: 'utf8',
    }).trim();
    const texts = readTexts(join(values.corpus, values.split, 'text'));
    console.log(
      `${new Date().toISOString().slice(0, 10)}, Hearsay ${hearsayVersion}, commit ${commit}, Node ${process.version}, one core of ${cpus()[0]?.model ?? 'an unknown processor'}`,
    );
    console.log(`PolNeAR ${values.split}, ${texts.size} articles; percent\n`);
    const measured = rows
      .filter(({ onDemand, name }) => !onDemand || values.peer.includes(name))
      .map((row) => [row.name, measure(row, texts, join(folder, `${row.name}.jsonl`))] as const);
    for (const line of table(new Map(measured.map(([name, { scores }]) => [name, scores])))) console.log(line);
    console.log('');
    for (const [, { speed }] of measured) console.log(speed);
  } finally {
    if (!values.keep) rmSync(folder, { recursive: true, force: true });
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
