// Which articles are retracted: by one that counts, and so is neither replaced nor retracted itself.
import type { EvidenceArticle } from '../schema/evidence.ts';
import { componentsOf } from './components.ts';

/**
 * The keys of the retracted articles. What retracts a retraction brings the first article back. Articles that retract
 * each other in a circle are all retracted: none of them can be believed.
 */
export function retractedArticles(articles: ReadonlyMap<string, EvidenceArticle>): ReadonlySet<string> {
  const named = [...articles.values()].filter((row) => row.retractedBy.length > 0);
  if (named.length === 0) return new Set();
  const numbers = new Map(named.map((row, at) => [row.article, at]));
  const arcs = named.map((row) => row.retractedBy.flatMap((key) => numbers.get(key) ?? []));
  const { of } = componentsOf(arcs);
  // An arc leads to a lower component, so whoever retracts is decided before what it retracts.
  const inOrder = named.map((row, at) => ({ row, at, group: of[at] ?? 0 })).sort((a, b) => a.group - b.group);
  const retracted = new Set<string>();
  for (const { row, at, group } of inOrder) {
    const inCircle = arcs[at]?.some((to) => of[to] === group) === true;
    const counts = (key: string): boolean => !retracted.has(key) && !((articles.get(key)?.revisedBy.length ?? 0) > 0);
    if (inCircle || row.retractedBy.some(counts)) retracted.add(row.article);
  }
  return retracted;
}
