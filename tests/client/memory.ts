// What a browser keeps for a page, for tests in Node.

/** Puts a storage in the place of the browser's; what it holds can be read and changed as a map. */
export function keepInMemory(): Map<string, string> {
  const kept = new Map<string, string>();
  globalThis.localStorage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  } as Storage;
  return kept;
}
