// An export with the texts holds drafts and the decisions on them; one without has none of their words.
import { expect, it } from 'vitest';
import { decideOnDraft } from '../../server/drafts/decide.ts';
import { ArticleTaker } from '../../server/drafts/in-process.ts';
import { readDraft } from '../../server/drafts/view.ts';
import { importMany } from '../../server/ingest/many.ts';
import { makeArticle } from '../../server/ingest/readers/article/make.ts';
import { articleToDocument } from '../../server/ingest/readers/article/to-document.ts';
import { claimOf, entities, plain, relayed } from './drafts-setup.ts';
import { describeEngines } from './engines.ts';
import { ExchangeGround } from './exchange-setup.ts';

describeEngines('an export with drafts', (engine) => {
  const ground = new ExchangeGround(engine);

  it('brings them back with their decisions', { timeout: 240_000 }, async () => {
    await ground.add(entities);
    const { article } = makeArticle('bridge.txt', { text: `${relayed}\n\n${plain}`, title: 'The bridge' });
    const documents = [{ file: 'bridge.txt', json: articleToDocument(article), unread: true as const }];
    const [taken] = await importMany(ground.store, documents, { unread: new ArticleTaker().take });
    const key = taken?.report.article ?? '';
    const { proposal } = claimOf(await readDraft(ground.store, key), 'country:norland');
    const decisions = [{ id: proposal.id, state: 'accepted' as const }];
    await decideOnDraft(ground.store, key, { decisions, add: [], by: 'Ada' });
    const view = await readDraft(ground.store, key);
    const json = await ground.exported(null, { texts: true });
    const bare = JSON.stringify(await ground.exported());
    expect(bare).not.toContain(plain);
    expect((await ground.take(json)).decisions).toMatchObject({ taken: 0, kept: [], leftOut: [] });
    await ground.clear();
    expect((await ground.take(json)).decisions).toMatchObject({ kept: [], leftOut: [] });
    expect(await readDraft(ground.store, key)).toEqual(view);
    const [sudmark] = [claimOf(view, 'country:sudmark').proposal.id];
    await decideOnDraft(ground.store, key, { decisions: [{ id: sudmark, state: 'accepted' }], add: [], by: 'Ben' });
    const edges = (await ground.edges()).map(({ type, source }) => `${type} ${source}`);
    expect(edges).toContain('SUPPORTS country:sudmark');
    expect(edges).toContain('OPPOSES country:norland');
  });
});
