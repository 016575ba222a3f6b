// Watches of contradictions follow these when a merge or a split gives them another key, and go back.
import { groupBy } from '../schema/lists.ts';
import type { Transaction } from '../store/port.ts';
import { list, readWatches, type StoredWatch, setWatch } from '../watches/stored.ts';
import type { Move } from './undoing.ts';

/** Those that watch a contradiction, by its key. */
export async function watchedIn(tx: Transaction): Promise<Map<string, StoredWatch[]>> {
  const watches = (await readWatches(tx)).filter(({ contradiction }) => contradiction !== null);
  return groupBy(watches, ({ contradiction }) => contradiction ?? '');
}

/** Those that watch the contradiction `from` watch `to`, about the claims as `next` finds them now. */
export async function moveWatches(
  tx: Transaction,
  from: string,
  to: string,
  next: (claim: string) => string,
): Promise<Move[]> {
  const moves: Move[] = [];
  for (const { key, watchedClaims: claims } of (await watchedIn(tx)).get(from) ?? []) {
    await setWatch(tx, key, { contradiction: to, ...list('watchedClaims', claims.map(next)) });
    moves.push({ what: 'watch', key, from: { contradiction: from, claims }, to });
  }
  return moves;
}

/** Those that went along and still watch what they went with go back. */
export async function returnWatches(tx: Transaction, moves: readonly Move[]): Promise<void> {
  const watched = await watchedIn(tx);
  for (const move of moves) {
    if (move.what !== 'watch' || !watched.get(move.to)?.some(({ key }) => key === move.key)) continue;
    const { contradiction, claims } = move.from;
    await setWatch(tx, move.key, { contradiction, ...list('watchedClaims', claims) });
  }
}
