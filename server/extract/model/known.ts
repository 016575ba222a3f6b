// Which entities of the database a passage may mean, and under which key a model's entity is found or made.
import { fold } from '../../schema/fold.ts';
import type { EntityType } from '../../schema/key.ts';
import { addTo } from '../../schema/lists.ts';
import type { Known, KnownEntity } from '../mentions/known.ts';

const named = (text: string): string => ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
const namesOf = ({ name, aliases }: KnownEntity): string[] => [name, ...aliases];

/** Those of which a name stands in the passage, and plans: these go by other words in every report. */
export function meantIn(passage: string, { entities }: Known): KnownEntity[] {
  const text = named(passage);
  return entities.filter(
    (entity) => entity.type === 'Plan' || namesOf(entity).some((name) => name.length > 1 && text.includes(named(name))),
  );
}

/** Finds or makes the key of what a model names; two of one type and name are one. */
export class Keys {
  readonly #known = new Map<string, KnownEntity[]>();
  readonly #taken: Set<string>;
  readonly #made = new Map<string, string>();

  constructor({ entities }: Known) {
    for (const entity of entities)
      for (const name of namesOf(entity)) addTo(this.#known, `${entity.type}${named(name)}`, entity);
    this.#taken = new Set(entities.map(({ key }) => key));
  }

  /** Entities of the type that go by the name; several where the name does not tell. */
  candidates(type: EntityType, name: string): KnownEntity[] {
    return [...new Map((this.#known.get(`${type}${named(name)}`) ?? []).map((one) => [one.key, one])).values()];
  }

  /** Undefined where nothing of the name can stand in a key. */
  fresh(type: EntityType, name: string): string | undefined {
    const index = `${type}${named(name)}`;
    const before = this.#made.get(index);
    if (before !== undefined) return before;
    const slug = fold(name)
      .replace(/[^\p{Ll}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80);
    if (slug === '') return undefined;
    const base = `${type.toLowerCase()}:${slug}`;
    let key = base;
    for (let at = 2; this.#taken.has(key); at += 1) key = `${base}-${at}`;
    // Another name may come to the same slug, where it differs in letters that no key has.
    this.#taken.add(key);
    this.#made.set(index, key);
    return key;
  }
}
