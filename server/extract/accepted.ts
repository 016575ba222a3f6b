// The accepted proposals of a draft, and the entities that a document of them names.
import type { Draft, Proposal, ProposalOf } from '../schema/draft.ts';
import type { Entity } from '../schema/entity.ts';
import type { Span } from '../schema/span.ts';

/** How many a document holds of each. */
const most: Readonly<Partial<Record<Proposal['kind'], number>>> = {
  claim: 2000,
  quote: 500,
  source: 500,
  article: 200,
};
const mostEntities = 2000;

/** Accepted proposals by kind and id; what another one rests on is only there if it is accepted too. */
export class Accepted {
  readonly #byId: ReadonlyMap<string, Proposal>;
  /** Keys of entities that are proposed here and not accepted. */
  readonly #missing: ReadonlySet<string>;

  constructor(draft: Draft, ids: ReadonlySet<string>, leave: (id: string, because: string) => void) {
    const counts = new Map<string, number>();
    const fits = ({ kind, id }: Proposal): boolean => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      const limit = most[kind] ?? Number.POSITIVE_INFINITY;
      if (count > limit) leave(id, `a document holds at most ${limit} of its kind`);
      return count <= limit;
    };
    this.#byId = new Map(draft.proposals.filter((one) => ids.has(one.id) && fits(one)).map((one) => [one.id, one]));
    const known = new Set(draft.entities.map(({ key }) => key));
    const proposed = draft.proposals.flatMap((one) => (one.kind === 'entity' && !known.has(one.entity) ? [one] : []));
    this.#missing = new Set(proposed.filter(({ id }) => !ids.has(id)).map(({ entity }) => entity));
  }
  list<K extends Proposal['kind']>(kind: K): ProposalOf<K>[] {
    return [...this.#byId.values()].filter((one): one is ProposalOf<K> => one.kind === kind);
  }
  get<K extends Proposal['kind']>(kind: K, id: string | undefined): ProposalOf<K> | undefined {
    const found = id === undefined ? undefined : this.#byId.get(id);
    return found?.kind === kind ? (found as ProposalOf<K>) : undefined;
  }
  has = (key: string | undefined): boolean => key === undefined || !this.#missing.has(key);
}

/** Every entity that is used or mentioned, with its places; a new one with its names, if it is accepted. */
export function entitiesOf(
  draft: Draft,
  chosen: Accepted,
  used: ReadonlySet<string>,
  leave: (id: string, because: string) => void,
): Entity[] {
  const mentions = new Map<string, Span[]>();
  for (const { id, entity, span } of chosen.list('mention')) {
    if (!chosen.has(entity)) leave(id, `${entity} is new and not accepted`);
    const list = mentions.get(entity) ?? [];
    if (list.length < 500) mentions.set(entity, [...list, span]);
  }
  const known = draft.entities.filter(({ key }) => used.has(key) || mentions.has(key));
  const added = chosen
    .list('entity')
    .map(({ entity: key, type, name, aliases }) => ({ key, type, name, ...(aliases.length > 0 ? { aliases } : {}) }));
  const all = new Map([...added, ...known].map((one) => [one.key, one]));
  // What the claims need comes first where there are too many.
  const sorted = [...all.values()].sort((a, b) => Number(used.has(b.key)) - Number(used.has(a.key)));
  return sorted.slice(0, mostEntities).map((one) => {
    const places = mentions.get(one.key);
    return { ...one, ...(places === undefined ? {} : { mentions: places }) } as Entity;
  });
}
