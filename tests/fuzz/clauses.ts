// Clauses that read: patterns that hang together, conditions behind them, WITH, UNWIND and CALL between them.
import { condition } from './conditions.ts';
import { expressions, texts } from './expressions.ts';
import { few, labels, type Tie, tiesOf } from './model.ts';
import { nodeOf, ofKind, type Scope, type Variable } from './scope.ts';

const some = <T>(items: readonly T[]): items is readonly [T, ...T[]] => items.length > 0;
const names = Object.keys(labels) as [string, ...string[]];

/** A node that is bound, or a new one with its label. */
function start(scope: Scope, alone: boolean): { text: string; node: Variable } {
  const { choices } = scope;
  const nodes = ofKind(scope, 'node');
  if (some(nodes) && !alone) {
    const node = choices.of(nodes);
    return { text: `(${node.name})`, node };
  }
  const node = nodeOf(choices.name('n'), choices.of(some(nodes) ? few : names));
  scope.variables.push(node);
  return { text: `(${node.name}:${node.label})`, node };
}

function step(scope: Scope, from: Variable): { text: string; node: Variable } | undefined {
  const { choices } = scope;
  const ways = tiesOf(from.label);
  if (!some(ways)) return undefined;
  const { tie, leaves } = choices.of(ways);
  const node = nodeOf(choices.name('n'), leaves ? tie.to : tie.from);
  const relation = relationOf(scope, tie);
  const [left, right] = choices.oneIn(6) ? ['-', '-'] : leaves ? ['-', '->'] : ['<-', '-'];
  const far = choices.build(
    () => `(${node.name}:${node.label})`,
    () => `(${node.name})`,
    () => propertied(scope, node),
  );
  scope.variables.push(node);
  return { text: `${left}${relation}${right}${far}`, node };
}

function propertied(scope: Scope, { name, label, properties }: Variable): string {
  if (!some(properties)) return `(${name}:${label})`;
  const { name: property, kind, values } = scope.choices.of(properties);
  return kind === 'texts' || kind === 'integers'
    ? `(${name}:${label})`
    : `(${name}:${label} {${property}: ${scope.choices.of(values as [string, ...string[]])}})`;
}

function relationOf(scope: Scope, { type, from, properties }: Tie): string {
  const { choices } = scope;
  const named = (text: string): string => {
    const name = choices.name('r');
    scope.variables.push({ name, kind: 'relation', label: type, properties });
    return `[${name}:${text}]`;
  };
  const beside = tiesOf(from)
    .filter(({ leaves, tie }) => leaves && tie.type !== type)
    .map(({ tie }) => tie.type);
  return choices.build(
    () => `[:${type}]`,
    () => named(type),
    () => (some(beside) ? `[:${type}|${choices.of(beside)}]` : `[:${type}]`),
    () => `[:${type}*${choices.of(['1..2', '2', '1..3', '0..1', '2..3'])}]`,
  );
}

export function match(scope: Scope, isOptional: boolean): string {
  const { choices } = scope;
  const patterns: string[] = [];
  const count = isOptional ? 1 : 1 + choices.number(2);
  for (let at = 0; at < count; at++) {
    const alone = at > 0 && choices.oneIn(4);
    let { text, node } = start(scope, alone);
    // What is not joined to the rest multiplies all rows, so it stays short.
    const steps = isOptional ? 1 : choices.number(alone ? 2 : 3);
    for (let length = 0; length < steps; length++) {
      const next = step(scope, node);
      if (!next) break;
      text += next.text;
      node = next.node;
    }
    if (steps > 0 && choices.oneIn(4)) {
      const path = choices.name('w');
      text = `${path} = ${text}`;
      scope.variables.push({ name: path, kind: 'path', label: '', properties: [] });
    }
    patterns.push(text);
  }
  const where = choices.oneIn(2) ? ` WHERE ${condition(scope, isOptional ? 1 : 2, !isOptional)}` : '';
  return `${isOptional ? 'OPTIONAL ' : ''}MATCH ${patterns.join(', ')}${where}`;
}

const kinds = ['text', 'integer', 'boolean', 'texts'] as const;

/** WITH: some of what is bound goes on, and something computed beside it, or a count of what is left. */
export function passOn(scope: Scope): string {
  const { choices } = scope;
  const kept = scope.variables.filter(() => !choices.oneIn(3));
  const items = kept.map(({ name }) => name);
  const after = [...kept];
  const kind = choices.of(kinds);
  const name = choices.name('v');
  const add = (text: string, of: Variable['kind']): void => {
    items.push(`${text} AS ${name}`);
    after.push({ name, kind: of, label: '', properties: [] });
  };
  const left = scope.variables.find((variable) => !kept.includes(variable));
  choices.build(
    () => add(expressions[kind](scope, 2), kind),
    () => add(`count(${left && choices.oneIn(2) ? `DISTINCT ${left.name}` : '*'})`, 'integer'),
    () => add(`min(${expressions.text(scope, 1)})`, 'text'),
    () => add(`sum(${expressions.integer(scope, 1)})`, 'integer'),
  );
  scope.variables = after;
  const where = choices.oneIn(2) ? ` WHERE ${condition(scope, 1, true)}` : '';
  return `WITH ${choices.oneIn(4) ? 'DISTINCT ' : ''}${items.join(', ')}${where}`;
}

export function unwind(scope: Scope): string {
  const name = scope.choices.name('u');
  const list = texts(scope, 2);
  scope.variables.push({ name, kind: 'text', label: '', properties: [] });
  return `UNWIND ${list} AS ${name}`;
}

export function call(scope: Scope): string {
  const { choices } = scope;
  const nodes = ofKind(scope, 'node');
  if (!some(nodes)) return unwind(scope);
  const outer = choices.of(nodes);
  const inside: Scope = { ...scope, variables: [outer] };
  const clause = match(inside, false);
  const name = choices.name('c');
  const [text, kind] = choices.build<[string, 'integer' | 'text']>(
    () => ['count(*)', 'integer'],
    () => [expressions.text(inside, 1), 'text'],
    () => [`max(${expressions.text(inside, 1)})`, 'text'],
  );
  scope.variables.push({ name, kind, label: '', properties: [] });
  return `CALL { WITH ${outer.name} ${clause} RETURN ${text} AS ${name} }`;
}
