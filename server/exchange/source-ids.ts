// Gives the sources of a document their local ids; a named source that is one of several groups is several there.
import type { Properties } from '../ingest/rows.ts';
import { compare } from '../schema/lists.ts';
import { type Plain, pick } from './values.ts';

interface Variant {
  id: string;
  memberOf: string | undefined;
}

const isNamed = (key: string): boolean => !key.includes('#');
/** "source:person:zelenskyy" → "person-zelenskyy"; letters that an id has not are left out. */
const idOfNamed = (key: string): string =>
  key
    .slice('source:'.length)
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 60) || 'named';

export class SourceIds {
  readonly #variants = new Map<string, Variant[]>();
  readonly #used = new Map<string, number>();

  /** `keys` are of the document's sources; `groupsOf` gives those that one is said to be among. */
  constructor(keys: readonly string[], groupsOf: (key: string) => readonly string[]) {
    // A source that belongs to an article is told by its id; of a named one any will do.
    const taken = new Set(keys.filter((key) => !isNamed(key)).map((key) => key.slice(key.lastIndexOf('#') + 1)));
    const free = (wanted: string): string => {
      let id = wanted;
      for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
      taken.add(id);
      return id;
    };
    for (const key of [...keys].sort(compare)) {
      const groups = groupsOf(key);
      const own = key.slice(key.lastIndexOf('#') + 1);
      const each = groups.length === 0 ? [undefined] : groups;
      this.#variants.set(
        key,
        each.map((memberOf) => ({ id: isNamed(key) ? free(idOfNamed(key)) : own, memberOf })),
      );
    }
  }

  /** The id by which to refer to a source; each time another of those that it has, as all must be referred to. */
  use(key: string): string {
    const variants = this.#variants.get(key) ?? [];
    const number = this.#used.get(key) ?? 0;
    this.#used.set(key, number + 1);
    const variant = variants[number % Math.max(1, variants.length)];
    if (variant === undefined) throw new Error(`"${key}" is no source of this document.`);
    return variant.id;
  }

  /** The members of `sources`; `article` is the document's own. */
  parts(nodeOf: (key: string) => Properties, article: string): Plain[] {
    return [...this.#variants].flatMap(([key, variants]) =>
      variants.map(({ id, memberOf }) => {
        const node = nodeOf(key);
        return {
          id,
          ...pick(node, ['kind', 'descriptor', 'minCount']),
          ...(node.kind === 'named' ? { actor: key.slice('source:'.length) } : {}),
          ...(node.spokeTo === undefined || node.spokeTo === article ? {} : { spokeTo: node.spokeTo }),
          ...(memberOf === undefined ? {} : { memberOf: this.use(memberOf) }),
        };
      }),
    );
  }
}
