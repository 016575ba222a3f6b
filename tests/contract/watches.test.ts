// Watches over HTTP: what is found, what is told of a change and why, once, and what becomes of it when entities are merged.
import { expect, it } from 'vitest';
import { allEvidence } from '../../server/evidence/whole.ts';
import { contradictionsOf } from '../../server/provenance/contradictions/contradictions.ts';
import type { AuditLog } from '../../server/schema/audit.ts';
import { openStore } from '../../server/store/open.ts';
import { report } from '../builders.ts';
import { describeEngines } from './engines.ts';
import { opposes } from './ingest-setup.ts';
import { timeout, WatchGround } from './watches-setup.ts';

const first = () => report({ slug: 'first', outlet: 'outlet:one', says: [{ ...opposes, source: 'person:n' }] });
const second = () => report({ slug: 'second', outlet: 'outlet:two', says: [{ ...opposes, source: 'person:p' }] });
const beside = () => report({ slug: 'beside', says: [{ holder: 'country:z', stance: 'supports', target: 'plan:y' }] });
const denying = () =>
  report({ slug: 'denying', outlet: 'outlet:d', says: [{ ...opposes, mode: 'denies', source: 'person:q' }] });
const edge = { kind: 'edge', edge: 'OPPOSES~country:a~plan:x' };

