// The benchmarks: `npm run bench` measures Hearsay against the bare driver of each engine in one run, `-- --votes FILE` how time
// and memory grow with the number of roll-call votes (numbers after it for other sizes), `-- --browser` the page against other
// renderers (numbers after it: only graphs of so many nodes), `--load FOLDER` how long whole files of real data take (words
// after it: only loads and engines of that name; `--details` what each statement took), `--browser --load FOLDER` the page
// over these data, `--crowd` how 200 people at one server fare while somebody imports (numbers after it: clients, seconds,
// claims there), `--scale` what grows with the number of claims on Neo4j (numbers after it: of claims, one after the other),
// `--watches` what watches cost an import (numbers after it: claims there, documents either way); `--smoke` only shows that
// they work.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../server/root.ts';
import { openStore } from '../server/store/open.ts';
import { launchNeo4j, whyNot } from '../tests/neo4j/launch.ts';
import { bareEmbedded, bareNeo4j } from './bare.ts';
import { measureLoaded } from './browser/loaded.ts';
import { measureBrowser } from './browser/main.ts';
import { measureCrowd } from './crowd.ts';
import { measureVotes } from './linear.ts';
import { measureLoads } from './load.ts';
import { header } from './measure.ts';
import { measureScale } from './scale.ts';
import { type BenchTypes, benchStatements } from './statements.ts';
import { runSuite, type Suite } from './suite.ts';
import { measureWatches } from './watches.ts';

const { values, positionals } = parseArgs({
  options: {
    smoke: { type: 'boolean', default: false },
    votes: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
    load: { type: 'boolean', default: false },
    details: { type: 'boolean', default: false },
    crowd: { type: 'boolean', default: false },
    watches: { type: 'boolean', default: false },
    scale: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const { smoke } = values;
const [file, ...sizes] = positionals;
const shared = join(projectRoot, '..', 'shared');
const size = smoke ? { claims: 300, runs: 3, strict: false } : { claims: 10_000, runs: 50, strict: true };
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));

async function embedded(): Promise<string[]> {
  const suite: Suite = {
    engine: 'embedded',
    open: () =>
      openStore<BenchTypes>({ kind: 'embedded', folder: join(folder, 'hearsay') }, { extra: benchStatements }),
    openBare: async () => bareEmbedded(join(folder, 'bare.grafeo')),
  };
  return runSuite(suite, size);
}

/** Two instances, so that both databases start empty and neither is warmer than the other. */
async function neo4j(): Promise<string[]> {
  const [ours, theirs] = [await launchNeo4j(), await launchNeo4j()];
  try {
    return await runSuite(
      {
        engine: 'Neo4j',
        open: () => openStore<BenchTypes>({ kind: 'neo4j', uri: ours.uri }, { extra: benchStatements }),
        openBare: async () => bareNeo4j(theirs.uri),
      },
      size,
    );
  } finally {
    await ours.stop();
    await theirs.stop();
  }
}

try {
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  const day = new Date().toISOString().slice(0, 10);
  console.log(
    `${day}, commit ${commit}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`,
  );
  if (values.watches) {
    const [claims = smoke ? 300 : 10_000, rounds = smoke ? 1 : 15] = positionals.map(Number);
    await measureWatches({ claims, rounds });
  } else if (values.votes) await measureVotes(file, { smoke, sizes: sizes.map(Number) });
  else if (values.crowd) {
    execFileSync(process.execPath, [join(projectRoot, 'scripts', 'build.mjs')], { stdio: 'inherit' });
    const [clients = 200, seconds = 60, claims = 5000] = positionals.map(Number);
    const reason = await whyNot();
    if (reason) console.log(`Neo4j is left out: ${reason}.`);
    await measureCrowd({ clients, seconds, claims }, reason ? ['embedded'] : ['embedded', 'Neo4j']);
  } else if (values.scale) {
    execFileSync(process.execPath, [join(projectRoot, 'scripts', 'build.mjs')], { stdio: 'inherit' });
    await measureScale(positionals.length === 0 ? [10_000, 100_000] : positionals.map(Number));
  } else if (values.browser) {
    // The built page is measured; where it is built already, this takes no time.
    execFileSync(process.execPath, [join(projectRoot, 'scripts', 'build.mjs')], { stdio: 'inherit' });
    await (values.load ? measureLoaded(file ?? shared) : measureBrowser(smoke, positionals.map(Number)));
  } else if (values.load) await measureLoads(file ?? shared, sizes, values.details);
  else await compareWithBare();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compareWithBare(): Promise<void> {
  console.log(`${size.claims} claims, ${size.runs} runs each, alternating; in one process with the server.\n`);
  console.log(header.join('\n'));
  for (const line of await embedded()) console.log(line);
  const reason = await whyNot();
  if (reason && process.env.CI) throw new Error(`In CI the benchmarks on Neo4j must run: ${reason}.`);
  if (reason) console.log(`\nNeo4j was left out: ${reason}.`);
  else for (const line of await neo4j()) console.log(line);
}
