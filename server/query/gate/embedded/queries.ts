// Queries: their clauses one after the other, UNION of them, and subqueries in CALL { … }.
import type { Part } from '../library.ts';
import { child, children, dottedName, has, inner, nameOf } from '../tree.ts';
import { takeApart } from './chains.ts';
import type { Env } from './env.ts';
import { elementOf } from './lists.ts';
import { Known, match } from './matches.ts';
import { type Column, passOn, project, showable } from './projections.ts';
import { insteadOfProcedure } from './subset.ts';
import { either, refused, type Type } from './types.ts';
import { write } from './writes.ts';

interface Options {
  /** Columns go to the person and not on to another clause. */
  shown: boolean;
  /** What a first WITH may take over from around the subquery. */
  outer?: Env;
}

/** One query without UNION; its columns, none where it returns nothing. */
function single(query: Part, start: Env, { shown, outer }: Options): Column[] {
  let env = start;
  let columns: Column[] = [];
  const known = new Known();
  inner(query).forEach((clause, at) => {
    switch (clause.rule) {
      case 'matchClause':
        takeApart(clause, env);
        env = match(clause, env, known);
        break;
      case 'unwindClause':
        env = unwind(clause, env);
        break;
      case 'withClause':
        env = at === 0 && outer ? passOn(clause, outer) : passOn(clause, env);
        known.clear();
        break;
      case 'subqueryClause':
        env = subquery(clause, env);
        break;
      case 'returnClause': {
        const body = child(clause, 'returnBody');
        if (!body) break;
        const projected = project(body, env, true);
        columns = projected.columns;
        if (shown) for (const column of columns) showable(column, body, env);
        break;
      }
      default:
        env = other(clause, env);
    }
  });
  return columns;
}

function other(clause: Part, env: Env): Env {
  const name = child(clause, 'procedureName');
  if (name) {
    const procedure = dottedName(name);
    const wayOut = insteadOfProcedure[procedure] ?? 'The schema view and the search have what it would answer.';
    env.refuse(clause, `The embedded engine has no procedure ${procedure}.`, wayOut);
    const yielded = children(clause, 'procedureResultItem').map((item) => nameOf(children(item, 'variable').at(-1)));
    return env.with(yielded.map((column) => [column, refused] as const));
  }
  if (clause.rule === 'finishClause' || clause.rule === 'orderBySkipLimitClause') {
    env.refuse(
      clause,
      'The embedded engine has no such clause.',
      'Put ORDER BY, SKIP and LIMIT behind RETURN or WITH.',
    );
    return env;
  }
  return write(clause, env);
}

function unwind(part: Part, env: Env): Env {
  const [list = part] = inner(part);
  const type = env.at({ truth: 'value', aggregates: false }).typeOf(list);
  return env.with([[nameOf(part.parts.at(-1)), elementOf(list, type, env)]]);
}

/** The queries of a UNION answer with the same columns in the same order. */
export function query(part: Part, env: Env, options: Options): Column[] {
  if (part.rule !== 'union') return single(part, env, options);
  const branches = children(part, 'singleQuery').map((branch) => ({
    branch,
    columns: single(branch, env, { ...options, shown: false }),
  }));
  const [first, ...others] = branches;
  if (!first) return [];
  let together = first.columns;
  for (const { branch, columns } of others) {
    if (columns.length !== together.length || columns.some(({ name }, at) => name !== together[at]?.name)) {
      env.refuse(
        branch,
        'The embedded engine wants the columns of a UNION in the same order.',
        'Put them in the order of the first query.',
      );
      continue;
    }
    together = together.map((column, at) => ({ ...column, type: either(column.type, columns[at]?.type as Type) }));
  }
  if (options.shown) for (const column of together) showable(column, part, env);
  return together;
}

function subquery(part: Part, env: Env): Env {
  const scope = child(part, 'subqueryScope');
  if (has(part, 'OPTIONAL'))
    env.refuse(part, 'The embedded engine knows no OPTIONAL CALL.', 'Use OPTIONAL MATCH inside.');
  if (has(scope, 'TIMES'))
    env.refuse(
      scope as Part,
      'CALL (*) is not among what both engines answer alike.',
      'Name what it takes over: CALL (x).',
    );
  const body = child(part, 'singleQuery') ?? child(part, 'union');
  if (!body) return env;
  const taken = children(scope, 'variable').flatMap((name) => {
    const type = env.scope.get(nameOf(name));
    return type ? [[nameOf(name), type] as const] : [];
  });
  const columns = query(body, env.only(new Map(taken)), { shown: false, ...(scope ? {} : { outer: env }) });
  return env.with(columns.map(({ name, type }) => [name, type] as const));
}
