// The export of a database imports again: into the same it changes nothing, into an empty one it makes the same.
import { expect, it } from 'vitest';
import { importMany } from '../../server/ingest/many.ts';
import { describeEngines } from './engines.ts';
import { ExchangeGround } from './exchange-setup.ts';
import { bundled } from './ingest-setup.ts';

describeEngines('an export', (engine) => {
  const ground = new ExchangeGround(engine);

  it('of the bundled reports makes the same database again, and changes nothing in its own', {
    timeout: 120_000,
  }, async () => {
    await importMany(ground.store, bundled());
    const before = await ground.dump();
    const json = await ground.exported();
    const again = await ground.take(json);
    expect(again.articles).toEqual({ created: 0, revised: 0, replaced: 0, unchanged: 5 });
    expect(await ground.dump()).toEqual(before);
    await ground.clear();
    const report = await ground.take(json);
    expect(report.articles.created).toBe(5);
    expect(report.derived).toMatchObject({ equal: report.derived.compared, more: 0, differences: [] });
    expect(report.derived.compared).toBeGreaterThan(50);
    expect(await ground.dump()).toEqual(before);
  });
});
