// Who holds a position: those named, the members that are counted, or a collective that the text does not name.
import { slugged } from '../mentions/people.ts';
import { resolve } from './anaphora.ts';
import type { Actor, Party } from './party.ts';
import type { Quantity } from './quantities.ts';
import type { Scene } from './scene.ts';
import type { Memory } from './stance.ts';
import type { Subject } from './subjects.ts';

/** A collective that the text does not name, as a group of its own. */
function groupOf(collective: string): Actor | undefined {
  const name = collective.replace(/^(?:the|these|those|a|an) /i, '');
  if (!/\s/.test(name) || /^(?:other|two|three|such|both|all) \S+$/i.test(name)) return undefined;
  const slug = slugged(name);
  if (!/^[\p{Ll}\p{N}][\p{Ll}\p{N}-]*$/u.test(slug)) return undefined;
  const reason = 'a collective that the text does not name further';
  return {
    key: `group:${slug}`,
    type: 'Group',
    name: name.charAt(0).toUpperCase() + name.slice(1),
    known: false,
    score: 0.4,
    reason,
  };
}

export interface Held {
  holder: Actor;
  count?: Quantity;
  includes: readonly string[];
}
/** One entry for each holder: those named, and the members that are counted. */
export function holdersOf(subject: Subject, memory: Memory, inside: readonly Party[], here: Actor | undefined): Held[] {
  const parties = [subject.party, ...subject.also].flatMap(
    (party) => resolve(party, [...memory.parties, ...inside]) ?? [],
  );
  const actors = [...new Map(parties.flatMap((party) => party.actors).map((actor) => [actor.key, actor])).values()];
  const held: Held[] = actors.map((holder) => ({ holder, includes: [] }));
  for (const { count, collective } of parties) {
    if (count !== undefined) {
      const { of_, ...quantity } = count;
      const holder = of_ ?? here ?? memory.organization ?? (collective === undefined ? undefined : groupOf(collective));
      if (holder !== undefined && actors.every(({ key }) => key !== holder.key))
        held.push({ holder, count: quantity, includes: actors.map(({ key }) => key) });
    } else if (collective !== undefined && actors.length === 0) {
      const group = groupOf(collective);
      if (group !== undefined) held.push({ holder: group, includes: [] });
    }
  }
  return held;
}

/** The organization that a count without one is of, where its sentence names one: "seven countries resist … the Union". */
export const organizationIn = ({ parties }: Scene): Actor | undefined =>
  parties
    .flatMap(({ actors, count }) => [...actors, ...(count?.of_ ? [count.of_] : [])])
    .filter(({ type }) => type === 'Organization')
    .at(-1);
