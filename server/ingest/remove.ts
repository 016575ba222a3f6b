// Takes a held article out again, with all that only its document stated.
import { NotFound } from '../errors.ts';
import type { Store, Transaction } from '../store/port.ts';
import { deriveAround } from './derive.ts';
import { draftKey } from './keys.ts';
import { relationsOf } from './owned.ts';
import { takeOut } from './take-out.ts';
import { touchedBy } from './touched.ts';

/** What changes when the document of this article goes: itself, those it mentions, its revisions, outlets it describes. */
export async function bornBy(tx: Transaction, key: string): Promise<{ articles: string[]; outlets: string[] }> {
  const mentioned = await relationsOf(tx, 'outgoing', [key], ['MENTIONS', 'REVISION_OF']);
  const revised = await relationsOf(tx, 'incoming', [key], ['REVISION_OF']);
  const keys = [...mentioned.map(({ target }) => target), ...revised.map(({ source }) => source)];
  const owned = mentioned.filter(({ target, properties }) => target.startsWith('outlet:') && 'owner' in properties);
  return {
    articles: [...new Set([key, ...keys.filter((other) => other.startsWith('article:'))])],
    outlets: owned.map(({ target }) => target),
  };
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
    const around = await bornBy(tx, key);
    const before = await touchedBy(tx, around);
    const removed = await takeOut(tx, key);
    await tx.write('write/delete-records', { keys: [draftKey(key)] });
    // An earlier text that this one revised counts again, for edges that were not there before.
    await deriveAround(tx, [before], around);
    return { removed };
  });
}
