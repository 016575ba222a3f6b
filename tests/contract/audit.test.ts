// The audit log: an entry for each change, in its transaction; none for what changed nothing, was tried or was refused.
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { doing } from '../../server/action.ts';
import { pruneAudit, readAudit } from '../../server/audit/log.ts';
import { restoreFromFile } from '../../server/backup/restore.ts';
import { backupToFile } from '../../server/backup/write.ts';
import { defaultQuerySettings } from '../../server/query/limits.ts';
import { AuditLog, AuditQuery } from '../../server/schema/audit.ts';
import { newestSchemaVersion } from '../../server/store/open.ts';
import { actAs } from '../../server/who.ts';
import { tempFolder } from '../temp.ts';
import { type Api, serve } from './api.ts';
import { describeEngines } from './engines.ts';
import { ExchangeGround } from './exchange-setup.ts';
import { one, two } from './ingest-setup.ts';

describeEngines('the audit log', (engine) => {
  const ground = new ExchangeGround(engine);
  let api: Api;
  beforeAll(async () => {
    api = await serve(ground.store, { query: { ...defaultQuerySettings, writes: true } });
  });
  afterAll(() => api.close());
  const log = async (query = ''): Promise<AuditLog> =>
    AuditLog.parse(await api.json<AuditLog>(`/api/audit${query === '' ? '' : `?${query}`}`));
  const all = async () => (await readAudit(ground.plain, AuditQuery.parse({ limit: '500' }))).entries;
  beforeEach(async () => {
    await ground.plain.write('write/audit/prune', { before: '9999' });
  });
  const send = async (method: string, path: string, body?: unknown, status = 200) => {
    const response = await api.send(method, path, body);
    expect(`${response.status} ${response.status === status ? '' : await response.text()}`).toBe(`${status} `);
  };

  it('has an import once, whoever does it and however often', { timeout: 120_000 }, async () => {
    await send('POST', '/api/articles', one());
    const { entries } = await log();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ who: null, via: expect.any(String), address: 'POST /api/articles', text: null });
    expect(entries[0]?.subjects).toContain('article:one');
    expect(entries[0]?.writes['node/articles']).toBeGreaterThan(0);
    expect(Math.abs(Date.parse(entries[0]?.on ?? '') - Date.now())).toBeLessThan(120_000);
    await send('POST', '/api/articles', one());
    await send('POST', '/api/articles?dryRun=true', two());
    await send('POST', '/api/articles', { format: 'hearsay-claims/1' }, 422);
    await send('DELETE', '/api/articles/article:none', undefined, 404);
    expect(await all()).toHaveLength(1);
  });

  it('has what people decide, keep and take out, and by whom', { timeout: 240_000 }, async () => {
    await ground.add(one());
    await ground.add(two());
    expect(await all()).toEqual([]);
    const note = { subject: 'country:a', text: 'Ask again.', by: 'Ada' };
    const view = { name: 'Mine', by: 'Ada', view: { query: '?mode=table' } };
    const changes: [string, string, unknown][] = [
      ['POST', '/api/notes', note],
      ['PUT', '/api/cases/case:x', { name: 'X', articles: ['article:one'] }],
      ['POST', '/api/views', view],
      ['POST', '/api/stories', { title: 'S', by: 'Ada', steps: [{ caption: 'First', view: view.view }] }],
      ['POST', '/api/merges', { from: 'country:a', into: 'country:b', by: 'Ada' }],
      ['DELETE', '/api/articles/article:two', undefined],
    ];
    const who = { name: 'ada', role: 'editor', via: 'token', request: 'r-1' } as const;
    for (const [at, [method, path, body]] of changes.entries()) {
      await actAs(who, () => send(method, path, body));
      const entries = await all();
      expect(entries, path).toHaveLength(at + 1);
      expect(entries[0]?.address).toBe(`${method} ${path}`);
    }
    await actAs(who, () =>
      doing('The command remove', 'hearsay remove', () =>
        ground.plain.transaction(async (tx) => {
          await tx.write('write/lock', {});
          await tx.write('write/delete-records', { keys: ['article:one'] });
        }),
      ),
    );
    const [latest] = await all();
    expect(latest).toMatchObject({ who: 'ada', via: 'token', request: 'r-1', subjects: ['article:one'] });
    expect((await log('who=ada')).entries).toHaveLength(1);
    expect((await log('what=CASES')).entries).toHaveLength(1);
    expect((await log('who=nobody')).entries).toEqual([]);
    const today = new Date().toISOString().slice(0, 10);
    expect((await log(`from=${today}`)).entries).toHaveLength(7);
    expect((await log('to=2020-01-01')).entries).toEqual([]);
    const pages: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: AuditLog = await log(`limit=3${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
      pages.push(...page.entries.map(({ entry }) => entry));
      cursor = page.next;
    }
    expect(pages).toEqual((await all()).map(({ entry }) => entry));
    expect((await api.get('/api/audit?from=2026-02-31')).status).toBe(400);
  });

  it('goes back with a change that fails, and is one entry for an action of many transactions', {
    timeout: 120_000,
  }, async () => {
    const write = (name: string, fails = false) =>
      ground.plain.transaction(async (tx) => {
        await tx.write('write/curation/case', { key: 'case:a', properties: { key: 'case:a', name } });
        if (fails) throw new Error('changed my mind');
      });
    await doing('Trying', null, async () => {
      await expect(write('1', true)).rejects.toThrow('changed my mind');
      expect(await all()).toEqual([]);
      await write('2');
      await write('3');
    });
    expect(await all()).toMatchObject([{ action: 'Trying', subjects: ['case:a'], writes: { 'curation/case': 1 } }]);
  });

  it('has typed Cypher with its text, and only where it changed something', { timeout: 120_000 }, async () => {
    const run = async (statement: string) => {
      const response = await api.send('POST', '/api/query', { statement, mode: 'write' });
      expect(await response.text()).not.toContain('problem');
    };
    await run("CREATE (:Record:Case {key: 'case:typed', name: 'Typed'})");
    await run("MATCH (n:Record {key: 'case:none'}) SET n.name = 'x'");
    const entries = await all();
    expect(entries).toHaveLength(1);
    expect(entries[0]?.text).toContain('case:typed');
    expect((await log('what=case:typed')).entries).toHaveLength(1);
  });

  it('is not among what the explorer counts and exports, goes with a backup, and is pruned', {
    timeout: 240_000,
  }, async () => {
    await ground.add(one());
    const counts = JSON.stringify(await api.json('/api/meta'));
    const lines = await ground.dump();
    const { exportedOn: _, ...json } = await ground.exported();
    await doing('Keeping', null, () =>
      ground.plain.transaction(async (tx) => {
        await tx.write('write/curation/case', { key: 'case:a', properties: { key: 'case:a', name: 'A' } });
        await tx.write('write/delete-records', { keys: ['case:a'] });
      }),
    );
    expect(await all()).toHaveLength(1);
    expect(JSON.stringify(await api.json('/api/meta'))).toBe(counts);
    expect(await ground.dump()).toEqual(lines);
    const { exportedOn: __, ...again } = await ground.exported();
    expect(again).toEqual(json);
    const file = join(tempFolder(), 'backup');
    await backupToFile(ground.plain, file);
    const newestSchema = newestSchemaVersion(engine.name);
    await doing('The command restore', null, () =>
      restoreFromFile(ground.plain, file, { replace: true, newestSchema }),
    );
    expect((await all()).map(({ action }) => action)).toEqual(['The command restore', 'Keeping']);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    expect(await doing('Pruning', null, () => pruneAudit(ground.plain, '2020-01-01'))).toBe(0);
    expect(await all()).toHaveLength(2);
    expect(await doing('Pruning', null, () => pruneAudit(ground.plain, tomorrow))).toBe(2);
    expect((await all()).map(({ action }) => action)).toEqual(['Pruning']);
  });
});
