// MATCH, and the MATCH inside EXISTS and COUNT.
import type { Part } from '../library.ts';
import { child, everyPart, has, inner, nameOf } from '../tree.ts';
import type { Env } from './env.ts';
import { type PatternReader, readPatterns } from './patterns.ts';
import { boolean, integer, orNull, type Type } from './types.ts';

/** The variable of `a` or of `a.key`, and that property; nothing of other expressions. */
function memberOf(part: Part | undefined): { name: string; property: string } | null {
  if (part?.rule === 'variable') return { name: nameOf(part), property: '' };
  const [first, step, ...more] = part?.rule === 'expression2' ? part.parts : [];
  const property = child(child(step, 'property'), 'propertyKeyName');
  if (first?.rule !== 'variable' || !property || more.length > 0) return null;
  return { name: nameOf(first), property: nameOf(property) };
}

/** Pairs of variables that a condition keeps apart: those of `a <> b` and `a.key <> b.key` joined by AND. */
function keptApart(where: Part | undefined): Set<string> {
  const pairs = new Set<string>();
  const waiting = where ? [where] : [];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (part.rule === 'expression10' || part.rule === 'parenthesizedExpression') waiting.push(...inner(part));
    const [left, right, ...more] = part.rule === 'expression8' ? inner(part) : [];
    const [a, b] = [memberOf(left), memberOf(right)];
    if (!a || !b || a.property !== b.property || more.length > 0 || !has(part, 'NEQ')) continue;
    pairs.add([a.name, b.name].sort().join('\n'));
  }
  return pairs;
}

/** What a node pattern says of a property: `=` and a text, or `$` and a parameter. */
function saidOf(end: Part, env: Env): Map<string, string> {
  const map = child(child(end, 'properties'), 'map');
  const found = new Map<string, string>();
  map?.parts.forEach((part, at) => {
    const value = map.parts[at + 2];
    if (part.rule !== 'propertyKeyName' || !value) return;
    const text = env.textOf(value);
    if (value.rule === 'stringLiteral' && !text.includes('\\')) found.set(nameOf(part), `=${text.slice(1, -1)}`);
    if (value.rule === 'parameter') found.set(nameOf(part), `$${nameOf(child(value, 'parameterName'))}`);
  });
  return found;
}

/** What is known of nodes further on in a query, for shortestPath(). */
export class Known {
  /** Pairs of variables that a condition keeps apart. */
  readonly apart = new Set<string>();
  readonly #said = new Map<string, Map<string, string>>();

  clear(): void {
    this.apart.clear();
    this.#said.clear();
  }
  note(patterns: Part, env: Env): void {
    for (const part of everyPart(patterns)) {
      const name = part.rule === 'nodePattern' ? nameOf(child(part, 'variable')) : '';
      if (name !== '') this.#said.set(name, new Map([...(this.#said.get(name) ?? []), ...saidOf(part, env)]));
    }
  }
  /** Whether two ends say different things of one property; parameters are asked to. */
  differ(from: Part, to: Part, env: Env): boolean {
    const all = [from, to].map(
      (end) => new Map([...(this.#said.get(nameOf(child(end, 'variable'))) ?? []), ...saidOf(end, env)]),
    );
    const [a = new Map<string, string>(), b = new Map<string, string>()] = all;
    for (const [key, said] of a) {
      const other = b.get(key);
      if (other === undefined || other === said) continue;
      if (said.startsWith('$') || other.startsWith('$')) env.shared.differ.push([said, other]);
      return true;
    }
    return false;
  }
}

/** shortestPath() between a node and itself is an error on Neo4j only, and a condition on its path is part of its search there. */
function shortestPaths(reader: PatternReader, where: Part | undefined, env: Env, known: Known): void {
  const apart = new Set([...known.apart, ...keptApart(where)]);
  for (const { part, from, to } of reader.ends) {
    const names = [child(from, 'variable'), child(to, 'variable')].map((name) => (name ? nameOf(name) : ''));
    if (!apart.has([...names].sort().join('\n')) && !known.differ(from, to, env)) {
      const message = 'Between a node and itself Neo4j’s shortestPath() is an error, and the embedded engine’s is not.';
      env.refuse(part, message, 'Keep the ends apart: MATCH (a …), (b …) WHERE a <> b MATCH p = shortestPath(…).');
    }
  }
  if (!where || reader.shortest.size === 0) return;
  for (const part of everyPart(where)) {
    if (part.rule !== 'variable' || !reader.shortest.has(nameOf(part))) continue;
    env.refuse(
      part,
      'A condition on a shortest path is part of the search on Neo4j, and comes after it here.',
      'Put it behind: WITH p WHERE ….',
    );
    return;
  }
}

/** The variables that a MATCH adds; what it says of nodes goes into `known`. */
export function match(part: Part, env: Env, known: Known): Env {
  for (const extra of inner(part)) {
    if (extra.rule === 'hint') env.refuse(extra, 'Hints are Neo4j’s own.', 'Leave the hint out.');
    if (extra.rule === 'matchMode') env.refuse(extra, 'The embedded engine has no match modes.', 'Leave it out.');
  }
  const isOptional = has(part, 'OPTIONAL');
  const list = child(part, 'patternList');
  const where = child(part, 'whereClause');
  const condition = inner(where)[0];
  if (!list) return env;
  const reader = readPatterns(list, env);
  shortestPaths(reader, condition, env, known);
  if (!isOptional) known.note(list, env);
  const inside = env.with(reader.variables);
  // With a pattern in its condition an OPTIONAL MATCH loses rows on the embedded engine.
  if (condition) filter(condition, inside.at({ patterns: !isOptional, aggregates: false }));
  if (!isOptional) for (const pair of keptApart(condition)) known.apart.add(pair);
  const found = [...reader.variables].map(
    ([name, type]) => [name, isOptional && !env.scope.has(name) ? orNull(type) : type] as const,
  );
  return env.with(found);
}

export function filter(condition: Part, env: Env): void {
  const type = env.at({ truth: 'filter' }).typeOf(condition);
  env.expect(condition, type, ['boolean'], 'A condition');
}

/** EXISTS { … } and COUNT { … }: patterns, or one MATCH after the other, with conditions. */
export function subquery(part: Part, env: Env): Type {
  const result = part.rule === 'countExpression' ? integer : boolean;
  if (!env.place.patterns) {
    return env.refuse(
      part,
      'EXISTS and COUNT may not stand here on the embedded engine.',
      'Filter in a WITH behind it: WITH … WHERE EXISTS { … }.',
    );
  }
  const query = child(part, 'singleQuery') ?? part;
  const clauses = query === part ? [part] : inner(query);
  let inside = env.at({ truth: 'value', aggregates: false });
  for (const clause of clauses) {
    if (clause !== part && (clause.rule !== 'matchClause' || has(clause, 'OPTIONAL'))) {
      env.refuse(
        clause,
        'Inside EXISTS and COUNT the embedded engine takes MATCH and WHERE only.',
        'Leave the rest out, or use a CALL { … } before.',
      );
    } else inside = match(clause, inside, new Known());
  }
  if (child(part, 'union'))
    env.refuse(part, 'Inside EXISTS and COUNT the embedded engine takes no UNION.', 'Join two of them by OR.');
  return result;
}
