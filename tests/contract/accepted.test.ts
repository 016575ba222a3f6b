// Every statement of cypher/ is understood by the engine it is for.
import { expect, it } from 'vitest';
import { openEngine } from '../../server/store/open.ts';
import { loadStatements, type Statement } from '../../server/store/statements.ts';
import { describeEngines } from './engines.ts';

/** The parameters of SKIP and LIMIT, which must be numbers even for a plan. */
const countsIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/\b(?:SKIP|LIMIT) \$(\w+)/g)].map(([, name = '']) => name));

describeEngines('the statements of cypher/', (testEngine) => {
  it('all have a plan', async () => {
    // Planning is slow in a Java that has just started; how slow is no matter here.
    const settings = { ...(await testEngine.settings()), deadlineMs: 120_000 };
    const statements = loadStatements(settings.kind);
    const engine = await openEngine(settings, statements);
    const refused: string[] = [];
    // What shows or makes the schema has no plan; opening a store runs these.
    const planned = [...statements.values()].filter(
      ({ text }) => !/^(SHOW|CREATE (CONSTRAINT|INDEX|FULLTEXT)) /m.test(text),
    );
    const explain = async ({ file, text, type }: Statement): Promise<void> => {
      const counts = countsIn(text);
      const parameters = Object.fromEntries(
        Object.keys(type.parameters.shape).map((key) => [key, counts.has(key) ? 1 : null]),
      );
      await engine.read(`EXPLAIN ${text}`, parameters).catch((error) => refused.push(`${file}: ${error.message}`));
    };
    for (const statement of planned) await explain(statement);
    await engine.close();
    expect(refused).toEqual([]);
  }, 240_000);
});
