// The statements that make what is new: one for each kind, and on Neo4j one for all nodes and one for all relations.
import { actorTypes } from '../schema/key.ts';
import { groupBy } from '../schema/lists.ts';
import type { Properties } from './rows.ts';

/** A row of a statement under write/node, write/link or write/new. */
export interface Row {
  key?: string;
  label?: string;
  source?: string;
  target?: string;
  properties: Properties;
}
/** A statement with its rows. */
export type Write = readonly [statement: string, rows: readonly object[]];

const labels: Readonly<Record<string, string>> = {
  articles: 'Article',
  claims: 'Claim',
  assertions: 'Assertion',
  sources: 'Source',
  quotes: 'Quote',
  utterances: 'Utterance',
};

/** "claims" of "write/node/claims" and of "write/new/claims". */
export const nameOf = (statement: string): string => statement.slice(statement.lastIndexOf('/') + 1);
/** The label of the nodes that a statement writes, besides Record; undefined of entities, whose rows say it. */
export const labelOf = (statement: string): string | undefined => labels[nameOf(statement)];
/** The type of relation that a statement writes: "write/link/has-quote" writes HAS_QUOTE. */
export const typeOf = (statement: string): string => nameOf(statement).replaceAll('-', '_').toUpperCase();

const isActor = (label: string): boolean => actorTypes.some((type) => type === label);

function asNode(statement: string, { key, label = '', properties }: Row) {
  const own = labelOf(statement) ?? label;
  return { key, labels: isActor(own) ? [own, 'Actor'] : [own], properties };
}

const asRelation = (statement: string, { source, target, properties }: Row) => ({
  type: typeOf(statement),
  source,
  target,
  properties,
});

/**
 * What is to be written in the order given, with all that makes nodes in one statement and all that makes relations in
 * another. Labels and types are parameters there, which Neo4j does as fast, and it plans two statements rather than twenty:
 * 60 to 100 ms each on a server that was just started.
 */
export function inOne(writes: readonly (readonly [statement: string, rows: readonly Row[]])[]): Write[] {
  const isNew = (statement: string): boolean => statement.startsWith('write/new/');
  const groups = groupBy(writes, ([statement, rows]) => {
    const isNode = rows[0]?.key !== undefined;
    return `${isNode ? 'node' : 'relation'} ${isNew(statement) ? 'new' : 'other'}`;
  });
  const made = (group: string, as: (statement: string, row: Row) => object): object[] =>
    (groups.get(group) ?? []).flatMap(([statement, rows]) => rows.map((row) => as(statement, row)));
  return [
    ['write/new/nodes', made('node new', asNode)],
    ...(groups.get('node other') ?? []),
    ['write/new/relations', made('relation new', asRelation)],
    ...(groups.get('relation other') ?? []),
  ];
}
