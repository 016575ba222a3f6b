// The names of a statement's columns, as Neo4j gives them: the alias, else the words of the expression as typed.
import { procedures } from './calls.ts';
import type { Part } from './library.ts';
import { child, children, dottedName, everyPart, has, nameOf } from './tree.ts';

/** The queries that a UNION joins, or the one there is; none for what is no query. */
export function branchesOf(tree: Part): Part[] {
  const query = [...everyPart(tree)].find(({ rule }) => rule === 'union' || rule === 'singleQuery');
  if (query?.rule === 'union') return children(query, 'singleQuery');
  return query ? [query] : [];
}

/** What an item is called by AS. */
export function aliasOf(item: Part): Part | undefined {
  return has(item, 'AS') ? item.parts.at(-1) : undefined;
}

/** The column of one item of a RETURN; `text` is the statement as the engine reads it. */
export function columnOf(item: Part, text: string): string {
  const alias = aliasOf(item);
  if (alias) return nameOf(alias);
  const [expression = item] = item.parts;
  // Neo4j calls a map projection by its variable.
  const named = expression.rule === 'mapProjection' ? child(expression, 'variable') : expression;
  return named?.rule === 'variable' ? nameOf(named) : text.slice(expression.from, expression.to);
}

/**
 * The columns in order, or undefined where a `*` stands for whatever variables there are. A procedure called alone
 * answers with what it yields.
 */
export function columnsOf(tree: Part, text: string): string[] | undefined {
  const [first] = branchesOf(tree);
  const last = first?.parts.at(-1);
  if (last?.rule === 'returnClause') {
    const items = child(child(last, 'returnBody'), 'returnItems');
    return has(items, 'TIMES') ? undefined : children(items, 'returnItem').map((item) => columnOf(item, text));
  }
  if (last?.rule !== 'callClause') return [];
  const yielded = children(last, 'procedureResultItem').map((item) => nameOf(children(item, 'variable').at(-1)));
  const procedure = child(last, 'procedureName');
  return yielded.length > 0 || !procedure ? yielded : [...(procedures[dottedName(procedure)] ?? [])];
}
