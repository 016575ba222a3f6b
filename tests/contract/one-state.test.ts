// An answer made of several reads is of one state of the database, whatever is written between them.
import { expect, it } from 'vitest';
import { putCase } from '../../server/curation/cases.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import type { Evidence } from '../../server/schema/view.ts';
import type { Store } from '../../server/store/port.ts';
import { type Api, serve } from './api.ts';
import { describeEngines } from './engines.ts';
import { Ground } from './ingest-setup.ts';
import { interrupted } from './interrupted.ts';
import { first, second } from './interrupted-reports.ts';

const of = (key: string) => encodeURIComponent(key);
const addresses = [
  '/api/briefs?plan=plan:x&format=md',
  '/api/briefs?plan=plan:x&asOf=2024-04',
  `/api/edges/${of('OPPOSES~country:a~plan:x')}/evidence`,
  `/api/edges/${of('SUPPORTS~country:b~plan:x')}/evidence`,
  '/api/contradictions',
  '/api/diff?from=2024-03-01',
  '/api/graph?view=all',
  '/api/articles/article:second',
];

describeEngines('an answer of several reads', (engine) => {
  const ground = new Ground(engine);
  const answer = async (api: Api, path: string) => {
    const response = await api.get(path);
    return `${response.status} ${await response.text()}`;
  };
  /** The answer where the act comes before the read with that number, and how many reads it took. */
  const during = async (path: string, at: number, act: () => Promise<unknown>) => {
    const { store, reads } = interrupted(ground.store as unknown as Store, at, act);
    const api = await serve(store);
    try {
      return { text: await answer(api, path), reads: reads() };
    } finally {
      await api.close();
    }
  };
  const nothing = async (): Promise<void> => undefined;
  /** Before which reads something is written: the first after the revision, and some on the way to the last. */
  const places = (reads: number): number[] =>
    [2, reads * 0.3, reads * 0.6, reads * 0.85, reads - 1].map((at) => Math.max(2, Math.round(at)));

  it('is of the state before a write or of the one after it', { timeout: 600_000 }, async () => {
    await ground.add(first('aide'));
    for (const path of addresses) {
      await ground.add(second());
      const whole = await during(path, 0, nothing);
      const remove = () => removeArticle(ground.store, 'article:second');
      const states = [whole.text];
      await remove();
      states.push((await during(path, 0, nothing)).text);
      expect(states[1], path).not.toBe(states[0]);
      for (const at of places(whole.reads)) {
        await ground.add(second());
        expect(states, `${path}: removed before read ${at}`).toContain((await during(path, at, remove)).text);
        const add = () => ground.add(second());
        await remove().catch(() => undefined);
        expect(states, `${path}: added before read ${at}`).toContain((await during(path, at, add)).text);
      }
      await remove().catch(() => undefined);
    }
  });

  it('is of the case before a change or of the one after it', { timeout: 300_000 }, async () => {
    await ground.add(first('aide'));
    await ground.add(second());
    const collect = (...articles: string[]) => putCase(ground.store, 'case:c', { name: 'A case', articles });
    const path = '/api/graph?view=all&case=case%3Ac';
    await collect('article:first', 'article:second');
    const both = await during(path, 0, nothing);
    await collect('article:first');
    const one = await during(path, 0, nothing);
    expect(one.text).not.toBe(both.text);
    for (const at of [2, 3, 4, Math.round(one.reads / 2), one.reads - 1]) {
      await collect('article:first');
      const change = () => collect('article:first', 'article:second');
      const api = await serve(interrupted(ground.store as unknown as Store, at, change).store);
      try {
        expect([one.text, both.text], `before read ${at}`).toContain(await answer(api, path));
        expect(await answer(api, path), `after a change before read ${at}`).toBe(both.text);
      } finally {
        await api.close();
      }
    }
  });

  it('a brief on what is written to all the time is refused, a view is taken as it comes', async () => {
    await ground.add(first('aide'));
    let authors = 0;
    const always = async (path: string) => {
      const { store } = interrupted(ground.store as unknown as Store, 0, nothing);
      const read: Store['read'] = async (name, parameters) => {
        const rows = await store.read(name, parameters);
        if (name !== 'read/nodes') return rows;
        authors += 1;
        const { article, ...rest } = first('aide');
        await ground.add({ ...rest, article: { ...article, author: `Author ${authors}` } });
        return rows;
      };
      const api = await serve({ ...store, read });
      try {
        const response = await api.get(path);
        // Read before the server closes, which cuts off what has not been sent.
        return { retryAfter: response.headers.get('retry-after'), body: await response.json() };
      } finally {
        await api.close();
      }
    };
    const refused = await always('/api/briefs?plan=plan:x');
    expect(refused.retryAfter).toBe('5');
    expect(refused.body).toMatchObject({ status: 503, code: 'busy' });
    const view = await always(`/api/edges/${of('OPPOSES~country:a~plan:x')}/evidence`);
    expect((view.body as Evidence).edge.properties).toMatchObject({ originsMax: 1 });
  });
});
