// What keys are called now: under the key of what they were merged into, where that is so.
import { mergedAway } from '../../evidence/operations.ts';
import type { Reader } from '../../store/port.ts';
import { loadNodes } from '../../views/hearsay/load.ts';

export interface Named {
  /** The key under which it is found now. */
  key: string;
  name: string;
  labels: readonly string[];
}

/** Of each key what it is now; absent where nothing has it and nothing took its place. */
export async function namesNow(reader: Reader, keys: readonly string[]): Promise<Map<string, Named>> {
  const away = new Map((await mergedAway(reader, keys)).map(({ key, into }) => [key, into.key]));
  const now = (key: string): string => away.get(key) ?? key;
  const nodes = new Map((await loadNodes(reader, keys.map(now))).map((node) => [node.key, node]));
  return new Map(
    keys.flatMap((key) => {
      const node = nodes.get(now(key));
      return node === undefined ? [] : [[key, { key: node.key, name: node.name, labels: node.labels }] as const];
    }),
  );
}
