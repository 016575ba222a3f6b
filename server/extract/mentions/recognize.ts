// All mentions of a text: what the database knows, what is new, surnames alone; and apart from these plans and events.
import type { Reading } from '../reading/reading.ts';
import { abbreviations, administrations, newInstitutions } from './institutions.ts';
import type { Known, KnownEntity } from './known.ts';
import { type Mention, withoutOverlap } from './mention.ts';
import { nameIndexOf } from './name-index.ts';
import { namesInText } from './names-in-text.ts';
import { newPeople } from './people.ts';
import { planNames } from './plan-names.ts';
import { peopleBySurname, respelled, surnamesAlone } from './surnames.ts';

export interface Recognizer {
  /** People, countries, organizations, groups and outlets, none over another. */
  actors(reading: Reading): Mention[];
  /** Plans and events; the actors inside their names are mentions of their own. `more` are plans proposed by this text. */
  targets(reading: Reading, actors: readonly Mention[], more?: readonly KnownEntity[]): Mention[];
}

/** Prepares what is known; it may then read many texts. */
export function recognizerOf({ entities }: Known): Recognizer {
  const names = namesInText(entities);
  const surnames = peopleBySurname(entities);
  const targetsOf = (list: readonly KnownEntity[], known: boolean) => {
    const exact = nameIndexOf(
      list
        .filter(({ type }) => type === 'Plan' || type === 'Event')
        .flatMap((entity) => [entity.name, ...entity.aliases].map((name) => [name, entity] as const)),
    );
    const inParts = planNames(list, names.keyOf);
    return (reading: Reading, actors: readonly Mention[]): Mention[] => [
      ...exact.find(reading).flatMap(({ from, to, values }) => {
        const candidates = values.map(({ name, value: { key, type, name: called } }) => {
          const reason = name === called ? 'named in full' : `“${name}” is another name of it`;
          return { key, type, name: called, reason, score: values.length > 1 ? 0.5 : known ? 0.93 : 0.6 };
        });
        const [best] = candidates;
        return best === undefined ? [] : [{ ...best, from, to, known, candidates, adjective: false }];
      }),
      ...inParts
        .find(reading, actors)
        .map((mention) => (known ? mention : { ...mention, known, score: mention.score * 0.6 })),
    ];
  };
  const knownTargets = targetsOf(entities, true);
  return {
    actors(reading) {
      const known = names.find(reading);
      const people = newPeople(reading, known).map((mention) => respelled(mention, surnames));
      const first = withoutOverlap([...known, ...people]);
      const second = withoutOverlap([...first, ...newInstitutions(reading, first)]);
      const third = withoutOverlap([...second, ...administrations(reading, second)]);
      const short = abbreviations(reading, third);
      const named = third.map((mention) => {
        const long = mention.known ? undefined : short.get(reading.words[mention.from]?.text ?? '');
        if (long === undefined || mention.to - mention.from > 1) return mention;
        const { key, type, name, known: isKnown } = long;
        const one = { key, type, name, score: 0.85, reason: `the abbreviation given for ${name}` };
        return { ...mention, ...one, known: isKnown, candidates: [one] };
      });
      return withoutOverlap([...named, ...surnamesAlone(reading, named)]);
    },
    targets(reading, actors, more = []) {
      const own = more.length === 0 ? [] : targetsOf(more, false)(reading, actors);
      return withoutOverlap([...knownTargets(reading, actors), ...own]);
    },
  };
}
