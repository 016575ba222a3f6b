// What somebody says and denies, one line a claim: the newest report of it, and how many there are.
import type { AssertionView } from '../../server/schema/view.ts';

export interface Saying {
  mode: AssertionView['mode'];
  /** The newest assertion; its article is where the line leads. */
  newest: AssertionView;
  articles: number;
}

const day = ({ article }: AssertionView): string => article.publishedTo ?? article.publishedFrom ?? '';

/** Denials first, then questions, then what is put forward; within each the newest first. What does not count is left out. */
export function sayingsOf(assertions: readonly AssertionView[]): Saying[] {
  const groups = new Map<string, AssertionView[]>();
  for (const one of assertions) {
    if (!one.counts) continue;
    const key = `${one.mode} ${one.claim.key}`;
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
