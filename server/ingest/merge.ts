// Says what each node is to be, from what the database has and what a document gives.
import { entityTypes } from '../schema/key.ts';
import { textIndex } from './background-rows.ts';
import {
  entityParts,
  entityProperties,
  fillAbsent,
  gradeOf,
  namesGiven,
  stubParts,
  stubProperties,
} from './contributions.ts';
import type { NodeRow, Properties } from './rows.ts';

export const isEntity = (label: string): boolean => entityTypes.some((type) => type === label);

/** The node of an entity after a claims document has given its part: curated scalars are left as they are. */
export function contributeEntity(
  existing: Properties | undefined,
  given: Properties,
  names: readonly string[],
): Properties {
  if (existing === undefined) return entityProperties(withoutLists(given), [], names);
  const { scalars, curatedAliases, others } = entityParts(existing);
  const filled = scalars.curated === true ? scalars : fillAbsent(scalars, given);
  return entityProperties(filled, curatedAliases, [...others, ...names]);
}

/** The node of an entity after an entities document: what that says holds, whatever claims documents said. */
export function curateEntity(existing: Properties | undefined, given: Properties): Properties {
  const before = existing === undefined ? { scalars: {}, curatedAliases: [], others: [] } : entityParts(existing);
  const wasCurated = before.scalars.curated === true;
  const formerName = typeof before.scalars.name === 'string' ? [before.scalars.name] : [];
  const aliases = Array.isArray(given.aliases) ? given.aliases.map(String) : [];
  const scalars = { ...(wasCurated ? before.scalars : gradeOf(before.scalars)), ...withoutLists(given), curated: true };
  return entityProperties(
    scalars,
    [...before.curatedAliases, ...aliases, ...(wasCurated ? formerName : [])],
    [...before.others, ...(wasCurated ? [] : formerName)],
  );
}

function withoutLists({ aliases: _, ...scalars }: Properties): Properties {
  return scalars;
}

/**
 * The node of anything else. The document's own article is replaced; a stub, a claim, a source, an utterance or a
 * reconstructed assertion that others state too keeps what it has.
 */
export function mergeEvidence(row: NodeRow, existing: Properties | undefined, own: string): Properties {
  if (row.label === 'Article' && row.key !== own) {
    if (existing?.held === true) return existing;
    return stubProperties(existing === undefined ? row.properties : fillAbsent(stubParts(existing), row.properties));
  }
  if (existing === undefined || row.label === 'Article') return row.properties;
  const merged = { ...row.properties, ...existing };
  // Words that only now came to a shared assertion are to be found too.
  const words =
    row.label === 'Assertion' ? textIndex(text(merged.quote), text(merged.wording), text(merged.condition)) : undefined;
  return words === undefined ? merged : { ...merged, textIndex: words };
}
const text = (value: Properties[string] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** The names by which a document calls each entity it defines, from its MENTIONS rows. */
export function namesByEntity(
  relations: readonly { type: string; target: string; properties: Properties }[],
): Map<string, string[]> {
  const mentions = relations.filter(({ type }) => type === 'MENTIONS');
  return new Map(mentions.map(({ target, properties }) => [target, namesGiven(properties)]));
}

/** Whether two sets of properties are the same; the order of lists counts. */
export const sameProperties = (a: Properties, b: Properties): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, value]) => JSON.stringify(value) === JSON.stringify(b[name]));
