// The best labels and the sum over all of them, against trying every labelling of short windows.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradientOf } from '../../../../scripts/train/backward.ts';
import { bestLabels, type Scores } from '../../../../server/extract/attributions/chain.ts';
import { boundaryColumns, labelColumns, labels } from '../../../../server/extract/attributions/states.ts';
import { forward } from '../../../../server/extract/attributions/sum-chain.ts';

/** Whether the labels may be: the cue in one piece that holds the heart, at most one piece of source, some content. */
function allowed(found: readonly number[], heart: number): boolean {
  const pieces = (label: number) => found.filter((one, at) => one === label && found[at - 1] !== label).length;
  return (
    found[heart] === labels.cue && pieces(labels.cue) === 1 && pieces(labels.source) <= 1 && pieces(labels.content) >= 1
  );
}

function scoreOf(found: readonly number[], { label, boundary }: Scores): number {
  let [score, pieces] = [0, 0];
  [...found, labels.other].forEach((one, at) => {
    const last = found[at - 1] ?? labels.other;
    if (one !== labels.other) score += label[at * labelColumns + one - 1] as number;
    if (one === last) return;
    if (last !== labels.other) score += boundary[at * boundaryColumns + 3 + last] as number;
    if (one === labels.content) pieces++;
    const begin = one === labels.source ? 0 : one === labels.cue ? 3 : Math.min(2, pieces);
    if (one !== labels.other) score += boundary[at * boundaryColumns + begin] as number;
  });
  return score;
}

function* allLabels(count: number): Iterable<number[]> {
  for (let number = 0; number < 4 ** count; number++)
    yield Array.from({ length: count }, (_, at) => (number >> (2 * at)) & 3);
}

const windows = fc
  .record({
    count: fc.integer({ min: 2, max: 5 }),
    heart: fc.nat({ max: 4 }),
    numbers: fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 60, maxLength: 60 }),
  })
  .map(({ count, heart, numbers }): Scores => {
    const value = (at: number) => (numbers[at % numbers.length] as number) / 10;
    return {
      count,
      heart: heart % count,
      label: Float64Array.from({ length: count * labelColumns }, (_, at) => value(at)),
      boundary: Float64Array.from({ length: (count + 1) * boundaryColumns }, (_, at) => value(at + 15)),
    };
  });

describe('chain', () => {
  it('finds the best of all allowed labellings, and their sum', () => {
    fc.assert(
      fc.property(windows, (scores) => {
        const all = [...allLabels(scores.count)]
          .filter((found) => allowed(found, scores.heart))
          .map((found) => scoreOf(found, scores));
        const best = bestLabels(scores);
        expect(best.score).toBeCloseTo(Math.max(...all), 6);
        expect(scoreOf([...best.labels], scores)).toBeCloseTo(best.score, 6);
        expect(forward(scores).logSum).toBeCloseTo(Math.log(all.reduce((sum, score) => sum + Math.exp(score), 0)), 6);
      }),
      { numRuns: 60 },
    );
  });

  it('has the gradient that differences show', () => {
    fc.assert(
      fc.property(windows, fc.nat(), (scores, at) => {
        const gold = Uint8Array.from(
          [...allLabels(scores.count)].find((found) => allowed(found, scores.heart)) as number[],
        );
        const { boundary } = gradientOf(scores, gold);
        const place = at % boundary.length;
        const moved = (by: number) =>
          gradientOf(
            { ...scores, boundary: scores.boundary.map((value, n) => (n === place ? value + by : value)) },
            gold,
          ).loss;
        expect(boundary[place]).toBeCloseTo((moved(1e-4) - moved(-1e-4)) / 2e-4, 4);
      }),
      { numRuns: 60 },
    );
  });
});
