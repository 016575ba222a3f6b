// kill -9 at random moments of imports, of the server, of the engine under it and of a command: nothing acknowledged is lost,
// nothing is there by half, and the edges are those that the evidence gives. Eight times in CI, fifty in `npm run soak`.
import { describe, expect, it } from 'vitest';
import type { EngineSettings } from '../../server/store/open.ts';
import { engines } from '../contract/engines.ts';
import { chanceOf } from '../fuzz/mutate.ts';
import { tempFolder } from '../temp.ts';
import { check, checkWhole, type Kill, killed, Sent } from './kills.ts';

const times = Number(process.env.KILLS ?? 8);
const seed = Number(process.env.KILL_SEED ?? (times > 8 ? Date.now() % 2 ** 31 : 20261123));
const [, bolt] = engines;
const skipped = bolt?.skipped;
/** A quarter of them on Neo4j, where only programs of ours are killed. */
const share = { embedded: times - Math.floor(times / 4), neo4j: Math.floor(times / 4) };

async function kills(number: number, settings: EngineSettings, environment: Record<string, string>, shift: number) {
  const sent = new Sent();
  const chance = chanceOf(seed + shift);
  const isOnNeo4j = settings.kind === 'neo4j';
  const tally = { server: 0, engine: 0, command: 0 };
  let last = 0;
  for (let round = 0; round < number; round++) {
    const drawn = Math.floor(chance() * 3);
    const whom = (isOnNeo4j ? ['server', 'server', 'command'] : ['server', 'engine', 'command'])[drawn] as Kill['whom'];
    await killed({ whom, environment, sent, chance, fresh: () => (last += 1) }, isOnNeo4j);
    tally[whom] += 1;
    await check(settings, sent, `kill ${round} of ${number}, of the ${whom}, KILL_SEED=${seed}`);
  }
  await checkWhole(settings, sent);
  const all = [...sent.versions.values()];
  const acknowledged = all.filter((one) => one.acknowledged !== null).length;
  console.log(
    `${settings.kind}, KILL_SEED=${seed}: killed ${JSON.stringify(tally)}; ${all.length} documents sent, ${acknowledged} acknowledged, all of these there, none by half.`,
  );
  if (tally.server + tally.engine > 0) expect(acknowledged).toBeGreaterThan(0);
}

const timeout = 120_000 + times * 90_000;

it(`keeps what was acknowledged, and nothing by half, through ${share.embedded} kills`, { timeout }, async () => {
  const folder = tempFolder();
  await kills(share.embedded, { kind: 'embedded', folder }, { HEARSAY_DATA: folder, PORT: '0' }, 0);
});

describe.skipIf(skipped !== undefined)(`on Neo4j${skipped ? ` (skipped: ${skipped})` : ''}`, () => {
  it(`does so through ${share.neo4j} kills of the server or a command`, { timeout }, async () => {
    const settings = await bolt?.settings();
    if (settings?.kind !== 'neo4j') throw new Error('Not the settings of Neo4j.');
    const { uri, user, password } = settings;
    const environment = {
      NEO4J_URI: uri,
      ...(user && { NEO4J_USER: user }),
      ...(password && { NEO4J_PASSWORD: password }),
      HEARSAY_DATA: tempFolder(),
      PORT: '0',
    };
    await kills(share.neo4j, settings, environment, 1);
  });
});
