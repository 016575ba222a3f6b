// Loads sources with everything they are joined to, whichever way: a class of sources is always whole.
import type { EvidenceSource } from '../schema/evidence.ts';
import { distinct, groupBy, inBatches } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import type { Reader } from '../store/port.ts';
import { closureOf } from './closure.ts';

type Link = Rows<'evidence/source-links'>[number];
type Plain = Rows<'evidence/sources'>[number];

/** What was read before, by key; links are kept for actors too, by which sources are joined. */
export interface KnownSources {
  readonly rows: Map<string, Plain>;
  readonly links: Map<string, readonly Link[]>;
}
export const knowNoSources = (): KnownSources => ({ rows: new Map(), links: new Map() });

/** The keys of the sources, and of all sources and actors joined to them by links of whatever direction. */
export function joinedTo(reader: Reader, { links }: KnownSources, keys: Iterable<string>): Promise<Set<string>> {
  const read = async (unknown: readonly string[]) => {
    const rows = await inBatches(unknown, (batch) => reader.read('evidence/source-links', { keys: batch }));
    const [from, to] = [groupBy(rows, ({ source }) => source), groupBy(rows, ({ target }) => target)];
    return (key: string): readonly Link[] => [...(from.get(key) ?? []), ...(to.get(key) ?? [])];
  };
  return closureOf(keys, links, read, ({ source, target }) => [source, target]);
}

/** The sources with the keys and all sources that they are joined to, each with its links. */
export async function sourcesOf(
  reader: Reader,
  known: KnownSources,
  keys: Iterable<string>,
): Promise<EvidenceSource[]> {
  const { rows, links } = known;
  const reached = await joinedTo(reader, known, keys);
  const unread = [...reached].filter((key) => key.startsWith('source:') && !rows.has(key));
  for (const row of await inBatches(unread, (batch) => reader.read('evidence/sources', { keys: batch })))
    rows.set(row.source, row);
  return [...reached].flatMap((key): EvidenceSource[] => {
    const row = rows.get(key);
    if (row === undefined) return [];
    const targets = (type: Link['type']): string[] =>
      distinct(
        (links.get(key) ?? []).filter((one) => one.source === key && one.type === type).map((one) => one.target),
      );
    return [
      { ...row, memberOf: targets('MEMBER_OF'), sameAs: targets('SAME_AS'), identifiedAs: targets('IDENTIFIED_AS') },
    ];
  });
}
