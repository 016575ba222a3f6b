// Patterns: which forms, and what variables they bind.
import type { Part } from '../library.ts';
import { child, children, everyPart, has, inner, nameOf } from '../tree.ts';
import { assigned } from './assigned.ts';
import type { Env, Scope } from './env.ts';
import { labelNames, typeNames } from './labels.ts';
import { propertyType } from './model.ts';
import { comparable } from './operators.ts';
import { reservedNames } from './subset.ts';
import { listOf, node, path, relation, type Type } from './types.ts';

const forms = 'The embedded engine has no such pattern.';

/** Variables of one pattern list, with those bound before; what is new of a relation may not be bound already. */
export class PatternReader {
  readonly #env: Env;
  readonly #makes: boolean;
  readonly #bound = new Map<string, Type>();
  /** Names of paths by shortestPath(), and of the relations in them. */
  readonly shortest = new Set<string>();
  /** The ends of each shortestPath(). */
  readonly ends: { part: Part; from: Part; to: Part }[] = [];

  /** `makes`: the pattern says what to make, and nothing that is there is compared with it. */
  constructor(env: Env, { makes = false } = {}) {
    this.#env = env;
    this.#makes = makes;
  }

  get variables(): Scope {
    return this.#bound;
  }

  #seen(name: string): Type | undefined {
    return this.#bound.get(name) ?? this.#env.scope.get(name);
  }

  /** `p = (a)-[r]->(b)`, or `p = shortestPath(…)`. */
  pattern(part: Part): void {
    const selector = child(part, 'selector');
    if (selector) this.#env.refuse(selector, forms, 'Write p = shortestPath((a)-[*..5]-(b)).');
    const shortest = child(part, 'shortestPathPattern');
    const element = child(part, 'patternElement') ?? child(shortest, 'patternElement');
    const named = child(part, 'variable');
    if (shortest) this.#shortest(part, shortest, named);
    const isShort = element !== undefined && inner(element).length < 2;
    if (named && isShort)
      this.#env.refuse(part, 'A path of one node alone is unknown to the embedded engine.', 'Leave its name out.');
    const alone = isShort ? child(inner(element)[0], 'variable') : undefined;
    if (alone && this.#seen(nameOf(alone))?.maybeNull)
      this.#env.refuse(
        part,
        'The embedded engine keeps the rows where this node is null, and Neo4j leaves them out.',
        `Leave it out, and filter in its place: WITH … WHERE ${this.#env.textOf(alone)} IS NOT NULL.`,
      );
    if (element) this.element(element, shortest && named ? this.shortest : undefined);
    if (named) this.#bind(named, path, true);
  }

  #shortest(part: Part, shortest: Part, named: Part | undefined): void {
    if (has(shortest, 'ALL_SHORTEST_PATHS'))
      this.#env.refuse(
        shortest,
        'allShortestPaths() is not among what both engines answer alike.',
        'Write p = shortestPath(…).',
      );
    if (!named) this.#env.refuse(part, 'shortestPath() needs a name for its path here.', 'Write p = shortestPath(…).');
    else this.shortest.add(nameOf(named));
    const [from, , to] = inner(child(shortest, 'patternElement'));
    if (from && to) this.ends.push({ part: shortest, from, to });
  }

  /** Nodes and relations in turn; also of a pattern in an expression. */
  element(part: Part, into?: Set<string>): void {
    for (const piece of part.parts) {
      if (piece.rule === 'nodePattern') this.#node(piece);
      else if (piece.rule === 'relationshipPattern') this.#relation(piece, into);
      else this.#env.refuse(piece, forms, 'Repeat a relation by *1..3: -[:TYPE*1..3]-.');
    }
  }

  #node(part: Part): void {
    const where = child(part, 'WHERE');
    if (where)
      this.#env.refuse(where, 'The embedded engine knows no WHERE inside a pattern.', 'Put it behind the pattern.');
    const label = child(part, 'labelExpression');
    const variable = child(part, 'variable');
    const before = variable && this.#seen(nameOf(variable));
    const labels = label ? labelNames(label, this.#env) : [];
    const type: Type =
      before?.kind === 'node' ? { ...before, names: [...(before.names ?? []), ...labels] } : { ...node, names: labels };
    if (before && before.kind !== 'node')
      this.#env.refuse(
        part,
        'This variable is not known to be a node.',
        'Take another name, or unwind the list first.',
      );
    this.#properties(part, type);
    if (!variable) return;
    if (before && label) this.#known(nameOf(variable), type);
    else if (!before) this.#bind(variable, type, false);
  }

  #relation(part: Part, into: Set<string> | undefined): void {
    const where = child(part, 'WHERE');
    if (where)
      this.#env.refuse(where, 'The embedded engine knows no WHERE inside a pattern.', 'Put it behind the pattern.');
    const label = child(part, 'labelExpression');
    const types = label ? typeNames(label, this.#env) : [];
    const length = child(part, 'pathLength');
    if (length) this.#length(length);
    const type: Type = { ...relation, names: types };
    this.#properties(part, type);
    const variable = child(part, 'variable');
    if (!variable) return;
    this.#bind(variable, length ? listOf(type) : type, true);
    into?.add(nameOf(variable));
  }

  #length(part: Part): void {
    const [first, second] = children(part, 'UNSIGNED_DECIMAL_INTEGER').map(({ text }) => Number(text));
    const dots = part.parts.findIndex(({ rule }) => rule === 'DOTDOT');
    if (dots === -1) return;
    const startsWithNumber = part.parts[1]?.rule === 'UNSIGNED_DECIMAL_INTEGER';
    const from = startsWithNumber ? (first ?? 1) : 1;
    const to = startsWithNumber ? second : first;
    if (to !== undefined && to < from)
      this.#env.refuse(
        part,
        'A length that ends before it begins gives rows on the embedded engine.',
        'Write the smaller number first.',
      );
  }

  /** `{key: $key}`: values of the property's own kind, and no null that is written out. */
  #properties(part: Part, of: Type): void {
    const properties = child(part, 'properties');
    if (!properties) return;
    const map = child(properties, 'map');
    if (!map) {
      this.#env.refuse(
        properties,
        'The embedded engine takes no parameter for all properties.',
        'Name them: {key: $p.key}.',
      );
      return;
    }
    const env = this.#env.with(this.#bound).at({ truth: 'value', patterns: false, aggregates: false });
    const keys = children(map, 'propertyKeyName');
    inner(map)
      .filter(({ rule }) => rule !== 'propertyKeyName')
      .forEach((value, at) => {
        const keyPart = keys[at] ?? map;
        const key = nameOf(keyPart);
        if (reservedNames.has(key))
          env.refuse(keyPart, `The embedded engine uses the name ${key} for itself.`, 'Take another name.');
        const type = env.typeOf(value);
        if (type.kind === 'null')
          env.refuse(
            value,
            'Nothing equals null, and the embedded engine finds what has no such property.',
            'Write n.property IS NULL in WHERE.',
          );
        const known = propertyType(of, key);
        if (this.#makes) assigned(keyPart, known, value, type, env);
        else comparable([keyPart, known], [value, type], env, false);
      });
  }

  #known(name: string, type: Type): void {
    this.#bound.set(name, type);
  }

  #bind(variable: Part, type: Type, isNew: boolean): void {
    const name = nameOf(variable);
    if (isNew && this.#seen(name))
      this.#env.refuse(
        variable,
        'A relation or path that is bound already is not matched again here.',
        'Take another name, and compare the two.',
      );
    this.#bound.set(name, type);
  }
}

/** What a pattern in an expression, or in EXISTS and COUNT, sees and binds. */
export function readPatterns(list: Part, env: Env): PatternReader {
  const reader = new PatternReader(env);
  for (const pattern of children(list, 'pattern')) reader.pattern(pattern);
  return reader;
}

/** A pattern as a condition: `(a)-[:KNOWS]->(b)`. */
export function patternCondition(part: Part, env: Env): Type {
  if (!env.place.patterns)
    env.refuse(
      part,
      'A pattern may not stand here on the embedded engine.',
      'Filter in a WITH behind it: WITH … WHERE (a)-->(b).',
    );
  const reader = new PatternReader(env);
  for (const chain of everyPart(part)) if (chain.rule === 'pathPatternNonEmpty') reader.element(chain);
  return { kind: 'boolean', maybeNull: false };
}
