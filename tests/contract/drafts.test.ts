// An article comes in as a file with a draft of its claims; what is accepted of it becomes evidence, and nothing else does.
import { beforeEach, expect, it } from 'vitest';
import type { DraftList } from '../../server/schema/drafts.ts';
import { of } from './curation.ts';
import { article, claimOf, DraftGround, entities, listOf, page, plain, quoted, relayed } from './drafts-setup.ts';
import { describeEngines } from './engines.ts';

const accept = (id: string) => ({ id, state: 'accepted' as const });

describeEngines('drafts', (engine) => {
  const ground = new DraftGround(engine);
  beforeEach(async () => {
    await ground.add(entities);
  });

  it('are made of an article that comes in, and are no evidence', async () => {
    const report = await ground.importPage(page(relayed, plain, quoted));
    expect(report).toMatchObject({ outcome: 'created', article, draft: { accepted: 0, remembered: 0 } });
    expect(report.draft?.proposals).toMatchObject({ claim: 3, article: 1, quote: 1 });
    expect(report.draft?.open).toBe(3);
    expect(report.created).toEqual({ Article: 1 });
    expect(await ground.derived()).toEqual([]);
    const view = await ground.draft();
    expect(view.proposals.every(({ state }) => state === 'open')).toBe(true);
    const letters = [...view.text];
    for (const { proposal } of view.proposals) {
      const { start, end, quote } = proposal.span;
      expect(letters.slice(start, end).join('')).toBe(quote);
    }
    const graph = JSON.stringify(await ground.api.json('/api/graph?view=all'));
    expect(graph).not.toContain('draft:');
    expect(JSON.stringify(await ground.api.json('/api/search?q=opposes'))).not.toContain('draft:');
    const { drafts } = await ground.api.json<DraftList>('/api/drafts');
    expect(drafts).toMatchObject([{ article: { key: article, name: 'The harbour bridge' }, open: 3, rejected: 0 }]);
  });

  it('become evidence claim by claim, with what each rests on', async () => {
    await ground.importPage(page(relayed, plain, quoted));
    const claim = claimOf(await ground.draft(), 'country:norland');
    expect(claim.needs.length).toBeGreaterThanOrEqual(2);
    const report = await ground.decideOn({ decisions: [accept(claim.proposal.id)] });
    expect(report.decided.map(({ id }) => id).sort()).toEqual([claim.proposal.id, ...claim.needs].sort());
    expect(report.edges).toContainEqual({
      key: 'OPPOSES~country:norland~plan:bridge',
      before: null,
      after: { min: 1, max: 1 },
    });
    expect(await ground.origins('OPPOSES country:norland plan:bridge')).toBe('1–1');
    expect(await ground.derived()).toEqual([
      'CITES outlet:harbour-times outlet:coast-radio',
      'OPPOSES country:norland plan:bridge',
      expect.stringMatching(/^REPORTS outlet:coast-radio claim:/),
      expect.stringMatching(/^REPORTS outlet:harbour-times claim:/),
    ]);
    expect(claimOf(await ground.draft(), 'country:norland')).toMatchObject({ state: 'accepted', by: 'Ada' });
    expect(claimOf(await ground.draft(), 'country:sudmark').state).toBe('open');
  });

  it('give back exactly what was there when a decision is taken back', async () => {
    await ground.importPage(page(relayed, plain, quoted));
    const view = await ground.draft();
    const [first, second] = [claimOf(view, 'country:norland'), claimOf(view, 'country:sudmark')];
    await ground.decideOn({ decisions: [accept(second.proposal.id)] });
    const before = await ground.evidence();
    const report = await ground.decideOn({ decisions: [accept(first.proposal.id)] });
    await ground.decideOn({ decisions: report.decided.map(({ id }) => ({ id, state: 'open' })) });
    expect(await ground.evidence()).toEqual(before);
  });

  it('of a text without a title are called by its first words', async () => {
    const words = `${plain} ${'It was a cold day in the harbour. '.repeat(4)}`;
    const headers = { 'content-type': 'text/plain' };
    const report = (await (await ground.api.send('POST', '/api/imports/articles', words, headers)).json()) as {
      article: string;
    };
    const name = '“Sudmark supports the harbour bridge. It was a cold day in …”';
    expect((await ground.draft(report.article)).article).toEqual({ key: report.article, name });
    expect((await ground.api.json<DraftList>('/api/drafts')).drafts[0]?.article.name).toBe(name);
  });

  it('go with their article', async () => {
    await ground.importPage(page(plain));
    await ground.api.send('DELETE', `/api/articles/${of(article)}`);
    expect((await ground.dump()).filter((line) => line.includes('Draft'))).toEqual([]);
    expect((await ground.api.get(`/api/articles/${of(article)}/draft`)).status).toBe(404);
  });

  it('leave a claim without what is rejected', async () => {
    await ground.importPage(page(relayed));
    const view = await ground.draft();
    const claim = claimOf(view, 'country:norland');
    const rejected = listOf(view, 'article').map(({ proposal }) => ({ id: proposal.id, state: 'rejected' as const }));
    const report = await ground.decideOn({ decisions: [...rejected, accept(claim.proposal.id)] });
    expect(report.leftOut).toContainEqual({ id: claim.proposal.id, because: expect.stringMatching(/relays/) });
    expect(await ground.derived()).toEqual([
      'OPPOSES country:norland plan:bridge',
      expect.stringMatching(/^REPORTS outlet:harbour-times claim:/),
    ]);
  });
});
