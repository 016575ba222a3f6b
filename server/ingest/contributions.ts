// Puts together what several documents say of one entity or relayed article, so that each can be taken out again.
import { nameIndex } from '../schema/fold.ts';
import { textIndex } from './background-rows.ts';
import { defined, type Properties, type Scalar, union } from './rows.ts';

/** Properties that are taken from one document together, or not at all. */
const together: readonly (readonly string[])[] = [
  ['publishedFrom', 'publishedTo', 'dateBasis', 'dateNote'],
  ['on', 'precision'],
];
const isList = (name: string): boolean =>
  name === 'aliases' || name === 'starts' || name === 'ends' || name === 'names';

type Part = Readonly<Record<string, Scalar>>;
/** The scalar properties in parts, each by its first name. */
function partsOf(properties: Properties): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const [name, value] of Object.entries(properties)) {
    if (isList(name)) continue;
    const group = together.find((names) => names.includes(name))?.[0] ?? name;
    parts.set(group, { ...parts.get(group), [name]: value });
  }
  return parts;
}
const joined = (parts: Map<string, Part>): Properties => Object.assign({}, ...parts.values());
const same = (a: Part | undefined, b: Part): boolean =>
  a !== undefined &&
  Object.keys(a).length === Object.keys(b).length &&
  Object.keys(b).every((name) => a[name] === b[name]);

/** The grade that somebody gave an outlet: no document states it, so none takes it away. */
export const gradeOf = (node: Properties): Properties =>
  defined({ reliability: node.reliability, gradedBy: node.gradedBy, gradedWhy: node.gradedWhy });

/** What is there, and of what is given only what was absent. */
export function fillAbsent(current: Properties, given: Properties): Properties {
  return joined(new Map([...partsOf(given), ...partsOf(current)]));
}

/**
 * What is left when only the given contributions remain (in the order of their articles' keys): a value stays while one
 * of them gives it; else the first other takes its place; else there is none.
 */
export function keepGiven(current: Properties, remaining: readonly Properties[]): Properties {
  const now = partsOf(current);
  const left = new Map<string, Part>();
  for (const contribution of remaining) {
    for (const [name, part] of partsOf(contribution)) {
      if (!left.has(name) || same(now.get(name), part)) left.set(name, part);
    }
  }
  return joined(left);
}

const longestName = 80;
const lists = (value: Scalar | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);
/** Words that begin a description rather than a name where a sentence begins with them. */
const describing = /^(The|A|An|This|That|Its|His|Her|Their|Our)\s/;
/** Words of an article that can stand for a name anywhere: "Kyiv", not "the alliance", nor "The alliance". */
const isName = (words: string): boolean =>
  words.length <= longestName && /^[\p{L}\p{N}]/u.test(words) && !/^\p{Ll}/u.test(words) && !describing.test(words);

/** All names that one document gives an entity: its name there, its aliases and the words at the places it is mentioned. */
export const namesGiven = ({ name, aliases, names }: Properties): string[] => [
  ...(typeof name === 'string' ? [name] : []),
  ...lists(aliases),
  ...lists(names).filter(isName),
];

/** The node of an entity: aliases are the curated ones in their order, then all others in code-unit order. */
export function entityProperties(
  scalars: Properties,
  curatedAliases: readonly string[],
  others: readonly string[],
): Properties {
  const name = String(scalars.name);
  const first = [...new Set(curatedAliases)].filter((alias) => alias !== name);
  const rest = union(others, []).filter((alias) => alias !== name && !first.includes(alias));
  const aliases = [...first, ...rest];
  return {
    ...scalars,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(first.length > 0 ? { curatedAliases: first } : {}),
    nameIndex: nameIndex([name, ...aliases]),
  };
}

/** An entity's node taken apart again. */
export function entityParts(node: Properties): { scalars: Properties; curatedAliases: string[]; others: string[] } {
  const { aliases, curatedAliases, nameIndex: _, ...scalars } = node;
  const curated = lists(curatedAliases);
  return { scalars, curatedAliases: curated, others: lists(aliases).filter((alias) => !curated.includes(alias)) };
}

/** The node of an article known only because others relay it. */
export function stubProperties(scalars: Properties): Properties {
  const index = textIndex(typeof scalars.title === 'string' ? scalars.title : undefined);
  return { dateBasis: 'unknown', ...scalars, held: false, ...(index === undefined ? {} : { textIndex: index }) };
}

/** A stub's node taken apart again: without what follows from the rest. */
export function stubParts(node: Properties): Properties {
  const { held: _, textIndex: __, ...scalars } = node;
  if (scalars.dateBasis === 'unknown') delete scalars.dateBasis;
  return scalars;
}
