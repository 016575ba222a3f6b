// What people change in proposals and add to them; and what is refused, with its place in the request, and changes nothing.
import { beforeEach, expect, it } from 'vitest';
import { ArticleTaker } from '../../server/drafts/in-process.ts';
import { importMany } from '../../server/ingest/many.ts';
import { makeArticle } from '../../server/ingest/readers/article/make.ts';
import { articleToDocument } from '../../server/ingest/readers/article/to-document.ts';
import type { EditableDocument } from '../../server/schema/changes.ts';
import type { Proposal } from '../../server/schema/draft.ts';
import { of } from './curation.ts';
import { article, claimOf, DraftGround, entities, listOf, page, plain, relayed } from './drafts-setup.ts';
import { describeEngines } from './engines.ts';

const path = `/api/articles/${of(article)}/draft/decisions`;
const id = (letter: string): string => `p${letter.repeat(20)}`;

describeEngines('proposals', (engine) => {
  const ground = new DraftGround(engine);
  beforeEach(async () => {
    await ground.add(entities);
    await ground.importPage(page(relayed, plain, 'Brineland keeps its options open.'));
  });

  it('are accepted as a person changed them, and changed again', async () => {
    const norland = claimOf(await ground.draft(), 'country:norland').proposal;
    const changed = { ...norland, claim: { ...norland.claim, stance: 'noncommittal' as const }, hedge: 'perhaps' };
    await ground.decideOn({ decisions: [{ id: norland.id, state: 'accepted', proposal: changed }] });
    expect(await ground.derived()).toContain('NONCOMMITTAL_ON country:norland plan:bridge');
    const now = claimOf(await ground.draft(), 'country:norland');
    expect(now).toMatchObject({ edited: true, state: 'accepted', proposal: { hedge: 'perhaps' } });
    await ground.decideOn({ decisions: [{ id: norland.id, state: 'accepted', proposal: norland }] });
    expect(claimOf(await ground.draft(), 'country:norland').edited).toBe(false);
    const derived = await ground.derived();
    expect(derived).toContain('OPPOSES country:norland plan:bridge');
    expect(derived).not.toContain('NONCOMMITTAL_ON country:norland plan:bridge');
  });

  it('are decided on once in a request', async () => {
    const { id } = claimOf(await ground.draft(), 'country:norland').proposal;
    const decisions = [
      { id, state: 'accepted' },
      { id, state: 'rejected' },
    ];
    const problem = await ground.refused('POST', path, { by: 'Ada', decisions });
    expect(problem).toMatchObject({ status: 422, errors: [{ pointer: '/decisions/1/id' }] });
  });

  it('are added by hand with what they rest on, and go again', async () => {
    const { text } = await ground.draft();
    const start = [...text].join('').indexOf('Brineland');
    const whole = { start, end: start + 32, quote: text.slice(start, start + 32) };
    const name = { start, end: start + 9, quote: 'Brineland' };
    const common = { score: 1, reason: 'by hand' };
    const add: Proposal[] = [
      {
        kind: 'claim',
        id: id('a'),
        span: whole,
        ...common,
        claim: {
          kind: 'stance',
          holder: 'country:brineland',
          target: 'plan:bridge',
          stance: 'noncommittal',
          text: 'Brineland is not decided on the bridge.',
        },
        mode: 'asserts',
        modality: 'now',
        relays: [],
        sources: [{ source: id('b'), span: name }],
        quotes: [],
        includes: [],
      },
      {
        kind: 'entity',
        id: id('c'),
        span: name,
        ...common,
        entity: 'country:brineland',
        type: 'Country',
        name: 'Brineland',
        aliases: [],
      },
      {
        kind: 'source',
        id: id('b'),
        span: name,
        ...common,
        source: 'brineland',
        sourceKind: 'named',
        actor: 'country:brineland',
        descriptor: 'Brineland',
        minCount: 1,
      },
    ];
    const before = await ground.evidence();
    const report = await ground.decideOn({ add });
    expect(report.added).toHaveLength(3);
    expect(report.added).not.toContain(id('a'));
    expect(await ground.origins('NONCOMMITTAL_ON country:brineland plan:bridge')).toBe('1–1');
    const { document } = await ground.api.json<EditableDocument>(`/api/articles/${of(article)}/document`);
    expect(document.assertions).toMatchObject([{ extractor: 'hand' }]);
    expect(claimOf(await ground.draft(), 'country:brineland')).toMatchObject({ byHand: true, state: 'accepted' });
    expect((await ground.decideOn({ add })).outcome).toBe('unchanged');
    await ground.decideOn({ decisions: report.added.map((one) => ({ id: one, state: 'rejected' as const })) });
    const after = await ground.evidence();
    expect(after.filter((line) => !line.startsWith('Change:'))).toEqual(before);
  });

  it('name what the database knows and the draft does not', async () => {
    const norland = claimOf(await ground.draft(), 'country:norland').proposal;
    const other = { type: 'Country', key: 'country:kelpland', name: 'Kelpland' };
    await ground.add({ ...entities, entities: [...entities.entities, other] });
    const proposal = { ...norland, claim: { ...norland.claim, holder: 'country:kelpland' } };
    await ground.decideOn({ decisions: [{ id: norland.id, state: 'accepted', proposal }] });
    expect(await ground.derived()).toContain('OPPOSES country:kelpland plan:bridge');
  });

  it.each([
    ['mode', { mode: 'denies' }],
    ['place', 'elsewhere'],
  ])(
    'are rejected though a person changed the %s of what they became by hand, and leave the evidence',
    async (_, how) => {
      const before = await ground.evidence();
      const { id } = claimOf(await ground.draft(), 'country:sudmark').proposal;
      await ground.decideOn({ decisions: [{ id, state: 'accepted' }] });
      const { document } = await ground.api.json<EditableDocument>(`/api/articles/${of(article)}/document`);
      const [one] = document.assertions;
      const { text } = await ground.draft();
      const quote = 'Brineland keeps its options open.';
      const start = [...text.slice(0, text.indexOf(quote))].length;
      const change = typeof how === 'string' ? { span: { start, end: start + quote.length, quote } } : how;
      const parts = [{ part: 'assertions', id: one?.id, value: { ...one, ...change } }];
      const changed = { by: 'Bo', parts };
      await ground.decide('POST', `/api/articles/${of(article)}/changes`, changed);
      // Left open, accepted once more, and rejected: it is one all the while.
      await ground.decideOn({ decisions: [{ id, state: 'open' }] });
      expect(await ground.evidence()).toEqual(before);
      await ground.decideOn({ decisions: [{ id, state: 'accepted' }] });
      await ground.decideOn({ decisions: [{ id, state: 'rejected' }] });
      expect(await ground.evidence()).toEqual(before);
    },
  );

  it('are all accepted at once where somebody says so, and rest on their origins', async () => {
    const read = {
      text: `${relayed}\n\nCoast Radio reported on Tuesday, citing two officials, that Sudmark supports the harbour bridge.`,
      title: 'Another',
      outletName: 'Quay Post',
      dates: [{ field: 'date', value: '2026-03-06' }],
    };
    const { take: unread } = new ArticleTaker('import --accept-all');
    const json = articleToDocument(makeArticle('another.txt', read).article);
    const documents = [{ file: 'another.txt', json, unread: true as const }];
    const [first] = await importMany(ground.store, documents, { unread });
    expect(first?.report).toMatchObject({ outcome: 'created', draft: { open: 0, accepted: 2 } });
    expect(await ground.origins('OPPOSES country:norland plan:bridge')).toBe('1–1');
    expect(await ground.origins('SUPPORTS country:sudmark plan:bridge')).toBe('1–1');
    const view = await ground.draft(first?.report.article);
    expect(view.proposals.map(({ by }) => by)).toEqual(view.proposals.map(() => 'import --accept-all'));
    const before = await ground.dump();
    expect((await importMany(ground.store, documents, { unread }))[0]?.report.outcome).toBe('unchanged');
    expect(await ground.dump()).toEqual(before);
  });

  it('are refused whole where they do not fit, with the place in the request', async () => {
    const view = await ground.draft();
    const [norland, sudmark] = [claimOf(view, 'country:norland').proposal, claimOf(view, 'country:sudmark').proposal];
    const [mention] = listOf(view, 'mention');
    const decide = (one: object, more = {}) =>
      ground.refused('POST', path, {
        by: 'Ada',
        decisions: [{ id: sudmark.id, state: 'accepted' }, one],
        ...more,
      });
    const edited = (change: object) =>
      decide({ id: norland.id, state: 'accepted', proposal: { ...norland, ...change } });
    const { start, end, quote } = norland.span;
    const faults: [Promise<{ errors?: { pointer?: string | undefined }[] | undefined }>, string][] = [
      [edited({ span: { start: start + 1, end: end + 1, quote } }), '/decisions/1/proposal/span/quote'],
      [edited({ span: { start: 90_000, end: 90_003, quote: 'abc' } }), '/decisions/1/proposal/span/end'],
      [edited({ span: { start, end, quote: 'abc' } }), '/decisions/1/proposal/span/end'],
      [edited({ claim: { ...norland.claim, stance: undefined } }), '/decisions/1/proposal/claim/stance'],
      [edited({ claim: { ...norland.claim, stance: 'hates' } }), '/decisions/1/proposal/claim/stance'],
      [edited({ claim: { ...norland.claim, holder: 'country:nowhere' } }), '/decisions/1/proposal'],
      [edited({ quotes: [sudmark.id] }), '/decisions/1/proposal/quotes/0'],
      [edited({ id: sudmark.id }), '/decisions/1/proposal/id'],
      [
        decide({ id: norland.id, state: 'accepted', proposal: { ...mention?.proposal, id: norland.id } }),
        '/decisions/1/proposal/kind',
      ],
      [decide({ id: id('d'), state: 'accepted' }), '/decisions/1/id'],
      [decide({ id: norland.id, state: 'perhaps' }), '/decisions/1/state'],
    ];
    for (const [fault, pointer] of faults) {
      const problem = await fault;
      expect(problem.errors?.map((one) => one.pointer)).toContain(pointer);
    }
    expect((await ground.api.send('POST', path, { by: '', decisions: [] })).status).toBe(400);
    expect((await ground.api.send('POST', path.replace('bridge', 'bridges'), { by: 'Ada' })).status).toBe(404);
  });
});
