// Web hooks of watches, to a receiver that listens: signed, delivered at least once, over failures and restarts, and to
// nobody whom the operator does not let be asked.
import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import type { HookSet, HookTest } from '../../server/schema/watch.ts';
import { report } from '../builders.ts';
import { of } from './curation.ts';
import { describeEngines } from './engines.ts';
import { opposes } from './ingest-setup.ts';
import { hooks, Receiver, timeout, WatchGround } from './watches-setup.ts';

const first = () => report({ slug: 'first', outlet: 'outlet:one', says: [{ ...opposes, source: 'person:n' }] });
const second = () => report({ slug: 'second', outlet: 'outlet:two', says: [{ ...opposes, source: 'person:p' }] });
const edge = { kind: 'edge', edge: 'OPPOSES~country:a~plan:x' };

describeEngines('web hooks of watches', (engine) => {
  const ground = new WatchGround(engine);
  const receiver = new Receiver();
  const path = (key: string) => `/api/watches/${of(key)}/hook`;

  /** A watch that sends to the receiver, over an article that it counts. */
  async function hooked(address = receiver.address): Promise<{ key: string; secret: string }> {
    await ground.take(first());
    const { key } = await ground.watch(edge, '“A” <b>opposes</b> X');
    const { secret } = await ground.send<HookSet>('PUT', path(key), { address });
    return { key, secret };
  }
  const delivered = (key: string) =>
    ground.until(key, ({ hook, changes }) => expect([hook?.waiting, changes > 0]).toEqual([0, true]));

  it('are sent each change once, signed', { timeout }, async () => {
    const { key, secret } = await hooked();
    expect(secret).toMatch(/^whsec_[\w-]{43}$/);
    await ground.take(second());
    const [one] = await receiver.got(1);
    if (one === undefined) throw new Error('Nothing came.');
    const { headers, body, json } = one;
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'hearsay-event': 'change' });
    expect(headers['hearsay-delivery']).toBe(json.delivery);
    const [, seconds = '', hash] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['hearsay-signature'])) ?? [];
    expect(hash).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
    expect(Math.abs(Date.now() / 1000 - Number(seconds))).toBeLessThan(300);
    expect(json).toMatchObject({
      ...{ event: 'change', watch: { key, title: '“A” <b>opposes</b> X', kind: 'edge', subject: 'A opposes X' } },
      change: { number: 1, words: 'A opposes X now rests on 2 independent origins; it was 1.' },
    });
    const { hook, history } = await delivered(key);
    expect(history[0]?.id).toBe(json.delivery);
    expect(hook).toMatchObject({ host: new URL(receiver.address).host, attempts: 0, failure: null, failedOn: null });
    expect(hook?.deliveredOn).not.toBeNull();
    await ground.take(second());
    await ground.looked(key);
    await ground.send('DELETE', '/api/articles/article:second');
    expect((await receiver.got(2)).map((one) => one.json.change?.number)).toEqual([1, 2]);
  });

  it('are tried again where the receiver is down, refuses, leads elsewhere or says nothing', { timeout }, async () => {
    const { key } = await hooked();
    const elsewhere = { location: receiver.address };
    receiver.answers = [() => ({ status: 500 }), () => ({ status: 302, headers: elsewhere }), () => ({ status: 204 })];
    await ground.take(second());
    const all = await receiver.got(3);
    expect(new Set(all.map(({ json }) => json.delivery)).size).toBe(1);
    expect((await delivered(key)).hook).toMatchObject({ attempts: 0, failure: null, failedOn: expect.any(String) });
    await receiver.stop();
    await ground.send('DELETE', '/api/articles/article:second');
    const { hook } = await ground.until(key, (watch) => expect(watch.hook?.attempts).toBeGreaterThan(0));
    expect(hook).toMatchObject({
      waiting: 1,
      failure: expect.stringContaining('ECONNREFUSED'),
      nextOn: expect.any(String),
    });
    await receiver.start();
    await delivered(key);
  });

  it('are given up after the last attempt, and the next change is sent all the same', { timeout }, async () => {
    const { key } = await hooked();
    receiver.answers = Array.from({ length: 5 }, () => () => ({ status: 410 }));
    await ground.take(second());
    const { hook } = await delivered(key);
    expect(hook?.failure).toMatch(/answered 410\. Given up after 5 attempts\.$/);
    await ground.send('DELETE', '/api/articles/article:second');
    const all = await receiver.got(6);
    expect(all[5]?.json.change?.number).toBe(2);
  });

  it('are sent by whoever starts next what was on its way when a server ended', { timeout }, async () => {
    const { key } = await hooked();
    receiver.answers = [() => 'hang'];
    await ground.take(second());
    // The receiver has it, and the server that sent it is not told so before its time is over.
    await receiver.got(1);
    const next = ground.another();
    next.start();
    const all = await receiver.got(2);
    expect(all[1]?.json).toEqual(all[0]?.json);
    await delivered(key);
    await next.stop();
  });

  it('keep address and secret to themselves', { timeout }, async () => {
    const { key, secret } = await hooked();
    const rows = await ground.store.read('read/watches/all', {});
    const all = JSON.stringify([rows, await ground.open(key), await ground.list()]);
    const exported = await (await ground.api.send('POST', '/api/export', {})).text();
    const audit = await (await ground.api.get('/api/audit')).text();
    for (const text of [all, exported, audit])
      for (const hidden of [secret, 'of-the-receivers', '/hook?']) expect(text).not.toContain(hidden);
    expect(exported).toContain(key);
    expect(all).toContain(new URL(receiver.address).host);
    // Under another secret of the operator's nothing can be read, and that is told.
    const other = ground.another({ hooks: { ...hooks, secret: 'o'.repeat(32) } });
    const watch = await ground.open(key);
    expect(watch.hook?.failure).toBeNull();
    await other.stop();
  });

  it('are tried when asked, and taken away', { timeout }, async () => {
    const { key } = await hooked();
    const tried = await ground.send<HookTest>('POST', `${path(key)}/test`, {});
    expect(tried).toMatchObject({ delivered: true, failure: null });
    const [{ json, headers } = { json: null, headers: null }] = await receiver.got(1);
    expect(json).toMatchObject({ event: 'test', delivery: tried.delivery });
    expect(headers?.['hearsay-event']).toBe('test');
    receiver.answers = [() => ({ status: 404 })];
    expect(await ground.send<HookTest>('POST', `${path(key)}/test`, {})).toMatchObject({
      ...{ delivered: false, failure: expect.stringMatching(/answered 404\.$/) },
    });
    await ground.send('DELETE', path(key));
    await ground.take(second());
    expect((await ground.changes(key, 1)).hook).toBeNull();
    expect(receiver.received).toHaveLength(2);
    expect(await ground.refused('POST', `${path(key)}/test`, {})).toMatchObject({ status: 403, code: 'hook-refused' });
  });
});
