// Why a position has lost its support, or a part of it: the articles that were retracted, and those that were corrected.
import type { Evidence } from '../../../schema/view.ts';
import { nameOf } from './sources.ts';
import { listWords } from './words.ts';

/** "Kyiv Post (24 Oct 2024) was retracted; Suspilne (…) was corrected by Suspilne (…)"; nothing where nothing was. */
export function withdrawnBecause(evidence: Evidence): string {
  const { retracted = [], corrected = [] } = evidence.origins ?? {};
  const name = (key: string): string => nameOf(key, evidence);
  return [
    ...retracted.map((key) => `${name(key)} was retracted`),
    ...corrected.map(({ article, by }) => `${name(article)} was corrected by ${listWords(by.map(name))}`),
  ].join('; ');
}
