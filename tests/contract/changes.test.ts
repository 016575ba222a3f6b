// Changes by hand: to what an article says, to an entity, to a grade; each in the history, and each taken back.
import { expect, it } from 'vitest';
import { changeArticle, editableDocument } from '../../server/changes/article.ts';
import { putEntity } from '../../server/changes/entity.ts';
import { listChanges } from '../../server/changes/list.ts';
import { takeBack } from '../../server/changes/take-back.ts';
import { setGrade } from '../../server/curation/grades.ts';
import { AppError } from '../../server/errors.ts';
import { mergeEntities } from '../../server/identity/merge.ts';
import { undoOperation } from '../../server/identity/undo.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import type { PartChange } from '../../server/schema/changes.ts';
import { entityOf, report } from '../builders.ts';
import { CurationGround } from './curation.ts';
import { describeEngines } from './engines.ts';
import { bundled, refusalAs } from './ingest-setup.ts';

const by = 'Ada';
const opposes = { holder: 'country:a', stance: 'opposes' as const, target: 'plan:x' };
const first = () =>
  report({
    slug: 'first',
    outlet: 'outlet:one',
    day: '2024-03-01',
    says: [{ ...opposes, source: 'person:p' }],
    quotes: [{ text: 'no way', speaker: 'person:p' }],
    withText: true,
  });
const second = () =>
  report({ slug: 'second', outlet: 'outlet:two', day: '2024-03-02', says: [{ ...opposes, source: 'aide' }] });

/** Items as they come from JSON, without what is absent. */
const item = (value: object): PartChange['value'] => JSON.parse(JSON.stringify(value)) as PartChange['value'];

