// What somebody says and denies, one line a claim and way of putting it: the newest report, and how many there are.
import type { AssertionView } from '../../server/schema/view.ts';
import { stanceOfType } from './words.ts';

export interface Saying {
  mode: AssertionView['mode'];
  /** The newest assertion; its article is where the line leads. */
  newest: AssertionView;
  articles: number;
}

/** The key of the edge that the assertion supports, where it puts forward a position held now. */
export function stanceEdgeOf({ claim, mode, modality }: AssertionView): string | undefined {
  const type = Object.entries(stanceOfType).find(([, stance]) => stance === claim.stance)?.[0];
  if (type === undefined || claim.kind !== 'stance' || claim.target === null) return undefined;
  return mode === 'asserts' && modality === 'now' ? `${type}~${claim.holder.key}~${claim.target.key}` : undefined;
}

const day = ({ article }: AssertionView): string => article.publishedTo ?? article.publishedFrom ?? '';

/** Denials first, then questions, then what is put forward; within each the newest first. What does not count is left out. */
export function sayingsOf(assertions: readonly AssertionView[]): Saying[] {
  const groups = new Map<string, AssertionView[]>();
  for (const one of assertions) {
    if (!one.counts) continue;
    const key = `${one.mode} ${one.modality} ${one.claim.key}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const modes: readonly AssertionView['mode'][] = ['denies', 'questions', 'asserts'];
  return [...groups.values()]
    .map((list): Saying => {
      const [newest] = [...list].sort(
        (a, b) => Number(b.article.held) - Number(a.article.held) || (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0),
      ) as [AssertionView];
      return { mode: newest.mode, newest, articles: new Set(list.map((one) => one.article.key)).size };
    })
    .sort(
      (a, b) =>
        modes.indexOf(a.mode) - modes.indexOf(b.mode) ||
        (day(a.newest) < day(b.newest) ? 1 : day(a.newest) > day(b.newest) ? -1 : 0) ||
        (a.newest.claim.key < b.newest.claim.key ? -1 : 1),
    );
}
