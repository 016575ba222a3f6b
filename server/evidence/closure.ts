// Walks links from some keys as far as they lead, reading those of a key once.

/**
 * The keys and all that links lead to from them. `links` holds what was read before, by key, and is added to: `read`
 * gives the links of each of the keys it is asked for.
 */
export async function closureOf<Link>(
  keys: Iterable<string>,
  links: Map<string, readonly Link[]>,
  read: (unknown: readonly string[]) => Promise<(key: string) => readonly Link[]>,
  endsOf: (link: Link) => readonly string[],
): Promise<Set<string>> {
  const reached = new Set(keys);
  for (let open = [...reached]; open.length > 0; ) {
    const unknown = open.filter((key) => !links.has(key));
    const linksOf = await read(unknown);
    for (const key of unknown) links.set(key, linksOf(key));
    const next = open.flatMap((key) => links.get(key)?.flatMap(endsOf) ?? []);
    open = [...new Set(next)].filter((key) => !reached.has(key));
    for (const key of open) reached.add(key);
  }
  return reached;
}
