// Clauses that write, for the embedded engine: only shapes in which no part of a statement can see what another part wrote.
import type { Part } from '../library.ts';
import { child, children, everyPart, has, inner, nameOf } from '../tree.ts';
import { assigned } from './assigned.ts';
import type { Env } from './env.ts';
import { propertyType } from './model.ts';
import { PatternReader } from './patterns.ts';
import type { Type } from './types.ts';

/** Properties that an index is kept on, or that name a record for ever. */
const fixedKeys = new Set(['key', 'questionKey', 'baseKey']);

export function write(clause: Part, env: Env): Env {
  switch (clause.rule) {
    case 'createClause':
      return create(children(child(clause, 'patternList'), 'pattern'), false, env);
    case 'mergeClause': {
      const after = create(children(clause, 'pattern'), true, env);
      for (const action of children(clause, 'mergeAction')) set(child(action, 'setClause') ?? action, after);
      return after;
    }
    case 'setClause':
      set(clause, env);
      return env;
    case 'removeClause':
      for (const item of children(clause, 'removeItem')) remove(item, env);
      return env;
    case 'deleteClause':
      drop(clause, env);
      return env;
    default:
      env.refuse(
        clause,
        'The embedded engine has no such clause, or answers it otherwise.',
        'Use UNWIND in the place of FOREACH.',
      );
      return env;
  }
}

function create(patterns: Part[], isMerge: boolean, env: Env): Env {
  const reader = new PatternReader(env, { makes: !isMerge });
  for (const pattern of patterns) {
    if (has(pattern, 'variable'))
      env.refuse(pattern, 'A path that is written has no name here.', 'Leave its name out.');
    reader.pattern(pattern);
    for (const part of everyPart(pattern)) {
      if (part.rule === 'pathLength') env.refuse(part, 'A relation that is written has no length.', null);
      if (part.rule === 'relationshipPattern' && !has(part, 'rightArrow') && !has(part, 'leftArrow')) {
        env.refuse(part, 'A relation that is written has a direction.', 'Write -[:TYPE]->.');
      }
      if (isMerge && part.rule === 'properties') givenValues(part, env);
    }
  }
  return env.with(reader.variables);
}

/** MERGE on null is an error on Neo4j, and makes a node on the embedded engine. */
function givenValues(properties: Part, env: Env): void {
  for (const value of inner(child(properties, 'map')).filter(({ rule }) => rule !== 'propertyKeyName')) {
    const type = env.typeOf(value);
    if (type.parameter !== undefined) env.shared.given.add(type.parameter);
    else if (type.maybeNull)
      env.refuse(
        value,
        'What MERGE looks for is never null, and this may be.',
        'Filter before: WITH … WHERE x IS NOT NULL.',
      );
  }
}

function set(clause: Part, env: Env): void {
  for (const item of children(clause, 'setItem')) {
    const property = child(item, 'propertyExpression');
    const value = inner(item).at(-1) ?? item;
    if (property) {
      const keyPart = child(child(property, 'property'), 'propertyKeyName') ?? property;
      assign(keyPart, target(property, env), value, env.typeOf(value), env);
    } else if (has(item, 'PLUSEQUAL') && value.rule === 'map') {
      const type = env.typeOf(child(item, 'variable') ?? item);
      const values = inner(value).filter(({ rule }) => rule !== 'propertyKeyName');
      children(value, 'propertyKeyName').forEach((key, at) => {
        const given = values[at] ?? value;
        assign(key, type, given, env.typeOf(given), env);
      });
    } else if (!has(item, 'nodeLabels')) {
      env.refuse(
        item,
        'The embedded engine sets single properties, or a map that is written out.',
        'Write SET n.name = …, or SET n += {name: …}.',
      );
    }
  }
}

const target = (property: Part, env: Env): Type => env.typeOf(inner(property)[0] ?? property);

