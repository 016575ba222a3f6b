// Two servers over one Neo4j: nothing that either keeps in memory is ever stale, and what both do at once is done once.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EditableEntity } from '../../server/schema/changes.ts';
import type { DraftView } from '../../server/schema/drafts.ts';
import type { Problem } from '../../server/schema/problem.ts';
import type { ImportReport } from '../../server/schema/view.ts';
import { report, type Said } from '../builders.ts';
import { addresses } from '../contract/addresses.ts';
import type { Api } from '../contract/api.ts';
import { claimOf, article as draftArticle, entities, page, plain, relayed } from '../contract/drafts-setup.ts';
import { tempFolder } from '../temp.ts';
import { json, type Running, Several, skipped, title } from './several.ts';

const of = (key: string) => encodeURIComponent(key);
const timeout = 900_000;

/** Some addresses of every route; what is of the moment or of the one server alone is left out. */
function someOf(paths: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return paths.filter((path) => {
    if (/^\/(metrics|openapi|api\/(backup|ready|health|docs))/.test(path)) return false;
    // Of one route whatever its key, and with a question apart from without.
    const form = path.replace(/(edges|nodes|articles|utterances)\/[^/?]+/, '$1/KEY').replace(/=.*/, '');
    taken.set(form, (taken.get(form) ?? 0) + 1);
    return (taken.get(form) ?? 0) <= 2;
  });
}

async function answers(api: Api, paths: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const response = await api.get(path);
    found.set(path, `${response.status} ${await response.text()}`);
  }
  return found;
}

