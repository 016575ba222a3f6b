// The export holds notes, saved views and stories: they come back as they were, and take the place of nothing.
import { expect, it } from 'vitest';
import { putCase } from '../../server/curation/cases.ts';
import { editNote, writeNote } from '../../server/curation/notes.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import { addStory, listStories, readStory } from '../../server/saved/stories.ts';
import { addView, listViews, readView } from '../../server/saved/views.ts';
import { SavedState } from '../../server/schema/saved.ts';
import { report } from '../builders.ts';
import { describeEngines } from './engines.ts';
import { ExchangeGround } from './exchange-setup.ts';
import { one, opposes, two } from './ingest-setup.ts';

/** A busy machine writes slowly into Neo4j. */
const timeout = 120_000;

const view = SavedState.parse({ query: '?mode=table', added: ['country:a'], pins: [{ key: 'plan:x', x: 3, y: -4 }] });
const other = SavedState.parse({ query: '?mode=timeline' });

describeEngines('an export with notes, views and stories', (engine) => {
  const ground = new ExchangeGround(engine);
  const note = async (subject: string, text: string) =>
    (await writeNote(ground.plain, { subject, text, by: 'Ada' })).note;

  it('brings them back with their moments and versions, also of what is gone', { timeout }, async () => {
    await ground.add(one());
    await ground.add(report({ slug: 'gone', says: [opposes] }));
    const edited = await note('OPPOSES~country:a~plan:x', 'Ask again.');
    await editNote(ground.plain, edited.key, { text: 'Asked.\nNo answer.', by: 'Ben', version: 1 });
    await note('article:gone', 'Where did this come from?');
    await removeArticle(ground.store, 'article:gone');
    await addView(ground.plain, { name: 'The talks', by: 'Ada', view });
    const steps = [
      { caption: '', view },
      { caption: 'Then this.', view: other },
    ];
    await addStory(ground.plain, { title: 'How it went', by: 'Ada', steps });
    const before = await ground.dump();
    expect(before.filter((line) => /^(Note|Record:Step|Record:Story|Record:View|Note:Record)/.test(line))).toHaveLength(
      6,
    );
    const json = await ground.exported();
    const again = await ground.take(json);
    expect(again.decisions).toEqual({ taken: 0, unchanged: 4, kept: [], leftOut: [] });
    expect(await ground.dump()).toEqual(before);
    await ground.clear();
    const tried = await ground.take(json, { dryRun: true });
    expect(await ground.dump()).toEqual([]);
    const first = await ground.take(json);
    expect(first.decisions).toEqual({ taken: 4, unchanged: 0, kept: [], leftOut: [] });
    expect(tried).toEqual({ ...first, dryRun: true });
    expect(await ground.dump()).toEqual(before);
  });

  it('leaves another under the same key or name as it is, and says so', { timeout }, async () => {
    await ground.add(one());
    const { key } = await note('country:a', 'Theirs.');
    await addView(ground.plain, { name: 'The talks', by: 'Ada', view });
    await addView(ground.plain, { name: 'Alone', by: 'Ada', view });
    await addStory(ground.plain, { title: 'How it went', by: 'Ada', steps: [] });
    const json = await ground.exported();
    await ground.clear();
    await ground.add(one());
    const own = await ground.take({ ...json, decisions: { ...json.decisions, views: [], stories: [] } });
    expect(own.decisions.taken).toBe(1);
    await editNote(ground.plain, key, { text: 'Ours.', by: 'Ben', version: 1 });
    // A name that a reader would not tell apart, under a key of its own.
    await addView(ground.plain, { name: 'Other', by: 'Ben', view: other });
    const renamed = json.decisions.views.map((one_) => (one_.name === 'Alone' ? { ...one_, name: 'OTHER' } : one_));
    await addView(ground.plain, { name: 'The talks', by: 'Ben', view: other });
    await addStory(ground.plain, { title: 'How it went', by: 'Ben', steps: [] });
    const before = await ground.dump();
    const { decisions } = await ground.take({ ...json, decisions: { ...json.decisions, views: renamed } });
    expect(decisions).toMatchObject({ taken: 0, unchanged: 0, leftOut: [] });
    const otherwise = 'is otherwise here, and stays so';
    expect(decisions.kept).toEqual([
      { pointer: '/decisions/notes/0', what: key, reason: otherwise },
      { pointer: '/decisions/views/0', what: 'view:alone', reason: 'has the name of "view:other" here, which stays' },
      { pointer: '/decisions/views/1', what: 'view:the-talks', reason: otherwise },
      { pointer: '/decisions/stories/0', what: 'story:how-it-went', reason: otherwise },
    ]);
    expect(await ground.dump()).toEqual(before);
    expect(await readView(ground.plain, 'view:the-talks')).toMatchObject({ by: 'Ben', view: other });
    expect(await readStory(ground.plain, 'story:how-it-went')).toMatchObject({ by: 'Ben' });
  });

  it('of a part has the notes on its records, and no views or stories', { timeout }, async () => {
    await ground.add(one());
    const { article } = one();
    const edge = 'OPPOSES~country:a~plan:x';
    // Of the first alone: the other comes after.
    const keys = (await ground.store.read('test/dump-nodes', {})).map(({ key }) => key);
    const [claim = '', assertion = ''] = ['claim:', 'assertion:'].map((prefix) =>
      keys.find((key) => key.startsWith(prefix)),
    );
    await ground.add(two());
    await putCase(ground.plain, 'case:in', { name: 'In', articles: [article.key] });
    await putCase(ground.plain, 'case:out', { name: 'Out', articles: [article.key, two().article.key] });
    const inside = [article.key, edge, assertion, claim, 'case:in', `CONTAINS~${article.key}~${assertion}`];
    for (const subject of inside) await note(subject, `On ${subject}.`);
    for (const subject of [two().article.key, 'case:out']) await note(subject, `On ${subject}.`);
    await addView(ground.plain, { name: 'The talks', by: 'Ada', view });
    await addStory(ground.plain, { title: 'How it went', by: 'Ada', steps: [] });
    const json = await ground.exported([article.key]);
    expect(json.decisions.notes.map(({ subjectKey }) => subjectKey).sort()).toEqual([...inside].sort());
    expect([json.decisions.views, json.decisions.stories]).toEqual([[], []]);
    await ground.clear();
    expect((await ground.take(json)).decisions).toMatchObject({ taken: inside.length + 1, kept: [], leftOut: [] });
  });

  it('imports a file that was written before there were any of these', { timeout }, async () => {
    await ground.add(one());
    const { decisions, ...rest } = await ground.exported();
    const { notes: _, views: __, stories: ___, ...earlier } = decisions;
    await ground.clear();
    await ground.take({ ...rest, decisions: earlier });
    expect(await listViews(ground.plain)).toEqual([]);
    expect(await listStories(ground.plain)).toEqual([]);
    expect(await ground.node('article:one')).toBeDefined();
  });

  it('names the place of what cannot be kept', { timeout }, async () => {
    await ground.add(one());
    await note('country:a', 'Fine.');
    await addView(ground.plain, { name: 'The talks', by: 'Ada', view });
    const json = JSON.parse(JSON.stringify(await ground.exported()));
    json.decisions.notes[0].version = 0;
    json.decisions.views[0].savedOn = 'yesterday';
    await expect(async () => ground.take(json)).rejects.toMatchObject({
      details: {
        errors: [
          expect.objectContaining({ pointer: '/decisions/notes/0/version' }),
          expect.objectContaining({ pointer: '/decisions/views/0/savedOn' }),
        ],
      },
    });
  });
});
