// The same file again, another text of the article, a draft made anew, changes by hand in between: what was decided holds.
import { beforeEach, expect, it } from 'vitest';
import { draftOf } from '../../server/drafts/extract.ts';
import { makeDraft } from '../../server/drafts/make.ts';
import { listDrafts } from '../../server/drafts/view.ts';
import { Conflict, NotFound } from '../../server/errors.ts';
import { prepare } from '../../server/extract/draft.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import type { ChangeList, EditableDocument } from '../../server/schema/changes.ts';
import type { DecisionsBodyInput, DraftView } from '../../server/schema/drafts.ts';
import { of } from './curation.ts';
import { article, claimOf, DraftGround, entities, listOf, page, plain, quoted, relayed } from './drafts-setup.ts';
import { describeEngines } from './engines.ts';

const accept = (id: string) => ({ id, state: 'accepted' as const });
const reject = (id: string) => ({ id, state: 'rejected' as const });

describeEngines('drafts of what comes in again', (engine) => {
  const ground = new DraftGround(engine);
  beforeEach(async () => {
    await ground.add(entities);
  });

  it('keeps claims and decisions when the same file comes in again', async () => {
    await ground.importPage(page(relayed, plain));
    const view = await ground.draft();
    const [norland, sudmark] = [claimOf(view, 'country:norland'), claimOf(view, 'country:sudmark')];
    await ground.decideOn({ decisions: [accept(norland.proposal.id), reject(sudmark.proposal.id)] });
    const before = await ground.dump();
    const again = await ground.importPage(page(relayed, plain));
    expect(again).toMatchObject({ outcome: 'unchanged', draft: { open: 0, accepted: 1, rejected: 1 } });
    expect(again.draft?.remembered).toBe(2 + norland.needs.length);
    expect(await ground.dump()).toEqual(before);
  });

  it('says that an article has the title of a held one, until it is known what it is to it', async () => {
    await ground.importPage(page(plain));
    const other = page(relayed).replace('harbour.example/bridge', 'quay.example/bridge').replace('Times', 'Herald');
    const tried = await ground.importPage(other, 'dryRun=true');
    const taken = await ground.importPage(other);
    for (const { notes } of [tried, taken]) expect(notes.join()).toContain(`has the same title as ${article} (`);
    expect((await ground.draft(taken.article)).sameTitle.map(({ key }) => key)).toEqual([article]);
    expect((await ground.draft()).sameTitle.map(({ key }) => key)).toEqual([taken.article]);
    const link = { type: 'REPUBLISHES', article: taken.article, other: article, by: 'Ada' };
    await ground.decide('POST', '/api/article-links', link);
    expect((await ground.draft(taken.article)).sameTitle).toEqual([]);
    // Another text of the same address is a revision, of which there is nothing to ask.
    const revised = await ground.importPage(page(plain, quoted));
    expect(revised.notes.join()).not.toContain('same title');
  });

  it('fills in what a file of the same text newly tells, and takes nothing away', async () => {
    const known = page(plain)
      .replace('Harbour Times', '')
      .replace(/<meta property="article:.*/, '');
    await ground.importPage(known);
    await ground.decideOn({ decisions: [accept(claimOf(await ground.draft(), 'country:sudmark').proposal.id)] });
    const filled = await ground.importPage(page(plain));
    expect(filled).toMatchObject({ outcome: 'replaced', draft: { accepted: 1 } });
    expect(await ground.node(article)).toMatchObject({ publishedTo: '2026-03-05', dateBasis: 'stated' });
    expect(await ground.derived()).toEqual([
      expect.stringMatching(/^REPORTS outlet:harbour-times claim:/),
      'SUPPORTS country:sudmark plan:bridge',
    ]);
    expect(await ground.importPage(known)).toMatchObject({ outcome: 'unchanged' });
    expect(await ground.node(article)).toMatchObject({ publishedTo: '2026-03-05' });
  });

  it('remembers decisions on another text of the article by the words they are on', async () => {
    await ground.importPage(page(relayed, plain));
    const view = await ground.draft();
    const [norland, sudmark] = [claimOf(view, 'country:norland'), claimOf(view, 'country:sudmark')];
    await ground.decideOn({ decisions: [accept(norland.proposal.id), reject(sudmark.proposal.id)] });
    const revised = await ground.importPage(
      page('A storm delayed the ferry.', relayed, plain, 'Quayside opposes the harbour bridge.'),
    );
    expect(revised).toMatchObject({ outcome: 'revised', draft: { accepted: 1, rejected: 1 } });
    expect(revised.article).not.toBe(article);
    const next = await ground.draft(revised.article);
    const again = claimOf(next, 'country:norland');
    expect(again).toMatchObject({ state: 'accepted', by: 'Ada' });
    expect(again.proposal.span.start).toBeGreaterThan(norland.proposal.span.start);
    expect(claimOf(next, 'country:sudmark').state).toBe('rejected');
    expect(await ground.origins('OPPOSES country:norland plan:bridge')).toBe('1–1');
    expect((await ground.derived()).filter((edge) => edge.startsWith('SUPPORTS'))).toEqual([]);
  });

  it('keeps decisions when the draft is made anew against what the database knows by then', async () => {
    await ground.importPage(page(relayed, quoted));
    const view = await ground.draft();
    const norland = claimOf(view, 'country:norland');
    const brook = listOf(view, 'claim').find(({ proposal }) => proposal.claim.kind === 'statement');
    await ground.decideOn({ decisions: [accept(norland.proposal.id), reject(brook?.proposal.id ?? '')] });
    const person = { type: 'Person', key: 'person:a-brook', name: 'Ada Brook' };
    await ground.add({ ...entities, entities: [...entities.entities, person] });
    const before = await ground.evidence();
    const made = await ground.api.send('POST', `/api/articles/${of(article)}/draft`, { extractor: 'rules' });
    expect(made.status).toBe(200);
    const next = (await made.json()) as DraftView;
    expect(next.entities.map(({ key }) => key)).toContain('person:a-brook');
    expect(claimOf(next, 'country:norland').state).toBe('accepted');
    expect(await ground.evidence()).toEqual(before);
    await ground.decideOn({ decisions: [{ id: norland.proposal.id, state: 'open' }] });
    expect(await ground.derived()).toEqual([]);
  });

  it('is not kept where the article was taken out, or has another text, while it was read', async () => {
    await ground.importPage(page(plain));
    const read = (meanwhile: () => Promise<unknown>) =>
      makeDraft(ground.store, article, async (text, about, known) => {
        await meanwhile();
        return draftOf(text, about, prepare(await known()));
      });
    await expect(read(() => removeArticle(ground.store, article))).rejects.toThrow(NotFound);
    expect(await listDrafts(ground.store)).toEqual([]);
    await ground.importPage(page(plain));
    const other = async (): Promise<void> => {
      await removeArticle(ground.store, article);
      await ground.importPage(page(relayed));
    };
    await expect(read(other)).rejects.toThrow(Conflict);
    expect((await ground.draft()).text).toContain('Coast Radio reported');
    expect(listOf(await ground.draft(), 'claim')).toHaveLength(1);
  });

  it('takes no sources that are groups of each other without end', async () => {
    await ground.importPage(page(plain));
    const [claim] = (await ground.draft()).proposals;
    const chain = (length: number, from: string) =>
      Array.from({ length }, (_, at) => ({
        ...{ kind: 'source' as const, id: `p${String(at).padStart(20, from)}`, span: claim?.proposal.span },
        ...{ score: 1, reason: 'By hand.', source: `group-${from}-${at}`, sourceKind: 'anonymous' as const },
        ...{ descriptor: `group ${at}`, minCount: 1 },
        ...(at === 0 ? {} : { memberOf: `p${String(at - 1).padStart(20, from)}` }),
      }));
    const add = (length: number, from: string) =>
      ground.decideOn({ add: chain(length, from) as DecisionsBodyInput['add'] });
    await expect(add(2000, 'a')).rejects.toThrow('at most 10');
    expect((await add(5, 'b')).added).toHaveLength(5);
  });

  it('leaves what people changed by hand in between as it is', async () => {
    await ground.importPage(page(relayed, plain));
    const view = await ground.draft();
    const [norland, sudmark] = [claimOf(view, 'country:norland'), claimOf(view, 'country:sudmark')];
    await ground.decideOn({ decisions: [accept(norland.proposal.id)] });
    const path = `/api/articles/${of(article)}`;
    const { document } = await ground.api.json<EditableDocument>(`${path}/document`);
    const own = document.assertions.find(({ reconstructed }) => !reconstructed);
    const value = { ...own, hedge: 'it seems', condition: 'if the tide allows it' };
    const parts = [{ part: 'assertions', id: own?.id, value }];
    await ground.decide('POST', `${path}/changes`, { parts, by: 'Ben' });
    await ground.decideOn({ decisions: [accept(sudmark.proposal.id)] });
    const now = await ground.api.json<EditableDocument>(`${path}/document`);
    expect(now.document.assertions.find(({ id }) => id === own?.id)).toMatchObject({
      hedge: 'it seems',
      condition: 'if the tide allows it',
    });
    expect(now.document.claims).toHaveLength(2);
    expect((await ground.importPage(page(relayed, plain))).outcome).toBe('unchanged');
    expect((await ground.api.json<EditableDocument>(`${path}/document`)).document).toEqual(now.document);
  });

  it('is in the history, from which a decision is taken back, and stands again', async () => {
    await ground.importPage(page(relayed, plain));
    const norland = claimOf(await ground.draft(), 'country:norland');
    const before = await ground.evidence();
    const { change } = await ground.decideOn({ decisions: [accept(norland.proposal.id)], why: 'As it says.' });
    const { changes } = await ground.api.json<ChangeList>(`/api/changes?subject=${of(article)}`);
    expect(changes).toMatchObject([{ key: change, kind: 'review', by: 'Ada', why: 'As it says.' }]);
    expect(changes[0]?.what).toMatch(/^Accepted \d+ of what/);
    const decided = await ground.evidence();
    const undo = (key: string | null) => ground.decide('POST', `/api/changes/${of(key ?? '')}/undo`, { by: 'Ben' });
    const back = (await undo(change)) as unknown as { change: string };
    const isChange = (line: string) => line.startsWith('Change:');
    expect((await ground.evidence()).filter((line) => !isChange(line))).toEqual(before);
    expect(claimOf(await ground.draft(), 'country:norland').state).toBe('open');
    await undo(back.change);
    expect((await ground.evidence()).filter((line) => !isChange(line))).toEqual(
      decided.filter((line) => !isChange(line)),
    );
    expect(claimOf(await ground.draft(), 'country:norland').state).toBe('accepted');
  });
});
