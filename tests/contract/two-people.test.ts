// Two people at the same thing at once: the later one is told who did what when, and nothing of theirs or of the other's is lost.
import { beforeEach, expect, it } from 'vitest';
import type { ChangeList, ChangeReport, EditableDocument, EditableEntity } from '../../server/schema/changes.ts';
import type { DecisionsReport } from '../../server/schema/drafts.ts';
import type { Problem } from '../../server/schema/problem.ts';
import { report } from '../builders.ts';
import { of } from './curation.ts';
import { article, claimOf, DraftGround, entities, page, plain, relayed } from './drafts-setup.ts';
import { describeEngines } from './engines.ts';

const held = 'article:first';
const opposes = { holder: 'country:a', stance: 'opposes' as const, target: 'plan:x' };
const decisions = `/api/articles/${of(article)}/draft/decisions`;
const changes = `/api/articles/${of(held)}/changes`;

describeEngines('two people at once', (engine) => {
  const ground = new DraftGround(engine);
  beforeEach(async () => {
    await ground.add(entities);
  });

  /** Sends all at the same time; gives each answer with its status. */
  const together = (requests: (readonly [method: string, path: string, body: object])[]) =>
    Promise.all(
      requests.map(async ([method, path, body]) => {
        const response = await ground.api.send(method, path, body);
        return { status: response.status, body: (await response.json()) as unknown };
      }),
    );
  /** Of answers the one that was taken and the one that was refused. */
  const sorted = (answers: Awaited<ReturnType<typeof together>>) => {
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [taken, refused] = answers.sort((a, b) => a.status - b.status);
    return { at: answers, taken: taken?.body, problem: refused?.body as Problem };
  };
  const documentOf = () => ground.api.json<EditableDocument>(`/api/articles/${of(held)}/document`);
  const entityOf = (key: string) => ground.api.json<EditableEntity>(`/api/entities/${of(key)}`);

  it('decide on one proposal: the first is heard, the other learns of it and may then decide', async () => {
    await ground.importPage(page(relayed, plain));
    const { proposal, version } = claimOf(await ground.draft(), 'country:sudmark');
    const decided = (by: string, state: string) => ({ by, decisions: [{ id: proposal.id, state, version }] });
    const { problem } = sorted(
      await together([
        ['POST', decisions, decided('Ada', 'accepted')],
        ['POST', decisions, decided('Bo', 'rejected')],
      ]),
    );
    const stands = claimOf(await ground.draft(), 'country:sudmark');
    expect(problem).toMatchObject({ code: 'conflict', errors: [{ pointer: '/decisions/0' }] });
    const done = stands.state === 'accepted' ? 'accepted it' : 'rejected it';
    expect(problem.title).toContain(`was changed meanwhile: ${stands.by}, ${stands.on?.slice(0, 10)}`);
    expect(problem.title).toContain(done);
    expect(problem.detail).toContain(`/api/articles/${article}/draft`);
    expect(stands.version).not.toBe(version);
    // Having read how it stands, they may decide otherwise.
    const report = (await ground.decideOn({
      by: 'Cy',
      decisions: [{ id: proposal.id, state: 'open', version: stands.version }],
    })) as DecisionsReport;
    const now = claimOf(await ground.draft(), 'country:sudmark');
    expect(report.decided).toEqual([{ id: proposal.id, state: 'open', version: now.version }]);
  });

  it('decide on different proposals of one article without being in each other’s way', async () => {
    await ground.importPage(page(relayed, plain));
    const view = await ground.draft();
    const answers = await together(
      ['country:sudmark', 'country:norland'].map((holder) => {
        const { proposal, version } = claimOf(view, holder);
        const body = { by: holder, decisions: [{ id: proposal.id, state: 'accepted', version }] };
        return ['POST', decisions, body] as const;
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const states = ['country:sudmark', 'country:norland'].map(async (key) => claimOf(await ground.draft(), key).state);
    expect(await Promise.all(states)).toEqual(['accepted', 'accepted']);
  });

  it('decide the same, or send it twice: that is no conflict', async () => {
    await ground.importPage(page(plain));
    const { proposal, version } = claimOf(await ground.draft(), 'country:sudmark');
    const body = { by: 'Ada', decisions: [{ id: proposal.id, state: 'accepted', version }] };
    const answers = await together([1, 2].map(() => ['POST', decisions, body] as const));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ body }) => (body as DecisionsReport).outcome).sort()).toEqual(['changed', 'unchanged']);
  });

  it('all of a request is refused where one decision in it came too late', async () => {
    await ground.importPage(page(relayed, plain));
    const view = await ground.draft();
    const [one, other] = [claimOf(view, 'country:sudmark'), claimOf(view, 'country:norland')];
    await ground.decideOn({ by: 'Bo', decisions: [{ id: one.proposal.id, state: 'rejected' }] });
    const both = [one, other].map(({ proposal: { id }, version }) => ({ id, state: 'accepted', version }));
    const problem = await ground.refused('POST', decisions, { by: 'Ada', decisions: both });
    expect(problem).toMatchObject({ status: 409, errors: [{ pointer: '/decisions/0' }] });
    expect(claimOf(await ground.draft(), 'country:norland').state).toBe('open');
  });

  it('correct one assertion: the later learns who corrected it; another assertion they correct freely', async () => {
    const says = [opposes, { ...opposes, stance: 'supports' as const, target: 'plan:y' }];
    await ground.add(report({ slug: 'first', outlet: 'outlet:one', day: '2024-03-01', says }));
    const { document, versions } = await documentOf();
    const [first, second] = document.assertions;
    if (first === undefined || second === undefined) throw new Error('The article says too little.');
    const corrected = (by: string, one: typeof first, hedge: string) => {
      const version = versions.assertions?.[one.id];
      return [
        'POST',
        changes,
        { by, parts: [{ part: 'assertions', id: one.id, value: { ...one, hedge }, version }] },
      ] as const;
    };
    const answers = await together([
      corrected('Ada', first, 'reportedly'),
      corrected('Bo', first, 'allegedly'),
      corrected('Cy', second, 'it seems'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
    const hedgeOf = (id: string) => async () =>
      (await documentOf()).document.assertions.find((one) => one.id === id)?.hedge;
    expect(await hedgeOf(second.id)()).toBe('it seems');
    const [ada, bo] = answers;
    expect(await hedgeOf(first.id)()).toBe(ada?.status === 200 ? 'reportedly' : 'allegedly');
    const problem = (ada?.status === 409 ? ada : bo)?.body as Problem;
    const { changes: history } = await ground.api.json<ChangeList>(`/api/changes?subject=${of(held)}`);
    const won = history.find(({ by }) => by === (ada?.status === 200 ? 'Ada' : 'Bo'));
    expect(problem.title).toContain(`${won?.by}, ${won?.on.slice(0, 10)}`);
    expect(problem.title).toContain(won?.what);
    expect(problem.errors?.[0]?.pointer).toBe('/parts/0');
  });

  it('add an entity of one key to what an article says: the later does not take the place of the earlier', async () => {
    await ground.add(report({ slug: 'first', outlet: 'outlet:one', day: '2024-03-01', says: [opposes] }));
    const id = 'person:new';
    const added = (by: string) => {
      const value = { type: 'Person', key: id, name: `As ${by} reads it` };
      return ['POST', changes, { by, parts: [{ part: 'entities', id, value, version: null }] }] as const;
    };
    const { problem } = sorted(await together([added('Ada'), added('Bo')]));
    expect(problem.errors?.[0]?.reason).toMatch(/^an entity was changed meanwhile: (Ada|Bo), /);
  });

  it('correct one entity: the later is refused, the names that an import gives are in nobody’s way', async () => {
    const key = 'country:norland';
    const { entity, version } = await entityOf(key);
    expect(entity).toMatchObject({ key, name: 'Norland' });
    const said = (by: string) =>
      [
        'PUT',
        `/api/entities/${of(key)}`,
        { by, version, entity: { type: 'Country', key, name: `Norland (${by})` } },
      ] as const;
    const { problem } = sorted(await together([said('Ada'), said('Bo')]));
    const now = await entityOf(key);
    expect(problem.title).toContain(`${String(now.entity?.name).includes('Ada') ? 'Ada' : 'Bo'}, `);
    expect(problem.detail).toContain(`/api/entities/${key}`);
    await ground.importPage(page(relayed, plain));
    const [again] = await together([
      [
        'PUT',
        `/api/entities/${of(key)}`,
        { by: 'Cy', version: now.version, entity: { type: 'Country', key, name: 'Norland' } },
      ],
    ]);
    expect(again?.status).toBe(200);
  });

  it('make an entity under one key: the second is told, and without a version it is as before', async () => {
    const key = 'person:ada-brook';
    expect(await entityOf(key)).toEqual({ key, entity: null, version: null });
    const made = (name: string) =>
      ['PUT', `/api/entities/${of(key)}`, { by: name, version: null, entity: { type: 'Person', key, name } }] as const;
    sorted(await together([made('Ada Brook'), made('Ada J. Brook')]));
    const body = { by: 'Bo', entity: { type: 'Person', key, name: 'A. Brook' } };
    expect((await ground.api.send('PUT', `/api/entities/${of(key)}`, body)).status).toBe(200);
    expect((await entityOf(key)).entity).toMatchObject({ name: 'A. Brook' });
  });

  it('a change is taken back after more changes than are listed only where nothing touched the same', async () => {
    await ground.add(report({ slug: 'first', outlet: 'outlet:one', day: '2024-03-01', says: [opposes] }));
    const { document } = await documentOf();
    const [assertion] = document.assertions;
    const change = (part: string, id: string, value: unknown) =>
      ground.decide('POST', changes, { by: 'Ada', parts: [{ part, id, value }] }) as Promise<ChangeReport>;
    const first = await change('assertions', assertion?.id ?? '', { ...assertion, hedge: 'reportedly' });
    const second = await change('assertions', assertion?.id ?? '', { ...assertion, hedge: 'allegedly' });
    // More than are read at once, and none of them of the assertion.
    for (let time = 1; time <= 102; time += 1)
      await change('article', 'article', { ...document.article, author: `Author ${time}` });
    const problem = await ground.refused('POST', `/api/changes/${first.change}/undo`, { by: 'Bo' });
    expect(problem.nearest?.map(({ key }) => key)).toEqual([second.change]);
    await ground.decide('POST', `/api/changes/${second.change}/undo`, { by: 'Bo' });
    expect((await documentOf()).document.assertions[0]).toMatchObject({ hedge: 'reportedly' });
  }, 300_000);
});