describe.skipIf(skipped !== undefined)(title('two servers over one Neo4j'), { timeout }, () => {
  const several = new Several();
  let one: Running;
  let other: Running;
  const start = async (...args: string[]): Promise<void> => {
    [one, other] = (await several.start(2, {}, args)) as [Running, Running];
  };
  beforeEach(() => several.empty(), timeout);
  afterEach(() => several.stop(), timeout);
  afterAll(() => several.stop(), timeout);

  it('start at the same moment on an empty database: it is made once, and both know it for Hearsay’s', async () => {
    for (let round = 0; round < 3; round++) {
      await several.empty();
      await start();
      for (const { api } of [one, other]) {
        expect(await api.json('/api/meta')).toMatchObject({ engine: { name: 'neo4j' }, model: 'hearsay' });
        expect((await api.get('/api/ready')).status).toBe(200);
      }
      const { stands, anew, isStale } = await several.derivedAnew();
      expect(stands).toEqual(anew);
      expect(isStale).toBe(false);
      expect(stands.filter((line) => line.startsWith('Article:')).length).toBeGreaterThan(5);
      await several.stop();
    }
  });

  it('show at once, at every address, what the other has written', async () => {
    await start();
    const edge = `/api/edges/${of('OPPOSES~country:hu~plan:nato-invitation')}/evidence`;
    const paths = [edge, ...someOf(await addresses(one.api))];
    const before = await answers(other.api, paths);
    const says: Said = { holder: 'country:hu', stance: 'opposes', target: 'plan:nato-invitation', source: 'aide' };
    const document = report({
      slug: 'harbour-1',
      outlet: 'outlet:harbour-times',
      day: '2024-10-24',
      title: 'The harbour waits',
      says: [says, { ...says, holder: 'country:norland' }, { ...says, mode: 'denies', source: 'person:ada-brook' }],
      quotes: [{ text: 'Never in this harbour.', speaker: 'person:ada-brook' }],
    });
    const sent = await one.api.send('POST', '/api/articles', document);
    expect(sent.status, await sent.text()).toBe(200);
    await one.api.send('POST', '/api/notes', { by: 'Ada', subject: 'country:hu', text: 'Ask the harbour.' });
    await one.api.send('PUT', '/api/cases/case:harbour', { name: 'Harbour', articles: ['article:harbour-1'] });
    await one.api.send('POST', '/api/grades', {
      by: 'Ada',
      subject: 'outlet:politico',
      reliability: 'C',
      why: 'Tried.',
    });
    const [third] = (await several.start(1)) as [Running];
    const [sooner, fresh] = [await answers(other.api, paths), await answers(third.api, paths)];
    const writer = await answers(one.api, paths);
    const differing = [...fresh].filter(([path, text]) => sooner.get(path) !== text || writer.get(path) !== text);
    expect(differing.map(([path]) => path)).toEqual([]);
    const changed = [...fresh].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    for (const start of [
      'graph',
      'search',
      'edges/',
      'contradictions',
      'stances',
      'articles',
      'briefs',
      'nodes/',
      'diff',
    ])
      expect(
        changed.some((path) => path.startsWith(`/api/${start}`)),
        start,
      ).toBe(true);
    for (const path of ['/api/cases', '/api/notes', '/api/grades', '/api/audit', '/api/contradictions', '/api/meta'])
      expect(changed, path).toContain(path);
    // And what goes again is gone there, too.
    expect((await other.api.send('DELETE', `/api/articles/${of('article:harbour-1')}`)).status).toBe(200);
    expect((await one.api.get(`/api/articles/${of('article:harbour-1')}`)).status).toBe(404);
    const ledger = await Promise.all([one, other].map(({ api }) => api.json('/api/contradictions')));
    expect(ledger[0]).toEqual(ledger[1]);
  });

  it('take in the same and overlapping documents at once, each once, with the edges that one server would make', async () => {
    await start('--empty');
    const documents = Array.from({ length: 10 }, (_, at) =>
      report({
        slug: `story-${at}`,
        outlet: `outlet:paper-${at % 3}`,
        day: `2024-03-${10 + at}`,
        says: Array.from({ length: 6 }, (_, number) => ({
          holder: `country:c${(at + number) % 5}`,
          stance: (at + number) % 2 === 0 ? ('opposes' as const) : ('supports' as const),
          target: `plan:p${number % 3}`,
          ...(number % 2 === 0
            ? { relays: 'article:wire', relayedSource: 'official' }
            : { source: `person:s${at % 4}` }),
        })),
        stubOutlets: { 'article:wire': 'outlet:agency' },
        quotes: [{ text: `Said on day ${at}.`, speaker: `person:s${at % 4}` }],
      }),
    );
    const folder = join(tempFolder(), 'documents');
    mkdirSync(folder);
    for (const [at, document] of documents.entries())
      writeFileSync(join(folder, `${at}.json`), JSON.stringify(document));
    const sendAll = async ({ api }: Running, all: typeof documents) => {
      const outcomes: string[] = [];
      for (const document of all) {
        const answer = await api.send('POST', '/api/articles', document);
        const text = await answer.text();
        expect(answer.status, text).toBe(200);
        outcomes.push((JSON.parse(text) as ImportReport).outcome);
      }
      return outcomes;
    };
    // A command with a process of its own brings all of them in as one pile meanwhile.
    const [first, second, command] = await Promise.all([
      sendAll(one, documents),
      sendAll(other, [...documents].reverse()),
      several.command('import', folder),
    ]);
    expect(command.code, command.err).toBe(0);
    const created = [...first, ...second].filter((outcome) => outcome === 'created').length;
    expect(created).toBeLessThanOrEqual(documents.length);
    expect([...first, ...second].filter((outcome) => !['created', 'unchanged'].includes(outcome))).toEqual([]);
    // What was left for later, because somebody wrote all the while, a server does when all is quiet.
    const ready = async () => (await several.store((store) => store.read('schema/marker', {})))[0]?.derivedStale;
    await expect.poll(ready, { timeout: 120_000, interval: 2000 }).toBe(false);
    const { stands, anew } = await several.derivedAnew();
    expect(stands).toEqual(anew);
    const held = stands.filter((line) => line.startsWith('Article:') && line.includes('"held":true'));
    expect(held).toHaveLength(documents.length);
    await several.stop();
    await several.empty();
    await start('--empty');
    await sendAll(one, documents);
    const alone = await several.derivedAnew();
    const evidence = (lines: string[]) => lines.filter((line) => !line.startsWith('AuditEntry'));
    expect(evidence(stands)).toEqual(evidence(alone.stands));
  });

  it('tell the later of two people who work at different servers', async () => {
    await start('--empty');
    expect((await one.api.send('POST', '/api/articles', entities)).status).toBe(200);
    const key = 'country:norland';
    const { version } = await one.api.json<EditableEntity>(`/api/entities/${of(key)}`);
    expect((await other.api.json<EditableEntity>(`/api/entities/${of(key)}`)).version).toBe(version);
    const named = ({ api }: Running, by: string) =>
      api.send('PUT', `/api/entities/${of(key)}`, {
        ...{ by, version },
        entity: { type: 'Country', key, name: `Norland (${by})` },
      });
    const sent = await Promise.all([named(one, 'Ada'), named(other, 'Bo')]);
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = (await sent.find(({ status }) => status === 409)?.json()) as Problem;
    expect(lost.title).toContain(sent[0]?.status === 200 ? 'Ada' : 'Bo');

    const body = page(relayed, plain);
    const taken = await one.api.send('POST', '/api/imports/articles', body, { 'content-type': 'text/html' });
    expect(taken.status, await taken.text()).toBe(200);
    const path = `/api/articles/${of(draftArticle)}/draft`;
    const views = await Promise.all([one, other].map(({ api }) => api.json<DraftView>(path)));
    expect(views[0]).toEqual(views[1]);
    const { proposal, version: seen } = claimOf(views[0] as DraftView, 'country:sudmark');
    const decide = ({ api }: Running, by: string, state: string) =>
      api.send('POST', `${path}/decisions`, { by, decisions: [{ id: proposal.id, state, version: seen }] });
    const decided = await Promise.all([decide(one, 'Ada', 'accepted'), decide(other, 'Bo', 'rejected')]);
    expect(decided.map(({ status }) => status).sort()).toEqual([200, 409]);
    const now = await Promise.all([one, other].map(({ api }) => api.json<DraftView>(path)));
    expect(now[0]).toEqual(now[1]);
  });

  it('derive what one of them left stale when it was killed, while the other goes on answering', async () => {
    await start('--empty');
    const folder = join(tempFolder(), 'documents');
    mkdirSync(folder);
    for (let at = 0; at < 60; at++) {
      const says = Array.from({ length: 40 }, (_, number) => ({
        ...{ holder: `country:c${(at * 7 + number) % 90}`, stance: 'opposes' as const, target: `plan:p${at % 9}` },
        source: 'envoy',
      }));
      writeFileSync(join(folder, `${at}.json`), JSON.stringify(report({ slug: `story-${at}`, says })));
    }
    const marker = () => several.store(async (store) => (await store.read('schema/marker', {}))[0]);
    const { program } = await import('../server/cli/program.ts');
    const importer = program('cli', ['import', folder], several.environment());
    await expect.poll(async () => (await marker())?.derivedStale, { timeout: 120_000, interval: 50 }).toBe(true);
    // Nobody takes the servers out of use because one of them, or a command, is importing.
    expect((await other.api.get('/api/ready')).status).toBe(200);
    importer.child.kill('SIGKILL');
    await importer.ended;
    expect((await marker())?.derivedStale).toBe(true);
    await expect.poll(async () => (await marker())?.derivedStale, { timeout: 180_000, interval: 1000 }).toBe(false);
    const { stands, anew } = await several.derivedAnew();
    expect(stands).toEqual(anew);
    expect(
      (
        await one.api.send(
          'POST',
          '/api/articles',
          report({ slug: 'after', says: [{ holder: 'country:z', stance: 'opposes', target: 'plan:z' }] }),
          json,
        )
      ).status,
    ).toBe(200);
  });
});
