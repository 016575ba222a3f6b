// Every route asked by nobody and by each role: whoever may not is told so, and no route is forgotten.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi } from '../../../server/openapi.ts';
import { allRoutes } from '../../../server/routes/all.ts';
import { roles } from '../../../server/schema/accounts.ts';
import { cookieOf, fromPage, type Guarded, guarded, problem } from './serve.ts';

type Whom = 'anyone' | 'reader' | 'editor' | 'admin';

/** Written out a second time, beside the declarations: a route that is new, or opened by a slip, is missed here. */
const table: Readonly<Record<Whom, readonly string[]>> = {
  anyone: [
    'get /api/health',
    'get /api/ready',
    'get /api/schema/claims-document.json',
    'get /api/schema/csv-mapping.json',
    'get /api/session',
    'post /api/session',
    'delete /api/session',
  ],
  reader: [
    ...['meta', 'graph', 'edge-reports', 'search', 'stances', 'contradictions', 'diff', 'spread', 'paths', 'briefs'],
    ...['articles', 'drafts', 'cases', 'grades', 'hypotheses', 'merge-candidates', 'merges', 'distinctions'],
    ...['changes', 'dispositions', 'article-links', 'notes', 'notes/subjects', 'suggestions', 'views', 'stories'],
    ...['watches', 'watches/{key}'],
    ...['schema', 'queries', 'claim-reviews', 'tokens', 'nodes/{key}', 'nodes/{key}/neighbours', 'views/{key}'],
    ...['edges/{key}/evidence', 'utterances/{key}', 'articles/{key}', 'articles/{key}/document', 'stories/{key}'],
    ...['articles/{key}/draft', 'grades/{key}', 'entities/{key}'],
  ]
    .map((path) => `get /api/${path}`)
    .concat(
      ['nodes', 'edges/grounds', 'search/names', 'query', 'query/check', 'query/propose', 'export', 'tokens']
        .concat(['watches/{key}/check', 'watches/{key}/seen'])
        .concat(['articles', 'imports/csv', 'imports/linked', 'imports/articles', 'imports/export'])
        .map((path) => `post /api/${path}`),
      ['put /api/session/password', 'delete /api/tokens/{key}'],
    ),
  editor: [
    ...[
      'notes',
      'notes/restored',
      'stories',
      'views',
      'watches',
      'grades',
      'hypotheses',
      'article-links',
      'merges',
      'splits',
    ]
      .concat(['distinctions', 'articles/{key}/changes', 'changes/{key}/undo', 'imports/address'])
      .concat(['articles/{key}/draft', 'articles/{key}/draft/decisions'])
      .map((path) => `post /api/${path}`),
    ...[
      'notes/{key}',
      'stories/{key}',
      'views/{key}',
      'watches/{key}',
      'cases/{key}',
      'contradictions/{key}/disposition',
    ]
      .concat(['entities/{key}'])
      .map((path) => `put /api/${path}`),
    ...[
      'notes/{key}',
      'stories/{key}',
      'views/{key}',
      'watches/{key}',
      'cases/{key}',
      'hypotheses/{key}',
      'article-links/{key}',
    ]
      .concat(['merges/{key}', 'distinctions/{key}', 'articles/{key}'])
      .map((path) => `delete /api/${path}`),
  ],
  admin: [
    'put /api/watches/{key}/hook',
    'delete /api/watches/{key}/hook',
    'post /api/watches/{key}/hook/test',
    'get /metrics',
    'get /api/backup',
    'get /api/audit',
    'get /api/accounts',
    'post /api/accounts',
    'put /api/accounts/{name}',
    'delete /api/accounts/{name}',
  ],
};
/** What is for a higher role under a parameter or a member of the body, and how it is asked for. */
const higher: readonly { route: string; whom: Whom; query?: string; body?: unknown; tried?: string }[] = [
  { route: 'post /api/query', whom: 'admin', body: { statement: 'RETURN 1', mode: 'write' } },
  ...['articles', 'imports/csv', 'imports/linked', 'imports/articles', 'imports/export'].map((path) => ({
    route: `post /api/${path}`,
    whom: 'editor' as const,
  })),
];
const mapping = `mapping=${encodeURIComponent('{}')}`;
const triedQuery: Readonly<Record<string, string>> = { '/api/imports/csv': `${mapping}&dryRun=true` };

const nameOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;
const whomOf = (name: string): Whom =>
  (Object.keys(table) as Whom[]).find((whom) => table[whom].includes(name)) ?? 'anyone';

it('every route stands in the table of this test once, and nothing else does', () => {
  expect(Object.values(table).flat().sort()).toEqual(allRoutes.map(nameOf).sort());
});

