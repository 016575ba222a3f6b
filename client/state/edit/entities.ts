// Entities as a form chooses them: found by name among those of the right types, or made with a key of their own.
import type { EntityType } from '../../../server/schema/key.ts';
import type { SearchResult } from '../../../server/schema/view.ts';
import { api } from '../../api.ts';
import { slugOf } from '../../text/slug.ts';
import { dataset } from '../data.ts';
import type { Chosen } from './claim-form.ts';

export const allTypes: readonly EntityType[] = [
  'Person',
  'Country',
  'Organization',
  'Group',
  'Outlet',
  'Plan',
  'Event',
];
/** Those that can hold a position or speak. */
export const actors: readonly EntityType[] = ['Person', 'Country', 'Organization', 'Group'];
/** Those that a position is on. */
export const targets: readonly EntityType[] = ['Plan', 'Event'];

/** Others that are at hand, such as those that a draft proposes and the database does not have yet. */
export type AtHand = readonly { key: string; name: string; type: EntityType }[];

/** Finds entities of the types: those at hand by their names, then what the database knows. */
export const finderOf =
  (types: readonly EntityType[], atHand: AtHand = []) =>
  async (query: string, signal: AbortSignal): Promise<SearchResult> => {
    const sought = query.trim().toLowerCase();
    const { rows } = await api.search(query, signal);
    const there = rows.filter(({ labels }) => types.some((type) => type === labels[0]));
    const own = atHand
      .filter(
        ({ key, name, type }) =>
          types.includes(type) && name.toLowerCase().includes(sought) && there.every((row) => row.key !== key),
      )
      .map(({ key, name, type }) => ({ key, name, labels: [type], aliases: [], score: 2 }));
    return { rows: [...own, ...there] };
  };

/** A key for a new entity: readable, and of none that is known here or `taken` otherwise. */
export function newKey(type: EntityType, name: string, taken: (key: string) => boolean = () => false): string {
  // A name in letters that a key cannot have is told apart by its code points.
  const other = [...name].map((letter) => (letter.codePointAt(0) ?? 0).toString(36)).join('');
  const slug = slugOf(name, 60) || `x${other.slice(0, 40)}`;
  for (let number = 1; ; number++) {
    const key = `${type.toLowerCase()}:${slug}${number === 1 ? '' : `-${number}`}`;
    if (!taken(key) && !dataset.peek().nodes.has(key)) return key;
  }
}

/** An entity that is made with what is being written. */
export const makeEntity = (type: EntityType, name: string, taken?: (key: string) => boolean): Chosen => ({
  key: newKey(type, name.trim(), taken),
  name: name.trim(),
  type,
  isNew: true,
});
