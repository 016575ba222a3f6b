// What the API refuses, and how it says so: unknown keys with the nearest names, malformed parameters by field.
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../server/schema/problem.ts';
import { bundledApi } from './api.ts';
import { describeEngines } from './engines.ts';

const of = (key: string) => encodeURIComponent(key);

describeEngines('what the API refuses', (engine) => {
  const api = bundledApi(engine);

  const problem = async (path: string): Promise<Problem> => (await api.get(path)).json() as Promise<Problem>;

  describe('what is unknown', () => {
    it.each([
      ['/api/nodes/country:hungry', 'country:hu'],
      ['/api/nodes/Zelenski', 'person:volodymyr-zelensky'],
      ['/api/nodes/person:victor-orban/neighbours', 'person:viktor-orban'],
      ['/api/articles/article:kyiv-independant', 'article:kyiv-independent-2024-10-24'],
      ['/api/paths?from=country:hun&to=country:us', 'country:hu'],
      [`/api/edges/${of('OPPOSES~country:hun~plan:nato-invitation')}/evidence`, 'country:hu'],
      [
        `/api/edges/${of('SUPPORTS~country:hu~plan:nato-invitation')}/evidence`,
        'OPPOSES~country:hu~plan:nato-invitation',
      ],
      ['/api/edges/hungary/evidence', 'OPPOSES~country:hu~plan:nato-invitation'],
      [
        `/api/edges/${of('OPOSES~country:hu~plan:nato-invitation')}/evidence`,
        'OPPOSES~country:hu~plan:nato-invitation',
      ],
      [
        `/api/edges/${of('DEFERS_ON~country:us~plan:nato-invitation')}/evidence`,
        'NONCOMMITTAL_ON~country:us~plan:nato-invitation',
      ],
      ['/api/contradictions?holder=country:hug', 'country:hu'],
    ])('%s is 404 and names %s', async (path, key) => {
      const response = await api.get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      const body = (await response.json()) as Problem;
      expect(body.code).toBe('not-found');
      expect(body.nearest?.map((one) => one.key)).toContain(key);
    });
  });

  describe('what is malformed', () => {
    it.each([
      [`/api/search?q=${'a'.repeat(10_000)}`, 'q'],
      ['/api/search', 'q'],
      ['/api/search?q=%20', 'q'],
      ['/api/search?q=a&limit=0', 'limit'],
      ['/api/search?q=a&limit=1e9', 'limit'],
      ['/api/search?q=a&types=Nonsense', 'types'],
      ['/api/search?q=a&q=b', 'q'],
      ['/api/search?q=a&__proto__=1', '__proto__'],
      ['/api/nodes/country:hu/neighbours?limit=-1', 'limit'],
      ['/api/nodes/country:hu/neighbours?limit=2.5', 'limit'],
      ['/api/nodes/country:hu/neighbours?cursor=broken', 'cursor'],
      ['/api/nodes/country:hu/neighbours?cursor=WyJhIiwiYiJd', 'cursor'],
      ['/api/nodes/country:hu/neighbours?direction=up', 'direction'],
      ['/api/nodes/country:hu/neighbours?types=DROP%20x', 'types'],
      [`/api/nodes/${'k'.repeat(301)}`, 'key'],
      ['/api/nodes/a%00b', 'key'],
      ['/api/graph?view=everything', 'view'],
      ['/api/graph?asOf=yesterday', 'asOf'],
      ['/api/graph?asOf=2024-02-31', 'asOf'],
      ['/api/graph?stance=against', 'stance'],
      ['/api/graph?limit=0', 'limit'],
      ['/api/graph?limt=3', 'limt'],
      [`/api/graph?without=${Array.from({ length: 201 }, () => 'a').join(',')}`, 'without'],
      ['/api/paths?from=country:hu', 'to'],
      ['/api/contradictions?holder=plan:nato-invitation', 'holder'],
      ['/api/contradictions?plan=country:hu', 'plan'],
      ['/api/graph?plan=country:hu', 'plan'],
      ['/api/stances?plan=country:hu', 'plan'],
      ['/api/stances?limit=0', 'limit'],
      ['/api/paths?from=country:hu&to=country:us&maxHops=9', 'maxHops'],
      ['/api/paths?from=country:hu&to=country:us&type=HATES', 'type'],
      ['/api/paths?from=country:hu&to=country:us&type=', 'type'],
      ['/api/articles?dryRun=true', 'dryRun'],
      ['/api/meta?x=1', 'x'],
    ])('%s is 400 and names %s', async (path, field) => {
      const response = await api.get(path);
      expect(response.status).toBe(400);
      const body = (await response.json()) as Problem;
      expect(body).toMatchObject({ code: 'invalid-request', status: 400 });
      expect(body.errors?.map((error) => error.field)).toEqual([field]);
      expect(JSON.stringify(body).length).toBeLessThan(2000);
    });

    it('names the stances for one that is none', async () => {
      const { errors } = await problem('/api/graph?stance=supports,hates');
      expect(errors).toEqual([{ field: 'stance', reason: 'must be one of supports, opposes, noncommittal, defers' }]);
    });

    it.each(['gzip', 'deflate', 'br'])('says of a body that is no %s that it is the body', async (encoding) => {
      const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
      const response = await api.send('POST', '/api/articles', 'this is packed in no way', headers);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        code: 'invalid-request',
        title: 'The body could not be unpacked.',
      });
    });

    it('says of an address that is malformed that it is the address', async () => {
      expect((await problem('/api/nodes/%ff')).title).toBe('The address could not be read.');
    });

    it('says what a record of another kind is, and what is asked for', async () => {
      const { title, errors } = await problem('/api/contradictions?holder=plan:nato-invitation');
      expect(title).toContain('holder:');
      expect(errors?.[0]?.reason).toMatch(
        /of another kind \(plan\); give the key of a person, country, organization or group/,
      );
    });

    it('tells all allowed parameters for an unknown one', async () => {
      const { errors } = await problem('/api/graph?viw=all');
      expect(errors?.[0]?.reason).toContain('allowed: view, asOf, without, case, grade, stance, plan, types, limit');
    });

    it.each(['/api/nodes/%ff', '/api/nodes/%', '/assets/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json'])(
      '%s is 400 or 404, never 500',
      async (path) => {
        const response = await api.get(path);
        expect([400, 404]).toContain(response.status);
        expect(await response.text()).not.toMatch(/\n\s+at |node_modules|\.ts:/);
      },
    );
  });
});
