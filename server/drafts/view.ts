// Drafts as they are sent: one article's with all its proposals, and the list of all.
import { NotFound } from '../errors.ts';
import type { DraftHead, DraftView } from '../schema/drafts.ts';
import { compare, inBatches } from '../schema/lists.ts';
import { recordName } from '../schema/record-name.ts';
import type { Reader, Store } from '../store/port.ts';
import { noDraft } from './decide.ts';
import { keptDraft } from './keep.ts';
import { needsIn, type Reviewed, reviewOf, versionOfProposal } from './review.ts';
import { sameTitle } from './same-title.ts';

const inOrder = ({ proposal: a }: Reviewed, { proposal: b }: Reviewed): number =>
  a.span.start - b.span.start ||
  Number(b.kind === 'claim') - Number(a.kind === 'claim') ||
  a.span.end - b.span.end ||
  compare(a.id, b.id);

const longestName = 60;
/** What an article is called of which nothing is known but its text: its first words. */
function firstWords(text: string): string {
  const letters = [...text.trim().replace(/\s+/gu, ' ')];
  if (letters.length <= longestName) return `“${letters.join('')}”`;
  return `“${letters
    .slice(0, longestName)
    .join('')
    .replace(/\s+\S*$/u, '')} …”`;
}

/** Throws NotFound where the article has no draft. */
export async function readDraft(reader: Reader, key: string): Promise<DraftView> {
  const kept = await keptDraft(reader, key);
  const [row] = await reader.read('read/article/one', { key });
  if (kept === undefined || row === undefined) throw noDraft(key);
  const { extractor, textHash, entities } = kept.draft;
  const reviewed = reviewOf(kept);
  const needs = needsIn(kept, reviewed);
  const { lang } = row.properties;
  const text = typeof row.properties.text === 'string' ? row.properties.text : '';
  const name = recordName({ ...row, outlet: row.outletName }, 'Article');
  return {
    article: { key, name: name === key ? firstWords(text) : name },
    extractor,
    on: kept.on,
    text,
    textHash,
    entities,
    proposals: reviewed.sort(inOrder).map((one) => ({
      ...one,
      version: versionOfProposal(one),
      needs: needs([one.proposal.id]),
    })),
    sameTitle: await sameTitle(reader, key, row.properties.title),
    lang: typeof lang === 'string' ? lang : 'en',
  };
}

/** Every draft, those with open claims first. Throws NotFound where the database is not Hearsay's. */
export async function listDrafts(store: Pick<Store, 'read' | 'capabilities'>): Promise<DraftHead[]> {
  if (store.capabilities.model !== 'hearsay')
    throw new NotFound('This is not a Hearsay database.', {
      detail: 'Articles are read for their claims in one only.',
    });
  const rows = await store.read('read/drafts/heads', {});
  const articles = await inBatches(
    rows.map(({ article }) => article),
    (keys) => store.read('read/article/refs', { keys }),
  );
  const names = new Map(
    articles.map((row) => [row.key, recordName({ ...row, outlet: row.outletName }, 'Article')] as const),
  );
  const nameless = [...names].flatMap(([key, name]) => (key === name ? [key] : []));
  for (const { key, text } of await inBatches(nameless, (keys) => store.read('read/reprints/texts', { keys })))
    names.set(key, firstWords(text));
  const heads = rows.map(({ key: _, article, ...head }): DraftHead => {
    return { article: { key: article, name: names.get(article) ?? article }, ...head };
  });
  return heads.sort(
    (a, b) =>
      Number(b.open > 0) - Number(a.open > 0) ||
      compare(a.article.name, b.article.name) ||
      compare(a.article.key, b.article.key),
  );
}
