// Watches in an export and in a backup: the one brings back what is watched, the other all of it, web hooks included.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { restoreFromFile } from '../../server/backup/restore.ts';
import { parseDocument } from '../../server/ingest/document.ts';
import { importDocument } from '../../server/ingest/import.ts';
import type { ExchangeReport, HearsayExport } from '../../server/schema/exchange.ts';
import type { HookSet, WatchHead } from '../../server/schema/watch.ts';
import { newestSchemaVersion, openStore } from '../../server/store/open.ts';
import type { Store } from '../../server/store/port.ts';
import { readWatches } from '../../server/watches/stored.ts';
import { report } from '../builders.ts';
import { tempFolder } from '../temp.ts';
import { of } from './curation.ts';
import { describeEngines } from './engines.ts';
import { opposes } from './ingest-setup.ts';
import { Receiver, timeout, WatchGround } from './watches-setup.ts';

const first = () => report({ slug: 'first', outlet: 'outlet:one', says: [{ ...opposes, source: 'person:n' }] });
const second = () => report({ slug: 'second', outlet: 'outlet:two', says: [{ ...opposes, source: 'person:p' }] });
const third = () => report({ slug: 'third', outlet: 'outlet:three', says: [{ ...opposes, source: 'person:q' }] });
const edge = { kind: 'edge', edge: 'OPPOSES~country:a~plan:x' };
const query = {
  kind: 'query',
  statement: 'MATCH (a:Article {key: $key}) RETURN a.key AS key',
  parameters: { key: 'x' },
};

describeEngines('watches that are carried elsewhere', (engine) => {
  const ground = new WatchGround(engine);
  const receiver = new Receiver();

  /** One with a change that somebody has seen and that was sent, one that is paused. */
  async function filled(): Promise<string> {
    await ground.take(first());
    const { key } = await ground.watch(edge, '“A” on X');
    const path = `/api/watches/${of(key)}`;
    await ground.send<HookSet>('PUT', `${path}/hook`, { address: receiver.address });
    await ground.take(second());
    await receiver.got(1);
    await ground.until(key, ({ hook }) => expect(hook?.waiting).toBe(0));
    await ground.send('POST', `${path}/seen`, { until: 1 });
    const paused = await ground.watch(query, 'Is it there?');
    await ground.send('PUT', `/api/watches/${of(paused.key)}`, { paused: true });
    return key;
  }

  it('come back from an export as what is watched, and are looked at anew', { timeout }, async () => {
    const key = await filled();
    const before = (await ground.list()).watches;
    const text = await (await ground.api.send('POST', '/api/export', {})).text();
    const { decisions } = JSON.parse(text) as HearsayExport;
    expect(decisions.watches).toHaveLength(2);
    const take = () => ground.send<ExchangeReport>('POST', '/api/imports/export', JSON.parse(text));
    // Over what is there it changes nothing.
    expect((await take()).decisions).toMatchObject({ taken: 0, kept: [] });
    const without = (all: WatchHead[]) => all.map((one) => ({ ...one, checkedOn: null }));
    expect(without((await ground.list()).watches)).toEqual(without(before));
    await ground.clear();
    expect((await take()).decisions).toMatchObject({ taken: 2, kept: [], leftOut: [] });
    const after = await ground.looked(key);
    expect(after).toMatchObject({
      ...{ title: '“A” on X', watches: edge, now: 'rests on 2 independent origins', changes: 0, unseen: 0 },
      ...{ hook: null, seen: [], by: 'Ada', on: before.find((one) => one.key === key)?.on },
    });
    expect((await ground.list()).watches.find(({ watches }) => watches.kind === 'query')).toMatchObject({
      ...{ watches: query, paused: true, now: null },
    });
    // From then on it is as any other.
    await ground.take(third());
    expect((await ground.changes(key, 1)).last?.words).toContain('now rests on 3 independent origins; it was 2.');
    expect(receiver.received).toHaveLength(1);
  });

  it('of an export give way to what watches the same already', { timeout }, async () => {
    await filled();
    const text = await (await ground.api.send('POST', '/api/export', {})).text();
    await ground.clear();
    await ground.take(first());
    const mine = await ground.watch(edge, 'Mine');
    const { decisions } = await ground.send<ExchangeReport>('POST', '/api/imports/export', JSON.parse(text));
    expect(decisions.kept).toEqual([
      expect.objectContaining({
        what: 'watch:a-on-x',
        reason: expect.stringContaining(`"${mine.key}" here, which stays`),
      }),
    ]);
    const { watches } = await ground.list();
    expect(watches.filter((one) => one.watches.kind === 'edge').map(({ key }) => key)).toEqual([mine.key]);
  });

  it('come back from a backup with all that was found and seen, and are sent on', { timeout }, async () => {
    const key = await filled();
    const file = join(tempFolder(), 'all');
    writeFileSync(file, Buffer.from(await (await ground.api.get('/api/backup')).arrayBuffer()));
    const copy = await openStore({ kind: 'embedded', folder: tempFolder() });
    try {
      await restoreFromFile(copy, file, { newestSchema: newestSchemaVersion('embedded') });
      const kept = async (store: Store) => (await readWatches(store)).sort((a, b) => (a.key < b.key ? -1 : 1));
      expect(await kept(copy)).toEqual(await kept(ground.plain));
      const [stored] = (await readWatches(copy)).filter((one) => one.key === key);
      expect(stored).toMatchObject({ changed: 1, seenUntil: [1], sentUntil: 1, hook: expect.any(String) });
      const server = ground.another({ store: copy });
      await importDocument(copy, parseDocument(third(), 'third.json'));
      server.start();
      const all = await receiver.got(2);
      expect(all[1]?.json).toMatchObject({ watch: { key }, change: { number: 2 } });
      await server.stop();
    } finally {
      await copy.close();
    }
  });
});
