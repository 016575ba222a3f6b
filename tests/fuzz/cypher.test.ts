// Random statements over the bundled reports: what the gate lets through to the embedded engine, it answers as Neo4j does.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../contract/engines.ts';
import { type Answer, Asker, canonicalRows, type Outcome, rowLimit } from '../contract/typed.ts';
import { type Statement, statements } from './statement.ts';

/** FUZZ_SECONDS is 60 in .ci/run and 600 in `npm run soak`; FUZZ_SEED repeats a run, and is new each time when soaking. */
const seconds = Number(process.env.FUZZ_SECONDS ?? 10);
const seed = Number(process.env.FUZZ_SEED ?? (seconds > 60 ? Date.now() % 2 ** 31 : 20241023));

const missing = engines.flatMap(({ name, skipped }) => (skipped === undefined ? [] : [`${name}: ${skipped}`]));
const reason = missing.length > 0 ? ` (skipped: ${missing.join('; ')})` : '';

/** A limit was reached, of time, memory or rows: a matter of the machine, and told so to whoever asked. */
const isLimit = (outcome: Outcome): boolean =>
  'failed' in outcome
    ? /^(time|memory)-limit/.test(outcome.failed)
    : 'rows' in outcome && outcome.rows.length >= rowLimit;

/** A path with a name, which the engine may fail to follow: a refusal that comes late (docs/cypher-gate.md). */
const isTold = (outcome: Outcome): boolean =>
  'failed' in outcome && outcome.failed.includes('lost its place in a path of several steps');

describe.skipIf(missing.length > 0)(`both engines on random statements${reason}`, () => {
  let askers: Asker[] = [];
  beforeAll(async () => {
    askers = [];
    for (const engine of engines) askers.push(await Asker.bundled(engine));
  });
  afterAll(async () => {
    for (const asker of askers) await asker.close();
  });

  it('never differ in silence', { timeout: (seconds + 120) * 1000 }, async () => {
    const [embedded, neo4j] = askers;
    if (!embedded || !neo4j) throw new Error('There are two engines.');
    const counts = { run: 0, refused: 0, limited: 0, empty: 0 };

    async function compare({ text, parameters, isOrdered }: Statement): Promise<void> {
      const mine = await embedded?.ask(text, parameters);
      if (!mine || 'refused' in mine || isTold(mine)) {
        counts.refused++;
        return;
      }
      const theirs = await neo4j?.askEngine(text, parameters);
      if (!theirs || isLimit(mine) || isLimit(theirs)) {
        counts.limited++;
        return;
      }
      counts.run++;
      // Both may find the same fault with a statement; one alone may not.
      if ('failed' in mine && 'failed' in theirs) return;
      if (!('rows' in mine) || !('rows' in theirs)) {
        expect({ text, answer: mine }).toEqual({ text, answer: theirs });
        return;
      }
      if (theirs.rows.length === 0) counts.empty++;
      const shown = (answer: Answer) => ({
        text,
        columns: answer.columns,
        rows: canonicalRows(answer, isOrdered),
      });
      expect(shown(mine)).toEqual(shown(theirs));
    }

    const property = fc.asyncProperty(statements, compare);
    await fc.assert(property, {
      seed,
      numRuns: 1_000_000,
      interruptAfterTimeLimit: seconds * 1000,
    });
    console.info(`Fuzzed for ${seconds} s, seed ${seed}: ${JSON.stringify(counts)}`);
    expect(counts.run).toBeGreaterThan(0);
    expect(counts.run / (counts.run + counts.refused)).toBeGreaterThanOrEqual(0.6);
    expect(counts.empty / counts.run).toBeLessThan(0.8);
  });
});
