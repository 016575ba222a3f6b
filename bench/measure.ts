// Repeated measurements and the table they are printed in.

/** Milliseconds of one run of `work`. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The value below which that share of them lies. */
export const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export interface Spread {
  median: number;
  p95: number;
}

/** Alternates the two, so that whatever else the machine does falls on both; the first tenth warms up and is not counted. */
export async function compare(
  runs: number,
  ours: () => Promise<unknown>,
  bare: () => Promise<unknown>,
): Promise<{ ours: Spread; bare: Spread }> {
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  const warmUp = Math.ceil(runs / 10);
  for (let run = 0; run < runs + warmUp; run++) {
    const a = await time(ours);
    const b = await time(bare);
    if (run < warmUp) continue;
    times.ours.push(a);
    times.bare.push(b);
  }
  const spread = (list: number[]): Spread => {
    const sorted = list.sort((x, y) => x - y);
    return { median: at(sorted, 0.5), p95: at(sorted, 0.95) };
  };
  return { ours: spread(times.ours), bare: spread(times.bare) };
}

const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

/** One line of the Markdown table: what, engine, ours, bare, ratio. */
export function row(what: string, engine: string, { ours, bare }: { ours: Spread; bare: Spread }): string {
  const cell = ({ median, p95 }: Spread): string => `${ms(median)} / ${ms(p95)}`;
  return `| ${what} | ${engine} | ${cell(ours)} | ${cell(bare)} | ${(ours.median / bare.median).toFixed(2)} |`;
}
export const header = [
  '| what | engine | Hearsay, ms (median / p95) | bare driver, ms | ratio |',
  '|---|---|---|---|---|',
];