describeEngines('watches', (engine) => {
  const ground = new WatchGround(engine);
  const denial = async (): Promise<string> =>
    contradictionsOf(await allEvidence(ground.store)).find(({ type }) => type === 'denial')?.key ?? '';

  it('tell once that an edge rests on more origins, and why, and nothing of what does not bear on it', {
    timeout,
  }, async () => {
    await ground.take(first());
    const made = await ground.watch(edge);
    expect(made).toMatchObject({
      ...{ key: 'watch:a-opposes-x', title: 'A opposes X', by: 'Ada', subject: 'A opposes X', watches: edge },
      ...{ now: 'rests on 1 independent origin', paused: false, fault: null, changes: 0, unseen: 0, hook: null },
    });
    await ground.take(second());
    const { history, ...changed } = await ground.changes(made.key, 1);
    expect(changed).toMatchObject({ now: 'rests on 2 independent origins', unseen: 1 });
    expect(history).toHaveLength(1);
    expect(history[0]).toMatchObject({
      ...{
        number: 1,
        what: 'change',
        before: 'rests on 1 independent origin',
        after: 'rests on 2 independent origins',
      },
      words: 'A opposes X now rests on 2 independent origins; it was 1.',
      causes: expect.arrayContaining([
        expect.objectContaining({ subjects: expect.arrayContaining(['article:second']) }),
      ]),
    });
    await ground.take(second());
    await ground.take(beside());
    expect(await ground.looked(made.key)).toMatchObject({ changes: 1 });
    await ground.send('DELETE', '/api/articles/article:second');
    const back = await ground.changes(made.key, 2);
    expect(back.history.map(({ words }) => words)).toEqual([
      'A opposes X now rests on 1 independent origin; it was 2.',
      'A opposes X now rests on 2 independent origins; it was 1.',
    ]);
    await ground.send('DELETE', '/api/articles/article:first');
    const gone = await ground.changes(made.key, 3);
    expect(gone.last?.words).toBe('No report says any longer that A opposes X: it rested on 1 independent origin.');
    await ground.take(first());
    expect((await ground.changes(made.key, 4)).last?.words).toContain('rests on 1 independent origin now');
  });

  it('tell where somebody stands on a plan', { timeout }, async () => {
    await ground.take(first());
    const { key } = await ground.watch({ kind: 'question', holder: 'country:a', plan: 'plan:x' }, 'A on X');
    await ground.take(report({ slug: 'else', says: [{ ...opposes, stance: 'supports', source: 'person:p' }] }));
    const { last } = await ground.changes(key, 1);
    expect(last?.words).toBe('Where A stands on X: now opposes (1), supports (1); it was opposes (1).');
  });

  it('tell what becomes of a contradiction, also when it is found under another key', { timeout }, async () => {
    await ground.take(first());
    await ground.take(denying());
    const key = await denial();
    const { key: watch, now } = await ground.watch({ kind: 'contradiction', contradiction: key }, 'The denial');
    expect(now).toBe('open');
    const body = { state: 'explained', by: 'Ada', why: 'They spoke of two days.' };
    await ground.send('PUT', `/api/contradictions/${encodeURIComponent(key)}/disposition`, body);
    expect((await ground.changes(watch, 1)).last).toMatchObject({ before: 'open', after: 'explained' });
    await ground.take(report({ slug: 'other', says: [{ ...opposes, holder: 'country:b' }] }));
    await ground.send('POST', '/api/merges', { from: 'country:a', into: 'country:b', by: 'Ada' });
    const merged = await denial();
    expect(merged).not.toBe(key);
    await ground.until(watch, ({ watches }) => expect(watches).toMatchObject({ contradiction: merged }));
    expect(await ground.looked(watch)).toMatchObject({ changes: 1, now: 'explained', fault: null });
    await ground.send('DELETE', '/api/merges/merge:country:a');
    await ground.until(watch, ({ watches }) => expect(watches).toMatchObject({ contradiction: key }));
    await ground.send('DELETE', '/api/articles/article:denying');
    const { last } = await ground.changes(watch, 2);
    expect(last?.words).toMatch(/^The contradiction ".+" is no longer in the ledger; it was explained\.$/);
  });

  it('of an edge hold through a merge and its undoing, and a split', { timeout }, async () => {
    await ground.take(first());
    await ground.take(
      report({ slug: 'other', outlet: 'outlet:o', says: [{ ...opposes, holder: 'country:b', source: 'person:r' }] }),
    );
    const { key } = await ground.watch(edge);
    await ground.send('POST', '/api/merges', { from: 'country:a', into: 'country:b', by: 'Ada' });
    const merged = await ground.changes(key, 1);
    expect(merged).toMatchObject({ subject: 'B opposes X', now: 'rests on 2 independent origins', watches: edge });
    await ground.send('DELETE', '/api/merges/merge:country:a');
    expect(await ground.changes(key, 2)).toMatchObject({
      subject: 'A opposes X',
      now: 'rests on 1 independent origin',
    });
    await ground.take(second());
    expect(await ground.changes(key, 3)).toMatchObject({ now: 'rests on 2 independent origins' });
    const part = { into: 'country:c', name: 'C', articles: ['article:first'] };
    await ground.send('POST', '/api/splits', { entity: 'country:a', ...part, by: 'Ada', why: 'Another.' });
    expect(await ground.changes(key, 4)).toMatchObject({ now: 'rests on 1 independent origin', watches: edge });
  });

  it('compare all rows of a statement, whatever their order, and tell why one fails', { timeout }, async () => {
    await ground.take(first());
    const statement = 'MATCH (a:Article) WHERE a.held = $held RETURN a.key AS article';
    const { key, now } = await ground.watch({ kind: 'query', statement, parameters: { held: true } }, 'What we hold');
    expect(now).toBe('article:first');
    await ground.take(second());
    const { last } = await ground.changes(key, 1);
    expect(last).toMatchObject({ words: '"What we hold" now gives 2 rows; it gave article:first.', went: [] });
    expect(last?.came).toEqual(['["article:second"]']);
    const count = 'MATCH (a:Article) WHERE a.held WITH count(a) AS n RETURN 1 / (3 - n) AS share';
    const share = await ground.watch({ kind: 'query', statement: count });
    await ground.take(beside());
    const faulty = await ground.until(share.key, ({ fault }) => expect(fault).not.toBeNull());
    expect(faulty.last).toMatchObject({ what: 'fault', words: expect.stringContaining('can no longer be looked at') });
    expect(faulty).toMatchObject({ changes: 1, now: '1' });
    await ground.send('DELETE', '/api/articles/article:beside');
    expect(await ground.until(share.key, ({ fault }) => expect(fault).toBeNull())).toMatchObject({ changes: 1 });
  });

  it('are refused where they cannot be', { timeout }, async () => {
    await ground.take(first());
    const refused = (watches: unknown) => ground.refused('POST', '/api/watches', { watches, by: 'Ada' });
    expect(await refused({ kind: 'query', statement: 'MATCH (n) DETACH DELETE n' })).toMatchObject({
      code: 'statement-refused',
    });
    expect(await refused({ kind: 'query', statement: 'RETURN $x' })).toMatchObject({
      errors: [{ pointer: '/parameters/x' }],
    });
    expect(await refused({ kind: 'query', statement: 'UNWIND range(1, 10001) AS n RETURN n' })).toMatchObject({
      ...{ code: 'statement-failed', detail: expect.stringContaining('LIMIT') },
    });
    expect(await refused({ kind: 'edge', edge: 'PUBLISHED~outlet:one~article:first' })).toMatchObject({ status: 400 });
    expect(await refused({ kind: 'edge', edge: 'OPPOSES~country:aa~plan:x' })).toMatchObject({
      ...{ status: 404, nearest: expect.arrayContaining([{ key: 'country:a', name: 'A' }]) },
    });
    expect(await refused({ kind: 'question', holder: 'plan:x', plan: 'plan:x' })).toMatchObject({ status: 400 });
    expect(await refused({ kind: 'contradiction', contradiction: 'none' })).toMatchObject({ status: 404 });
    await ground.watch(edge);
    expect(await refused(edge)).toMatchObject({
      status: 409,
      nearest: [{ key: 'watch:a-opposes-x', name: 'A opposes X' }],
    });
    expect((await ground.list()).watches).toHaveLength(1);
    expect(await ground.refused('DELETE', '/api/watches/watch:a-opposes-y')).toMatchObject({
      ...{ status: 404, nearest: [{ key: 'watch:a-opposes-x' }] },
    });
  });

  it('are paused, renamed, seen and taken away; who did it is in the audit log, what was found is not', {
    timeout,
  }, async () => {
    await ground.take(first());
    const title = '<img src=x onerror=alert(1)> “A” =1+1';
    const { key } = await ground.watch(edge, title);
    expect(key).toBe('watch:img-src-x-onerror-alert-1-a-1-1');
    const path = `/api/watches/${key}`;
    await ground.send('PUT', path, { paused: true });
    await ground.take(second());
    await ground.send('POST', `${path}/check`, {});
    expect(await ground.open(key)).toMatchObject({ title, paused: true, changes: 0 });
    await ground.send('PUT', path, { paused: false, title: 'A' });
    await ground.changes(key, 1);
    expect(await ground.list()).toMatchObject({ unseen: 1, hooks: true });
    expect(await ground.send('POST', `${path}/seen`, { until: 99 })).toMatchObject({ unseen: 0 });
    expect(await ground.list()).toMatchObject({ unseen: 0, watches: [{ title: 'A', changes: 1 }] });
    await ground.send('DELETE', path);
    expect(await ground.list()).toMatchObject({ watches: [] });
    const { entries } = await ground.api.json<AuditLog>(`/api/audit?what=${key}`);
    expect(entries.map(({ address }) => address)).toEqual([
      ...[`DELETE ${path}`, `PUT ${path}`, `PUT ${path}`, 'POST /api/watches'],
    ]);
  });

  it('are looked at when asked, and by whoever starts later', { timeout }, async () => {
    await ground.take(first());
    const { key } = await ground.watch(edge);
    const other = ground.another({ hooks: undefined });
    await ground.take(second());
    expect(['changed', 'same']).toContain(await other.check(key));
    expect((await ground.changes(key, 1)).history).toHaveLength(1);
    await other.stop();
  });

  it.skipIf(engine.asItIs === undefined)(
    'are told once by several servers over one database',
    { timeout },
    async () => {
      const settings = engine.asItIs?.();
      if (settings === undefined) throw new Error('Only one program has the embedded database open.');
      const store = await openStore(settings);
      const others = [0, 1, 2].map(() => ground.another({ store, hooks: undefined }));
      for (const other of others) other.start();
      try {
        await ground.take(first());
        const { key } = await ground.watch(edge);
        for (let round = 1; round <= 4; round++) {
          await (round % 2 === 1 ? ground.take(second()) : ground.send('DELETE', '/api/articles/article:second'));
          await ground.changes(key, round);
          for (const other of others) expect(await other.check(key)).toBe('same');
        }
        const { history, changes } = await ground.looked(key);
        expect(changes).toBe(4);
        expect(new Set(history.map(({ id }) => id)).size).toBe(4);
      } finally {
        for (const other of others) await other.stop();
        await store.close();
      }
    },
  );
});
