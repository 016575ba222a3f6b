// Reads the text of a held article for its claims, anew where it was read before.
import { Conflict, InvalidRequest, NotFound } from '../errors.ts';
import type { ClaimsDocument } from '../schema/article.ts';
import { HeldArticle } from '../schema/article.ts';
import type { Reader, Store } from '../store/port.ts';
import { textOf } from './decide.ts';
import { keepDraft, keptDraft } from './keep.ts';
import { readKnown } from './known.ts';
import { newDraft, remade } from './remake.ts';
import { aboutOf, type Extract } from './take.ts';

/** What of an article its draft is made with. */
async function articleOf(reader: Reader, key: string): Promise<ClaimsDocument['article']> {
  const [row] = await reader.read('read/article/one', { key });
  const { held, textHash } = row?.properties ?? {};
  if (row === undefined || held !== true)
    throw new NotFound(`No article "${key.slice(0, 200)}" is held.`, {
      detail: 'One that is known only because others relay it has no text to read.',
    });
  const { title, url, archivedUrl, author, publishedFrom, publishedTo, dateBasis, dateNote } = row.properties;
  const about = { title, url, archivedUrl, author, publishedFrom, publishedTo, dateBasis, dateNote };
  const given = Object.entries(about).filter(([, value]) => value !== null && value !== undefined);
  const outlet = row.outlet === null ? {} : { outlet: row.outlet };
  return HeldArticle.parse({ key, textHash, ...outlet, ...Object.fromEntries(given) });
}

/**
 * Keeps a new draft of the article, with every decision made before. Throws NotFound where the article is not held or has no
 * text, InvalidRequest where its text is more than is read, Conflict where another text took its place meanwhile.
 */
export async function makeDraft(
  store: Pick<Store, 'read' | 'transaction'>,
  key: string,
  extract: Extract,
): Promise<void> {
  const article = await articleOf(store, key);
  const text = await textOf(store, key);
  const draft = await extract(text, aboutOf(key, article), () => readKnown(store));
  if (typeof draft === 'string') throw new InvalidRequest(draft, { detail: 'Split it, and import the parts.' });
  await store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    // It may have been taken out, and another text put in its place, while it was read.
    const now = await articleOf(tx, key);
    if (now.textHash !== draft.textHash)
      throw new Conflict(`The text of ${key} was replaced while it was read.`, {
        detail: 'Nothing was kept of what was read: read it again.',
      });
    const before = await keptDraft(tx, key);
    await keepDraft(tx, before === undefined ? newDraft(draft) : remade(before, draft));
  });
}
