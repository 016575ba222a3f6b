// Which entities may be one, with what people said of the pair and how often reports name both: for a person to decide.
import { requireHearsay } from '../curation/subject.ts';
import { inTurns } from '../evidence/in-turns.ts';
import { redirects } from '../evidence/operations.ts';
import { relationsOf } from '../ingest/owned.ts';
import { type Candidate, candidateSteps, type NamedEntity } from '../provenance/same-entity/candidates.ts';
import { type CandidateList, identityLimits } from '../schema/identity.ts';
import { type EntityType, entityTypes } from '../schema/key.ts';
import { addTo, compare } from '../schema/lists.ts';
import type { Store } from '../store/port.ts';
import { pairKey } from './distinctions.ts';
import { standingOf } from './standing.ts';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

async function entitiesOf(
  store: Pick<Store, 'read'>,
): Promise<Map<string, NamedEntity & { description: string | null }>> {
  const rows = await store.read('read/graph/entities', {});
  return new Map(
    rows.flatMap(({ key, labels, properties }) => {
      const type = entityTypes.find((one): one is EntityType => labels.includes(one));
      const { name, aliases, iso2, url, on, proposedOn, description } = properties;
      if (type === undefined) return [];
      const entity = {
        key,
        type,
        name: text(name) ?? key,
        aliases: strings(aliases),
        iso2: text(iso2),
        url: text(url),
      };
      return [[key, { ...entity, day: text(on) ?? text(proposedOn), description: text(description) }]];
    }),
  );
}

/** A report that names both by keys of their own takes them for two. */
const together = 0.5;

function weighed(candidate: Candidate, both: number): Candidate {
  if (both === 0) return candidate;
  const words = both === 1 ? 'one report names both, as two' : `${both} reports name both, as two`;
  return {
    ...candidate,
    score: Math.round(candidate.score * together * 100) / 100,
    against: [...candidate.against, words],
  };
}

/**
 * The pairs, without those that somebody told apart; by score. Throws NotFound where the database is not Hearsay's.
 * Nothing is merged by it.
 */
export async function listCandidates(
  store: Pick<Store, 'read' | 'capabilities'>,
  limit: number,
): Promise<CandidateList> {
  requireHearsay(store);
  const entities = await entitiesOf(store);
  const { operations } = await standingOf(store);
  const now = redirects(operations);
  const at = (key: string): string => now.get(key) ?? key;
  const distinctions = await store.read('read/identity/distinctions', {});
  const apart = new Set(distinctions.map(({ one, other }) => pairKey(at(one), at(other))));
  const split = new Set(
    operations.flatMap(({ kind, from, into }) => (kind === 'split' ? [pairKey(at(from), at(into))] : [])),
  );
  const found = (await inTurns(candidateSteps([...entities.values()]))).filter(({ one, other }) => {
    const pair = pairKey(one, other);
    return !apart.has(pair) && !split.has(pair);
  });
  const some = found.slice(0, identityLimits.candidates);
  const keys = new Set(some.flatMap(({ one, other }) => [one, other]));
  const naming = new Map<string, string[]>();
  for (const { source, target } of await relationsOf(store, 'incoming', [...keys], ['MENTIONS']))
    addTo(naming, target, source);
  const both = ({ one, other }: Candidate): number => {
    const theirs = new Set(naming.get(other) ?? []);
    return (naming.get(one) ?? []).filter((article) => theirs.has(article)).length;
  };
  const viewOf = (key: string) => {
    const { name = key, aliases = [], description = null } = entities.get(key) ?? {};
    return { key, name, aliases: [...aliases], description, articles: naming.get(key)?.length ?? 0 };
  };
  const candidates = some
    .map((one) => weighed(one, both(one)))
    .sort((a, b) => b.score - a.score || compare(a.one, b.one) || compare(a.other, b.other))
    .slice(0, limit)
    .map(({ one, other, ...verdict }) => ({ ...verdict, one: viewOf(one), other: viewOf(other) }));
  return { candidates, total: found.length };
}
