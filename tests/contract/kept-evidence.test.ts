// Evidence that was read while somebody wrote, and brought up to date from there, is what it is when all is read anew.
import { expect, it } from 'vitest';
import { allEvidence, evidenceWithin } from '../../server/evidence/whole.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import type { Store } from '../../server/store/port.ts';
import { describeEngines } from './engines.ts';
import { Ground } from './ingest-setup.ts';
import { interrupted } from './interrupted.ts';
import { first, second } from './interrupted-reports.ts';

describeEngines('evidence read while somebody writes', (engine) => {
  const ground = new Ground(engine);
  const store = (): Store => ground.store as unknown as Store;

  it('is the same as read anew, whatever was written before which read', { timeout: 600_000 }, async () => {
    const add = () => ground.add(second());
    const remove = () => removeArticle(store(), 'article:second');
    const change = () => ground.add(first('person:r'));
    let disturbed = 0;
    for (const [name, prepare, act] of [
      ['added', async () => undefined, add],
      ['removed', add, remove],
      ['changed', add, change],
    ] as const) {
      for (let at = 1, reads = 2; at <= reads; at++) {
        await ground.add(first('person:q'));
        await remove().catch(() => undefined);
        await prepare();
        let isDone = false;
        const between = interrupted(store(), at, async () => {
          isDone = true;
          await act();
        });
        const kept = await allEvidence(between.store);
        const anew = await store().transaction((tx) => evidenceWithin(tx));
        expect(kept, `${name} before read ${at}`).toEqual(anew);
        // The reads of the first attempt, where nothing disturbed it: the second adds its own.
        if (at === 1) reads = Math.min(between.reads(), 40);
        if (isDone) disturbed += 1;
        // What is kept is brought up to date by the next write, too.
        await remove().catch(() => undefined);
        expect(await allEvidence(between.store), `${name}, then removed`).toEqual(
          await store().transaction((tx) => evidenceWithin(tx)),
        );
      }
    }
    expect(disturbed).toBeGreaterThan(30);
  });
});
