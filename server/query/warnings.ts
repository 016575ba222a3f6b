// Names in a statement that the database does not have, with the nearest that it has: a warning, since the statement runs.
import type { KnownNames, QuerySummary, StatementWarning } from '../schema/cypher.ts';
import { nearest } from '../schema/nearest.ts';
import type { NameAsked } from './gate/verdict.ts';

const kinds = {
  label: { code: 'unknown-label', says: (name: string) => `No node has the label ${name}.`, of: 'labels' },
  'relation type': {
    code: 'unknown-relation-type',
    says: (name: string) => `No relation has the type ${name}.`,
    of: 'relationTypes',
  },
  property: {
    code: 'unknown-property',
    says: (name: string) => `No node and no relation has a property ${name}.`,
    of: 'properties',
  },
} as const;

/** The one that is meant most likely: another case first, then the fewest other letters. */
function meant(name: string, names: readonly string[]): string | undefined {
  const folded = name.toLowerCase();
  return names.find((other) => other.toLowerCase() === folded) ?? nearest(name, names, 1)[0];
}

/** In order of place; each name at each of its places. */
export function warningsOf(asked: readonly NameAsked[], known: KnownNames): StatementWarning[] {
  return asked.flatMap(({ kind, name, from, to }) => {
    const { code, says, of } = kinds[kind];
    const names = known[of];
    if (names === null || names.includes(name)) return [];
    const other = meant(name, names);
    return [{ code, message: says(name), wayOut: other === undefined ? null : `Did you mean ${other}?`, from, to }];
  });
}

/** As Neo4j itself calls them. */
const notifications: Readonly<Record<StatementWarning['code'], { code: string; title: string }>> = {
  'unknown-label': { code: 'UnknownLabelWarning', title: 'The provided label is not in the database.' },
  'unknown-relation-type': {
    code: 'UnknownRelationshipTypeWarning',
    title: 'The provided relationship type is not in the database.',
  },
  'unknown-property': {
    code: 'UnknownPropertyKeyWarning',
    title: 'The provided property key is not in the database',
  },
};

/** The warning in the form of what Neo4j tells after a statement has run. */
export function notificationOf({
  code,
  message,
  wayOut,
  from,
}: StatementWarning): QuerySummary['notifications'][number] {
  const { code: name, title } = notifications[code];
  return {
    code: `Neo.ClientNotification.Statement.${name}`,
    title,
    description: `${[message, wayOut].filter(Boolean).join(' ')} (line ${from.line}, column ${from.column})`,
    severity: 'WARNING',
  };
}
