// How fast a system goes over articles on one core, in processor time, and how that grows with the length of the text.
import type { Predicted } from './predictions.ts';

type System = (text: string) => Predicted[];

/** Processor time, of all threads: what else runs on the machine does not count, collecting garbage does. */
const milliseconds = (run: () => void): number => {
  const began = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
};

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] as number;

/** Articles a second: the median of three passes over all, after one to warm up. */
export function articlesPerSecond(system: System, texts: readonly string[]): number {
  const pass = () => {
    for (const text of texts) system(text);
  };
  pass();
  return texts.length / (median([1, 2, 3].map(() => milliseconds(pass))) / 1000);
}

/** Milliseconds for texts of 1, 2, 4 and 8 times the same articles joined, the median of three each. */
export function timeByLength(system: System, texts: readonly string[]): { length: number; ms: number }[] {
  const base = texts.slice(0, 12).join('\n\n');
  return [1, 2, 4, 8].map((times) => {
    const text = Array.from({ length: times }, () => base).join('\n\n');
    return { length: text.length, ms: median([1, 2, 3].map(() => milliseconds(() => system(text)))) };
  });
}