const refusal = (attempt: Promise<unknown>) => refusalAs(AppError, attempt);
describeEngines('changes by hand', (engine) => {
  const ground = new CurationGround(engine);
  const documentOf = async (key = 'article:first') => (await editableDocument(ground.store, key)).document;
  const change = (parts: PartChange[], key = 'article:first') => changeArticle(ground.store, key, { parts, by });
  const history = async (subject?: string) => (await listChanges(ground.store, { subject, limit: 100 })).changes;
  const state = () => ground.dump();
  const back = async (key: string | null) => takeBack(ground.store, key ?? '', { by: 'Bo', why: 'A slip.' });

  const edited = (one: { id: string }, values: object): PartChange => ({
    ...{ part: 'assertions', id: one.id, value: item({ ...one, ...values }) },
  });
  const firstAssertion = async (key?: string) => {
    const { assertions } = await documentOf(key);
    const [one] = assertions.filter(({ reconstructed }) => !reconstructed);
    if (one === undefined) throw new Error('The article says nothing.');
    return one;
  };

  it('of an assertion changes the edges, says which, and is taken back to the byte', async () => {
    await ground.add(first());
    await ground.add(second());
    const before = await state();
    const assertion = await firstAssertion();
    const made = await change([
      { part: 'assertions', id: assertion.id, value: item({ ...assertion, mode: 'denies' }) },
    ]);
    expect(made.outcome).toBe('changed');
    expect(made.edges.map(({ key }) => key)).toContain('OPPOSES~country:a~plan:x');
    expect(await ground.edge('OPPOSES country:a plan:x')).toMatchObject({ contested: true, articles: 1 });
    const [latest] = await history('article:first');
    expect(latest).toMatchObject({ by, kind: 'document', key: made.change, takenBackBy: null });

    const undone = await back(made.change);
    expect(await state()).toEqual(before);
    expect((await history()).map(({ what }) => what)).toEqual([`Took back: ${latest?.what}`, latest?.what]);
    expect((await refusal(back(made.change))).code).toBe('conflict');

    await back(undone.change);
    expect(await ground.edge('OPPOSES country:a plan:x')).toMatchObject({ contested: true });
    expect((await history()).find(({ key }) => key === made.change)?.takenBackBy).toBeNull();
    await back(made.change);
    expect(await state()).toEqual(before);
  });

  it('says of each change whether it stands, however often it was taken back', async () => {
    await ground.add(first());
    const assertion = await firstAssertion();
    const keys = [(await change([edited(assertion, { hedge: 'reportedly' })])).change];
    for (let time = 0; time < 4; time += 1) keys.push((await back(keys.at(-1) ?? null)).change);
    const now = new Map((await history()).map(({ key, takenBackBy }) => [key, takenBackBy]));
    expect(keys.map((key) => now.get(key ?? ''))).toEqual([null, keys[2], null, keys[4], null]);
    expect(await firstAssertion()).toMatchObject({ hedge: 'reportedly' });
    await back(keys[0] ?? null);
    expect(await firstAssertion()).not.toHaveProperty('hedge');
  });

  it('is none where the document says the same in another way', async () => {
    await ground.add(first());
    const assertion = await firstAssertion();
    const { quotes = [] } = assertion;
    const made = await change([edited(assertion, { knownFrom: [], quotes })]);
    expect(made).toMatchObject({ outcome: 'unchanged', change: null });
    expect(await history()).toEqual([]);
  });

  it('has faults at their place in the request, also where items go before them', async () => {
    await ground.add(
      report({
        slug: 'both',
        outlet: 'outlet:one',
        says: [
          { ...opposes, source: 'aide' },
          { ...opposes, stance: 'supports', source: 'person:p' },
        ],
      }),
    );
    const { assertions, claims } = await documentOf('article:both');
    const [gone, ...others] = assertions;
    const unused = claims.find(({ id }) => id === gone?.claim);
    const kept = claims.find(({ id }) => id === others[0]?.claim);
    if (gone === undefined || unused === undefined || kept === undefined) throw new Error('Says too little.');
    const parts: PartChange[] = [
      { part: 'claims', id: unused.id, value: item({ ...unused, text: 'It opposes.' }) },
      { part: 'claims', id: kept.id, value: item({ ...kept, includes: ['nobody'] }) },
      { part: 'assertions', id: gone.id, value: null },
    ];
    const error = await refusal(change(parts, 'article:both'));
    expect(error.details.errors?.map(({ pointer }) => pointer)).toEqual(['/parts/1/value/includes/0']);
  });

  it('tells of what was there before as it was, however near the change brings it', async () => {
    await ground.add(first());
    await ground.add(
      report({
        slug: 'wire',
        outlet: 'outlet:agency',
        says: [
          { ...opposes, holder: 'country:b', source: 'insider' },
          { ...opposes, holder: 'country:c', source: 'insider' },
        ],
        quotes: [{ text: 'not now', speaker: 'person:q' }],
      }),
    );
    const assertion = await firstAssertion();
    const made = await change([
      { part: 'articles', id: 'article:wire', value: { key: 'article:wire' } },
      {
        part: 'assertions',
        id: assertion.id,
        value: item({ ...assertion, relays: [{ article: 'article:wire', how: 'the agency reported' }] }),
      },
    ]);
    expect(made.edges.map(({ key }) => key).sort()).toEqual([
      'CITES~outlet:one~outlet:agency',
      'OPPOSES~country:a~plan:x',
      expect.stringMatching(/^REPORTS~outlet:one~claim:/),
    ]);
  });

  it('takes with an assertion what it alone had, and brings all of it back', async () => {
    await ground.add(second());
    const before = await state();
    const assertion = await firstAssertion('article:second');
    const made = await change([{ part: 'assertions', id: assertion.id, value: null }], 'article:second');
    const left = await documentOf('article:second');
    expect([left.claims, left.sources, left.assertions]).toEqual([[], [], []]);
    expect(await ground.edge('OPPOSES country:a plan:x')).toBeUndefined();
    await back(made.change);
    expect(await state()).toEqual(before);
  });

  it('adds what nobody imported, with an entity of its own', async () => {
    await ground.add(first());
    const before = await state();
    const { span } = await firstAssertion();
    const made = await change([
      { part: 'entities', id: 'country:norland', value: { type: 'Country', key: 'country:norland', name: 'Norland' } },
      {
        part: 'claims',
        id: 'new-claim',
        value: {
          id: 'new-claim',
          kind: 'stance',
          holder: 'country:norland',
          target: 'plan:x',
          stance: 'supports',
          text: 'Norland supports X.',
        },
      },
      {
        part: 'assertions',
        id: 'new-one',
        value: { id: 'new-one', claim: 'new-claim', span: span ?? null, extractor: 'hand' },
      },
    ]);
    expect(await ground.edge('SUPPORTS country:norland plan:x')).toMatchObject({ articles: 1 });
    expect((await history())[0]?.what).toBe('Added an entity, a claim and an assertion');
    await back(made.change);
    expect(await state()).toEqual(before);
  });

  it('stays when the same document is imported again', async () => {
    await ground.add(first());
    const assertion = await firstAssertion();
    await change([{ part: 'assertions', id: assertion.id, value: item({ ...assertion, hedge: 'reportedly' }) }]);
    expect(await ground.add(first())).toMatchObject({ outcome: 'unchanged' });
    expect(await firstAssertion()).toMatchObject({ hedge: 'reportedly' });
  });

  it('takes grades and notes along', async () => {
    await ground.add(first());
    const assertion = await firstAssertion();
    await setGrade(ground.store, { subject: `assertion:${assertion.id}`, credibility: 3, by });
    const made = await change([
      { part: 'assertions', id: assertion.id, value: item({ ...assertion, modality: 'expected' }) },
    ]);
    const moved = await firstAssertion();
    expect(moved.id).not.toBe(assertion.id);
    expect(await ground.node(`assertion:${moved.id}`)).toMatchObject({ credibility: 3, gradedBy: by });
    await back(made.change);
    expect(await ground.node(`assertion:${assertion.id}`)).toMatchObject({ credibility: 3 });
  });

  it('is refused whole, with the place in the request', async () => {
    await ground.add(first());
    const before = await ground.dump();
    const assertion = await firstAssertion();
    const { span } = assertion;
    const broken: [PartChange[], string, string][] = [
      [[{ part: 'assertions', id: 'nobody', value: null }], 'invalid-request', '/parts/0/id'],
      [
        [{ part: 'assertions', id: assertion.id, value: item({ ...assertion, mode: 'hopes' }) }],
        'invalid-document',
        '/parts/0/value/mode',
      ],
      [
        [{ part: 'assertions', id: assertion.id, value: item({ ...assertion, id: 'another' }) }],
        'invalid-request',
        '/parts/0/value',
      ],
      [
        [
          {
            part: 'assertions',
            id: assertion.id,
            value: item({ ...assertion, span: { ...span, start: 0, end: 3, quote: 'xyz' } }),
          },
        ],
        'invalid-document',
        '/parts/0/value/span',
      ],
      [[{ part: 'article', id: 'article', value: null }], 'invalid-request', '/parts/0/value'],
      [[{ part: 'claims', id: assertion.claim, value: null }], 'invalid-document', '/assertions/0/claim'],
      [
        [
          { part: 'assertions', id: assertion.id, value: item({ ...assertion, from: '2024-02-31' }) },
          { part: 'assertions', id: assertion.id, value: null },
        ],
        'invalid-request',
        '/parts/1/id',
      ],
      [
        [{ part: 'assertions', id: assertion.id, value: item({ ...assertion, from: '2024-02-31' }) }],
        'invalid-document',
        '/parts/0/value/from',
      ],
    ];
    for (const [parts, code, pointer] of broken) {
      const error = await refusal(change(parts));
      expect([error.code, error.details.errors?.[0]?.pointer], JSON.stringify(parts)).toEqual([
        code,
        expect.stringContaining(pointer),
      ]);
    }
    expect(await ground.dump()).toEqual(before);
    expect((await refusal(change([], 'article:nobody'))).code).toBe('not-found');
  });

  it('says who changed it since, where it cannot be taken back', async () => {
    await ground.add(first());
    const assertion = await firstAssertion();
    const one = await change([
      { part: 'assertions', id: assertion.id, value: item({ ...assertion, hedge: 'reportedly' }) },
    ]);
    const two = await change([
      { part: 'assertions', id: assertion.id, value: item({ ...assertion, hedge: 'allegedly' }) },
    ]);
    const error = await refusal(back(one.change));
    expect([error.code, error.details.nearest?.[0]?.key]).toEqual(['conflict', two.change]);
    await removeArticle(ground.store, 'article:first');
    expect((await refusal(back(two.change))).code).toBe('not-found');
  });

  it('of an entity holds against what reports say, and is taken back', async () => {
    await ground.add(first());
    const before = await state();
    const put = (entity: Parameters<typeof putEntity>[2]['entity']) =>
      putEntity(ground.store, entity.key, { entity, by });
    const made = await put({
      type: 'Country',
      key: 'country:a',
      name: 'Aland',
      aliases: ['A-Land'],
      description: 'An island.',
    });
    expect(made.outcome).toBe('changed');
    await ground.add(second());
    expect(await ground.node('country:a')).toMatchObject({ name: 'Aland', description: 'An island.' });
    expect((await ground.node('country:a'))?.aliases).toEqual(expect.arrayContaining(['A-Land', 'A']));
    await removeArticle(ground.store, 'article:second');
    await back(made.change);
    expect(await state()).toEqual(before);

    const added = await put({ type: 'Person', key: 'person:new', name: 'Nia New' });
    expect(added.outcome).toBe('created');
    expect(await put({ type: 'Person', key: 'person:new', name: 'Nia New' })).toMatchObject({
      outcome: 'unchanged',
      change: null,
    });
    await back(added.change);
    expect(await state()).toEqual(before);
    expect(
      (await refusal(put({ type: 'Outlet', key: 'outlet:o', name: 'O', country: 'country:nowhere' }))).details.errors,
    ).toEqual([expect.objectContaining({ pointer: '/entity/country' })]);
  });

  it('of an entity is not taken back while others are tied to it', async () => {
    const put = (entity: Parameters<typeof putEntity>[2]['entity']) =>
      putEntity(ground.store, entity.key, { entity, by });
    const bloc = { type: 'Organization' as const, key: 'organization:bloc', name: 'Bloc' };
    const made = await put(bloc);
    const member = { type: 'MEMBER_OF' as const, start: 'country:a', end: bloc.key };
    await ground.add({
      ...{ format: 'hearsay-entities/1', entities: [entityOf('country:a')], relations: [member] },
    });
    const before = await ground.dump();
    expect((await refusal(back(made.change))).code).toBe('conflict');
    const norland = await put({ type: 'Country', key: 'country:n', name: 'Norland' });
    await put({ type: 'Outlet', key: 'outlet:n', name: 'Norland Post', country: 'country:n' });
    expect((await refusal(back(norland.change))).code).toBe('conflict');
    expect(await ground.dump()).toEqual(expect.arrayContaining(before));
  });

  it('of a grade is in the history and taken back', async () => {
    await ground.add(first());
    await setGrade(ground.store, { subject: 'outlet:one', reliability: 'B', by });
    const before = await state();
    const made = await setGrade(ground.store, { subject: 'outlet:one', reliability: 'D', by, why: 'Wrong twice.' });
    await back(made.change);
    expect(await state()).toEqual(before);
    expect((await history('outlet:one')).map(({ kind }) => kind)).toEqual(['grade', 'grade', 'grade']);
  });

  it('of an article with merged entities parts them again with the merge', async () => {
    await ground.add(first());
    await ground.add(
      report({ slug: 'third', entities: [entityOf('country:b')], says: [{ ...opposes, holder: 'country:b' }] }),
    );
    await mergeEntities(ground.store, { from: 'country:a', into: 'country:b', by });
    const assertion = await firstAssertion();
    await change([{ part: 'assertions', id: assertion.id, value: item({ ...assertion, hedge: 'reportedly' }) }]);
    expect(await ground.edge('OPPOSES country:b plan:x')).toMatchObject({ articles: 2 });
    await undoOperation(ground.store, 'merge:country:a');
    expect(await ground.edge('OPPOSES country:a plan:x')).toMatchObject({ articles: 1 });
    expect(await firstAssertion()).toMatchObject({ hedge: 'reportedly' });
  });

  it('of assertions of the bundled reports is taken back to the byte', { timeout: 600_000 }, async () => {
    for (const { file, json } of bundled())
      await ground.add(json).catch((error: unknown) => Promise.reject(new Error(file, { cause: error })));
    const articles = (await ground.store.read('read/export/held', {})).map(({ key }) => key);
    const before = await state();
    for (const key of articles) {
      const { assertions } = await documentOf(key);
      const chosen = assertions.filter((_, at) => at % 40 === 0);
      for (const assertion of chosen) {
        const made = await change([{ part: 'assertions', id: assertion.id, value: null }], key);
        await back(made.change);
      }
    }
    expect(await state()).toEqual(before);
  });
});
