// Statements over the bundled reports, construct by construct: both engines answer each, and alike.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from './engines.ts';
import { parityStatements } from './parity-statements.ts';
import { Asker, canonicalRows } from './typed.ts';

const missing = engines.flatMap(({ name, skipped }) => (skipped === undefined ? [] : [`${name}: ${skipped}`]));
const groups = [...parityStatements()];

it('there are at least 200 statements', () => {
  const texts = groups.flatMap(([, statements]) =>
    statements.map(({ text, parameters }) => text + JSON.stringify(parameters)),
  );
  expect(texts.length).toBeGreaterThanOrEqual(200);
  expect(new Set(texts).size).toBe(texts.length);
});

const reason = missing.length > 0 ? ` (skipped: ${missing.join('; ')})` : '';
describe.skipIf(missing.length > 0)(`both engines answer alike${reason}`, () => {
  let askers: Asker[] = [];
  beforeAll(async () => {
    askers = [];
    for (const engine of engines) askers.push(await Asker.bundled(engine));
  });
  afterAll(async () => {
    for (const asker of askers) await asker.close();
  });

  it.each(groups)('%s', { timeout: 120_000 }, async (_, statements) => {
    for (const { text, parameters, isOrdered } of statements) {
      const [embedded, neo4j] = await Promise.all(askers.map((asker) => asker.ask(text, parameters)));
      if (!embedded || !neo4j || !('rows' in embedded) || !('rows' in neo4j)) {
        expect.soft({ text, embedded, neo4j }).toBe('answered by both');
        continue;
      }
      const shown = (answer: typeof neo4j) => ({
        text,
        columns: answer.columns,
        rows: canonicalRows(answer, isOrdered),
      });
      expect.soft(shown(embedded)).toEqual(shown(neo4j));
    }
  });
});