describe('with accounts', () => {
  let server: Guarded;
  const cookies = new Map<string, string>();
  beforeAll(async () => {
    server = await guarded();
    for (const role of roles) cookies.set(role, await cookieOf(server.api, role));
  }, 120_000);
  afterAll(() => server?.close());

  const ask = (name: string, who: string | undefined, query = '', body: unknown = {}) => {
    const [method = '', path = ''] = name.split(' ');
    const route = allRoutes.find((one) => nameOf(one) === name);
    const type = [route?.stream ?? 'application/json'].flat()[0] ?? '';
    const cookie = who === undefined ? undefined : cookies.get(who);
    const sends = method !== 'get' && method !== 'delete';
    return server.api.send(
      method.toUpperCase(),
      path.replaceAll(/\{\w+\}/g, 'nothing') + (query && `?${query}`),
      sends ? (route?.stream === undefined ? body : 'x') : undefined,
      { ...fromPage, ...(sends && { 'content-type': type }), ...(cookie && { cookie }) },
    );
  };

  // Signing out would end the session that the other routes are asked in.
  const routes = allRoutes.map(nameOf).filter((name) => name !== 'delete /api/session');

  it.each(routes)('%s', { timeout: 120_000 }, async (name) => {
    const whom = whomOf(name);
    const path = name.split(' ')[1] ?? '';
    const isTried = higher.some(({ route, body }) => route === name && body === undefined);
    const query = isTried ? (triedQuery[path] ?? 'dryRun=true') : '';
    const nobody = await ask(name, undefined, query);
    if (whom === 'anyone') expect(nobody.status).not.toBe(403);
    else {
      expect(nobody.headers.get('www-authenticate')).toContain('Bearer');
      const told = await problem(nobody);
      expect(told).toMatchObject({ status: 401, code: 'not-signed-in' });
      expect(told.detail).toMatch(/Sign in/);
    }
    const order = ['anyone', ...roles] as const;
    for (const role of roles) {
      const response = await ask(name, role, query);
      const text = await response.text();
      expect(response.status, text).toBeLessThan(500);
      const may = order.indexOf(role) >= order.indexOf(whom);
      if (may) expect(text, role).not.toMatch(/"code":"(not-allowed|not-signed-in)"/);
      else {
        expect(JSON.parse(text), role).toMatchObject({ status: 403, code: 'not-allowed' });
        expect(text).toContain('admin can change');
      }
    }
  });

  it.each(higher)('$route is for $whom where it writes', { timeout: 120_000 }, async ({ route, whom, body }) => {
    const query = route.endsWith('/csv') ? mapping : '';
    for (const role of roles) {
      const text = await (await ask(route, role, query, body)).text();
      const may = roles.indexOf(role) >= roles.indexOf(whom as (typeof roles)[number]);
      if (may) expect(text, role).not.toContain('"code":"not-allowed"');
      else expect(text, role).toContain('"code":"not-allowed"');
    }
  });

  it('lets anybody see the page’s files and what describes the API, and nothing else', async () => {
    for (const path of ['/openapi.json', '/api/docs', '/api/docs.css'])
      expect((await server.api.get(path)).status, path).toBe(200);
    for (const path of ['/', '/assets/none.js']) expect([200, 404]).toContain((await server.api.get(path)).status);
    expect((await server.api.get('/api/graph', { cookie: 'hearsay=made-up' })).status).toBe(401);
    expect((await fetch(`${server.api.address}/api/graph`, { method: 'HEAD' })).status).toBe(401);
  });

  it('refuses a body before it is read', async () => {
    const body = '{'.repeat(100_000);
    const response = await server.api.send('POST', '/api/articles', body);
    expect(response.status).toBe(401);
  });
});

it('the description names the ways to sign in, and for whom each route is', () => {
  const description = JSON.parse(JSON.stringify(openApi(allRoutes))) as {
    security: object[];
    components: { securitySchemes: Record<string, { type: string }> };
    paths: Record<string, Record<string, { security?: object[]; 'x-role'?: string }>>;
  };
  expect(Object.keys(description.components.securitySchemes).sort()).toEqual(['session', 'token']);
  expect(description.security).toEqual([{ session: [] }, { token: [] }, {}]);
  for (const [whom, names] of Object.entries(table))
    for (const name of names) {
      const [method = '', path = ''] = name.split(' ');
      const operation = description.paths[path]?.[method];
      expect(operation?.['x-role'], name).toBe(whom);
      if (whom === 'anyone') expect(operation?.security, name).toEqual([]);
    }
});
