// What pronouns and words such as "those two countries" stand for: the last party before them that fits.
import type { Party } from './party.ts';

const isNamed = (party: Party): boolean =>
  party.anaphor === undefined && (party.actors.length > 0 || party.count !== undefined);
const allCountries = ({ actors }: Party): boolean =>
  actors.every(({ type }) => type === 'Country' || type === 'Organization');

/** How far back a pronoun reaches, in parties: a paragraph or two. */
const reach = 12;

/** The party meant, with its reason; undefined where nothing before fits. */
export function resolve(party: Party, earlier: readonly Party[]): Party | undefined {
  const before = earlier.filter(isNamed).slice(-reach).reverse();
  const fits: Record<NonNullable<Party['anaphor']>, (other: Party) => boolean> = {
    who: (other) => other.to <= party.from,
    person: ({ actors }) => actors.length === 1 && actors[0]?.type === 'Person',
    it: (other) => other.actors.length === 1 && other.actors[0]?.type !== 'Person' && allCountries(other),
    they: (other) => other.actors.length > 1 || other.count !== undefined,
    theCountries: (other) => other.actors.length > 1 && other.actors.every(({ type }) => type === 'Country'),
  };
  if (party.anaphor === undefined) return party;
  // "those two countries" are two; a subject is meant rather than who stands after a preposition.
  const wanted = /\btwo\b/.test(party.collective ?? '') ? 2 : /\bthree\b/.test(party.collective ?? '') ? 3 : undefined;
  const able = before.filter(
    ({ role, actors }) => role !== 'adjective' && (wanted === undefined || actors.length === wanted),
  );
  const meant = fits[party.anaphor];
  const found =
    party.anaphor === 'who'
      ? able.find(meant)
      : (able.find((other) => other.role === 'plain' && meant(other)) ?? able.find(meant));
  if (found === undefined) return undefined;
  const word =
    party.collective ??
    { it: 'it', they: 'they', person: 'he or she', who: 'who', theCountries: 'the countries' }[party.anaphor];
  const actors = found.actors.map((actor) => ({
    ...actor,
    score: actor.score * (party.anaphor === 'who' ? 0.95 : 0.7),
    reason: `“${word}” is read as ${found.actors.map(({ name }) => name).join(', ')}, named last before`,
  }));
  const { anaphor: _, collective: __, ...rest } = party;
  return {
    ...rest,
    actors,
    ...(found.count === undefined ? {} : { count: found.count, collective: found.collective ?? '' }),
  };
}
