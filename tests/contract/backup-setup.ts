// What the tests of backups share: a database with something of everything in it, and the lines of a backup.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { loadBundled } from '../../server/bundled.ts';
import { changeArticle, editableDocument } from '../../server/changes/article.ts';
import { takeBack } from '../../server/changes/take-back.ts';
import { putCase } from '../../server/curation/cases.ts';
import { setGrade } from '../../server/curation/grades.ts';
import { addHypothesis } from '../../server/curation/hypotheses.ts';
import { writeNote } from '../../server/curation/notes.ts';
import { mergeEntities } from '../../server/identity/merge.ts';
import { parseDocument } from '../../server/ingest/document.ts';
import { importDocument } from '../../server/ingest/import.ts';
import { Gate } from '../../server/query/gate.ts';
import { defaultQuerySettings } from '../../server/query/limits.ts';
import { QueryRunner } from '../../server/query/run.ts';
import { addStory } from '../../server/saved/stories.ts';
import { addView } from '../../server/saved/views.ts';
import type { DraftView } from '../../server/schema/drafts.ts';
import { SavedState } from '../../server/schema/saved.ts';
import type { Store } from '../../server/store/port.ts';
import { makeWatch } from '../../server/watches/make.ts';
import { report } from '../builders.ts';
import { serve } from './api.ts';
import { article, entities, page, plain, quoted, relayed } from './drafts-setup.ts';
import type { DumpStore } from './dump.ts';

const by = 'Ada';

/** The bundled reports, a reviewed draft with its text, a change and what took it back, a merge, and what people keep. */
export async function fill(ground: DumpStore): Promise<void> {
  const store = ground as unknown as Store;
  await loadBundled(store, false);
  await importDocument(store, parseDocument(entities, 'entities.json'));
  const api = await serve(store);
  try {
    const body = page(relayed, plain, quoted);
    await api.send('POST', '/api/imports/articles', body, { 'content-type': 'text/html' });
    const path = `/api/articles/${encodeURIComponent(article)}/draft`;
    const { proposals } = await api.json<DraftView>(path);
    const claims = proposals.filter(({ proposal }) => proposal.kind === 'claim');
    const decisions = claims.map(({ proposal: { id } }, at) => ({ id, state: at === 0 ? 'accepted' : 'rejected' }));
    const decided = await api.send('POST', `${path}/decisions`, { by, decisions });
    if (!decided.ok) throw new Error(await decided.text());
  } finally {
    await api.close();
  }
  const { document } = await editableDocument(store, article);
  const [first] = document.assertions;
  if (first === undefined) throw new Error('Nothing was accepted.');
  const value = JSON.parse(JSON.stringify({ ...first, hedge: 'reportedly' })) as never;
  const { change } = await changeArticle(store, article, { parts: [{ part: 'assertions', id: first.id, value }], by });
  await takeBack(store, change ?? '', { by, why: 'A slip.' });
  const says = [{ holder: 'country:nordland', stance: 'opposes' as const, target: 'plan:bridge' }];
  await importDocument(store, parseDocument(report({ slug: 'north', says }), 'north.json'));
  await mergeEntities(store, { from: 'country:nordland', into: 'country:norland', by, why: 'The same.' });
  await putCase(store, 'case:bridge', { name: 'The bridge', articles: [article] });
  await setGrade(store, { subject: 'outlet:coast-radio', reliability: 'C', by, why: 'Heard before.' });
  const sources = (await store.read('read/curation/names', { prefix: 'source:', limit: 200 })).map(({ key }) => key);
  const [one = '', other = ''] = sources.sort();
  await addHypothesis(store, { source: one, sameAs: other, by, confidence: 0.25, why: 'So it seems.' });
  await writeNote(store, { subject: 'country:norland', text: 'Ask them\n“again”. Ā 👩‍👩‍👧 \u2028', by });
  const view = SavedState.parse({ query: '?mode=table', added: [article], pins: [{ key: article, x: 3, y: -4 }] });
  await addView(store, { name: 'Mine', by, view });
  const queries = new QueryRunner(store, new Gate({ dialect: store.capabilities.engine }), defaultQuerySettings);
  const watches = { kind: 'question' as const, holder: 'country:norland', plan: 'plan:bridge' };
  await makeWatch(store, queries, { by, watches }, new AbortController().signal);
  await addStory(store, {
    title: 'How it went',
    by,
    steps: [
      { caption: 'First', view },
      { caption: '', view },
    ],
  });
}

/** The lines of a backup. */
export const linesOf = (file: string): string[] =>
  gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');

/** Packs lines into a file, whatever they say. */
export function writeLines(file: string, lines: readonly string[]): string {
  writeFileSync(file, gzipSync(`${lines.join('\n')}\n`));
  return file;
}
