// What each of two people has seen of a watch is theirs alone, and told to both.
import { expect, it } from 'vitest';
import type { AuditLog } from '../../../server/schema/audit.ts';
import type { WatchList, WatchView } from '../../../server/schema/watch.ts';
import { report } from '../../builders.ts';
import { type Guarded, guarded, json, tokenOf } from './serve.ts';

const says = (source: string) => [{ holder: 'country:a', stance: 'opposes' as const, target: 'plan:x', source }];

/** Requests by an account's token, answered with what is expected of them. */
async function asking({ api, file }: Guarded, name: string) {
  const headers = { ...json, authorization: `Bearer ${await tokenOf(file, name)}` };
  return async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
    const sent = method === 'GET' ? api.get(path, headers) : api.send(method, path, body, headers);
    const answer = await sent;
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  };
}

it('marks changes as seen by whoever says so, and by nobody else', { timeout: 240_000 }, async () => {
  const ground = await guarded();
  try {
    const [reader, editor, admin] = [
      await asking(ground, 'reader'),
      await asking(ground, 'editor'),
      await asking(ground, 'admin'),
    ];
    await editor('POST', '/api/articles', report({ slug: 'first', outlet: 'outlet:one', says: says('person:n') }));
    const watches = { kind: 'edge', edge: 'OPPOSES~country:a~plan:x' };
    const { key } = await editor<WatchView>('POST', '/api/watches', { by: 'Ada', watches });
    const path = `/api/watches/${key}`;
    const look = () => reader('POST', `${path}/check`, {});
    await editor('POST', '/api/articles', report({ slug: 'second', outlet: 'outlet:two', says: says('person:p') }));
    await look();
    const unseen = async () => [
      (await reader<WatchList>('GET', '/api/watches')).unseen,
      (await editor<WatchList>('GET', '/api/watches')).unseen,
    ];
    expect(await unseen()).toEqual([1, 1]);
    expect(await reader('POST', `${path}/seen`, { until: 1 })).toMatchObject({ unseen: 0 });
    expect(await unseen()).toEqual([0, 1]);

    await editor('POST', '/api/articles', report({ slug: 'third', outlet: 'outlet:three', says: says('person:q') }));
    await look();
    expect(await unseen()).toEqual([1, 2]);
    // Up to the first alone; and an earlier mark takes nothing back.
    expect(await editor('POST', `${path}/seen`, { until: 1 })).toMatchObject({ unseen: 1 });
    expect(await editor('POST', `${path}/seen`, { until: 0 })).toMatchObject({ unseen: 1 });
    expect(await unseen()).toEqual([1, 1]);
    expect((await admin<WatchView>('GET', path)).seen).toEqual([
      { who: 'reader', until: 1, on: expect.any(String) },
      { who: 'editor', until: 1, on: expect.any(String) },
    ]);
    // Who has looked at what is no change of anybody's.
    const { entries } = await admin<AuditLog>('GET', `/api/audit?what=${encodeURIComponent(key)}`);
    expect(entries.map(({ address }) => address)).toEqual(['POST /api/watches']);
  } finally {
    await ground.close();
  }
});
