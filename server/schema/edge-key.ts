// The key of an edge is made of its type and its ends.

/** What an edge's key says; `number` is 1 for the first of parallel edges. */
export interface EdgeName {
  type: string;
  source: string;
  target: string;
  number: number;
}

export function edgeKey({ type, source, target, number }: EdgeName): string {
  return [type, source, target, ...(number > 1 ? [String(number)] : [])].join('~');
}

/** The parts of an edge's key, or null where it is none. */
export function parseEdgeKey(key: string): EdgeName | null {
  const parts = /^([A-Z][A-Z_]*)~([^~]+)~([^~]+)(?:~([1-9]\d{0,5}))?$/u.exec(key);
  const [, type, source, target, number = '1'] = parts ?? [];
  if (type === undefined || source === undefined || target === undefined || parts?.[4] === '1') return null;
  return { type, source, target, number: Number(number) };
}
