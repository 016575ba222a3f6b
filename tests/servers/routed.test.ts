// neo4j:// as to a cluster: whoever wrote through one server reads it through another, or is told that it is not there yet.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seenFrom, seenText } from '../../server/seen.ts';
import { report } from '../builders.ts';
import { json, type Running, Several, skipped, title } from './several.ts';

const timeout = 600_000;
const name = 'hearsay-seen';

describe.skipIf(skipped !== undefined)(title('two servers that reach Neo4j by routing'), { timeout }, () => {
  const several = new Several();
  let one: Running;
  let other: Running;
  beforeAll(async () => {
    await several.empty({ routed: true });
    [one, other] = (await several.start(2, {}, ['--empty'])) as [Running, Running];
  }, timeout);
  afterAll(() => several.stop(), timeout);
  const written = (slug: string) => one.api.send('POST', '/api/articles', report({ slug }));

  it('tells the client in a header and a cookie what it has written, and the other server takes either', async () => {
    const answer = await written('first');
    expect(answer.status).toBe(200);
    const seen = answer.headers.get(name) ?? '';
    expect(seenFrom(seen).length).toBeGreaterThan(0);
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(`${name}=`)) ?? '';
    expect(cookie).toContain(`${name}=${seen};`);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    for (const headers of [{ [name]: seen }, { cookie: `a=b; ${name}=${seen}` }])
      expect((await other.api.get('/api/articles/article:first', headers)).status).toBe(200);
    // Who only reads has nothing to wait for.
    expect((await other.api.get('/api/articles')).headers.get(name)).toBeNull();
  });

  it('waits for what the client has written, and says so where it does not come', async () => {
    const seen = (await written('second')).headers.get(name) ?? '';
    const [bookmark = ''] = seenFrom(seen);
    // Behind the database's id stands the transaction's number, of one byte or more, and an empty list: this one has not
    // been made yet, as on a follower that lags.
    const id = Buffer.from(bookmark.replace('FB:', ''), 'base64').subarray(0, 19);
    const ahead = seenText([`FB:${Buffer.concat([id, Buffer.from([0xc9, 0x7f, 0xff, 0x90])]).toString('base64')}`]);
    const answer = await other.api.get('/api/articles', { [name]: ahead });
    const text = await answer.text();
    expect(answer.status, text).toBe(503);
    expect(JSON.parse(text)).toMatchObject({ code: 'busy' });
    expect(text).not.toMatch(/bookmark|neo4j/i);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await other.api.get('/api/articles')).status).toBe(200);
  });

  it('is not put off by what is no such word, or is of another database', async () => {
    for (const text of ['nonsense', '%%%', seenText(['FB:kcwQAAAA']), seenText(['x y']), 'a'.repeat(5000)]) {
      expect((await other.api.get('/api/articles', { [name]: text })).status, text).toBe(200);
      const body = JSON.stringify({ statement: 'RETURN 1 AS one' });
      const typed = await fetch(`${other.api.address}/api/query`, {
        method: 'POST',
        headers: { ...json, [name]: text },
        body,
      });
      expect(typed.status, await typed.text()).toBe(200);
    }
  });
});