function assign(keyPart: Part, of: Type, valuePart: Part, value: Type, env: Env): void {
  const key = nameOf(keyPart);
  if (fixedKeys.has(key))
    env.refuse(keyPart, `${key} names a record for ever, or is indexed.`, 'Make another record instead.');
  assigned(keyPart, propertyType(of, key), valuePart, value, env);
}

function remove(item: Part, env: Env): void {
  const property = child(item, 'propertyExpression');
  const key = nameOf(child(child(property, 'property'), 'propertyKeyName'));
  if (fixedKeys.has(key)) env.refuse(item, `${key} names a record for ever, or is indexed.`, null);
}

function drop(clause: Part, env: Env): void {
  if (has(clause, 'NODETACH')) env.refuse(clause, 'The embedded engine knows no NODETACH.', 'Leave it out.');
  for (const item of inner(clause)) {
    if (item.rule !== 'variable')
      env.refuse(item, 'What is deleted is a variable here.', 'Match it, and delete it by its name.');
    else env.expect(item, env.typeOf(item), ['node', 'relation'], 'What is deleted');
  }
}

const pieces = (part: Part, rule: string): Part[] => [...everyPart(part)].filter((inside) => inside.rule === rule);
const namesIn = (part: Part): string[] =>
  pieces(child(part, 'labelExpression') ?? { ...part, parts: [] }, 'symbolicNameString').map(nameOf);

/**
 * The engine reads and writes row by row, so a statement may find what it just wrote. Refused: creating what has a label
 * or type that it also matches, a label that it matches, a MATCH behind a write, deleting nodes along relations.
 */
export function separateWrites(tree: Part, env: Env): void {
  const clauses = pieces(tree, 'singleQuery').flatMap(inner);
  const matches = clauses.filter(({ rule }) => rule === 'matchClause');
  const writes = clauses.filter(({ rule }) => /^(create|merge|set|remove|delete)Clause$/.test(rule));
  const [first] = writes;
  if (!first) return;
  const late = clauses.find(
    ({ rule, from }) => (rule === 'matchClause' || rule === 'subqueryClause') && from > first.from,
  );
  const wayOut = 'Make two statements of it: one that reads, and one that writes its rows by UNWIND $rows.';
  if (late) env.refuse(late, 'Behind a write the embedded engine may read what it just wrote.', wayOut);
  const bound = new Set(matches.flatMap((clause) => pieces(clause, 'variable').map(nameOf)));
  const seen = (rule: string): Set<string> | undefined => {
    const patterns = matches.flatMap((clause) => pieces(clause, rule));
    return patterns.some((pattern) => namesIn(pattern).length === 0) ? undefined : new Set(patterns.flatMap(namesIn));
  };
  for (const clause of writes) {
    const labels = pieces(clause, 'setItem').flatMap((item) =>
      pieces(child(item, 'nodeLabels') ?? { ...item, parts: [] }, 'symbolicNameString').map(nameOf),
    );
    for (const rule of ['nodePattern', 'relationshipPattern'] as const) {
      const matched = seen(rule);
      const made = pieces(clause, rule).filter((pattern) => !bound.has(nameOf(child(pattern, 'variable'))));
      const clashes = (name: string): boolean => matched === undefined || matched.has(name);
      if (
        made.some(
          (pattern) => namesIn(pattern).some(clashes) || (matched !== undefined && namesIn(pattern).length === 0),
        )
      ) {
        env.refuse(clause, 'What this writes may be found by the same statement.', wayOut);
      }
      if (rule === 'nodePattern' && labels.some(clashes))
        env.refuse(clause, 'A label that is set here is also matched.', wayOut);
    }
    const alongRelations = matches.some((match) => pieces(match, 'relationshipPattern').length > 0);
    if (clause.rule === 'deleteClause' && has(clause, 'DETACH') && alongRelations)
      env.refuse(clause, 'Nodes are deleted while relations are followed.', wayOut);
  }
}
