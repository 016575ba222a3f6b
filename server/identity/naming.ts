// Finds the held articles whose documents name an entity.
import { relationsOf } from '../ingest/owned.ts';
import { distinct, inBatches } from '../schema/lists.ts';
import type { Reader } from '../store/port.ts';

/** Sorted keys: those that mention it, and those that say what it published. */
export async function articlesNaming(reader: Reader, key: string): Promise<string[]> {
  const mentions = await relationsOf(reader, 'incoming', [key], ['MENTIONS']);
  const published = await reader.read('read/identity/published', { keys: [key] });
  const named = distinct([...mentions.map(({ source }) => source), ...published.flatMap(({ by }) => by ?? [])]);
  const found = await inBatches(named, (keys) => reader.read('write/find/articles', { keys }));
  return found.flatMap((one) => (one.held ? [one.key] : []));
}
