// The tables that the evaluation prints.
import type { Row as BundledRow } from './bundled.ts';
import type { Score } from './score.ts';

const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);

/** Precision, recall and F1 of each metric in percent, a column a system; a system that gives none of a kind has a stroke. */
export function scoresTable(systems: ReadonlyMap<string, Record<string, Score>>): string[] {
  const metrics = Object.keys([...systems.values()][0] ?? {});
  const cell = (score: Score | undefined): string =>
    score === undefined || score.pred === 0 ? '–' : [score.p, score.r, score.f1].map(percent).join(' ');
  return table(
    ['metric (P / R / F1)', ...systems.keys()],
    metrics.map((metric) => [metric.padEnd(13), ...[...systems.values()].map((scores) => cell(scores[metric]))]),
  );
}

/** The rows of the bundled reports. */
export function bundledTable(rows: readonly BundledRow[]): string[] {
  return table(
    ['measure', 'known', 'expected', 'proposed', 'precision', 'recall', 'F1'],
    rows.map(({ what, known, expected, proposed, precision, recall, f1 }) => [
      ...[what, known, String(expected), String(proposed)],
      ...[precision, recall, f1].map((share) => share.toFixed(2)),
    ]),
  );
}
