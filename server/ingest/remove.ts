// Takes a held article out again, with all that only its document stated.
import { NotFound } from '../errors.ts';
import type { Store, Transaction } from '../store/port.ts';
import { deriveTouched, edgesOfArticles } from './derive.ts';
import { relationsOf } from './owned.ts';
import { takeOut } from './take-out.ts';

/** Articles whose evidence changes when this one's document goes: itself, those it relays, its revisions. */
export async function articlesAround(tx: Transaction, key: string): Promise<string[]> {
  const mentioned = await relationsOf(tx, 'outgoing', [key], ['MENTIONS', 'REVISION_OF']);
  const revised = await relationsOf(tx, 'incoming', [key], ['REVISION_OF']);
  const keys = [...mentioned.map(({ target }) => target), ...revised.map(({ source }) => source)];
  return [...new Set([key, ...keys.filter((other) => other.startsWith('article:'))])];
}

/**
 * Removes the document of a held article in one transaction and brings the derived edges in step; `removed` counts
 * nodes. Others that relay the article keep it as a stub. Throws NotFound where no such article is held.
 */
export async function removeArticle(store: Pick<Store, 'transaction'>, key: string): Promise<{ removed: number }> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    const [article] = await tx.read('write/find/articles', { keys: [key] });
    if (article?.held !== true) {
      throw new NotFound(`No article "${key}" is held.`, {
        detail:
          article === undefined
            ? 'There is none under this key; /api/search finds articles by their words.'
            : 'It is known only because other articles relay it, and goes with the last of them.',
      });
    }
    const around = await articlesAround(tx, key);
    const before = await edgesOfArticles(tx, around);
    const removed = await takeOut(tx, key, false);
    // An earlier text that this one revised counts again, for edges that were not there before.
    await deriveTouched(tx, [...before, ...(await edgesOfArticles(tx, around))]);
    return { removed };
  });
}
