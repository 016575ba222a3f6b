// Conditions over what is bound: comparisons, tests on text and lists, patterns and subqueries.
import { boolean, float, integer, text, texts } from './expressions.ts';
import { labels, ties, tiesOf } from './model.ts';
import { atHand, ofKind, parameter, type Scope, type Variable } from './scope.ts';

const some = <T>(items: readonly T[]): items is readonly [T, ...T[]] => items.length > 0;
const signs = ['=', '<>', '<', '<=', '>', '>='] as const;

function textTest(scope: Scope, depth: number): string {
  const { choices } = scope;
  const found = atHand(scope, 'text');
  if (!some(found)) return `${text(scope, depth)} = 'x'`;
  const { text: side, values } = choices.of(found);
  const value = some(values) ? choices.of(values) : "'x'";
  return choices.build(
    () => `${side} = ${value}`,
    () => `${side} ${choices.of(signs)} ${value}`,
    () => `${side} ${choices.of(['STARTS WITH', 'ENDS WITH', 'CONTAINS'])} ${value}`,
    () => `${side} IS ${choices.oneIn(2) ? 'NOT ' : ''}NULL`,
    () => `${side} IN [${values.join(', ')}]`,
    () => `${side} ${choices.of(signs)} ${text(scope, depth)}`,
    () => `${text(scope, depth)} ${choices.of(signs)} ${text(scope, depth)}`,
    () => `${side} =~ ${choices.of(["'.*a.*'", "'[A-M].*'", "'(?i)h.*'", "'.+:.+'"])}`,
    () => `${side} ${choices.of(signs)} ${parameter(scope, value.slice(1, -1))}`,
    () =>
      `${side} IN ${parameter(
        scope,
        values.map((one) => one.slice(1, -1)),
      )}`,
    () => `${side} IN ${texts(scope, depth)}`,
  );
}

function listTest(scope: Scope, depth: number): string {
  const { choices } = scope;
  const list = texts(scope, depth);
  return choices.build(
    () => `'a' IN ${list}`,
    () => `size(${list}) ${choices.of(signs)} ${choices.number(5)}`,
    () =>
      `${choices.of(['any', 'all', 'none', 'single'])}(x IN ${list} WHERE ${choices.of(["x CONTAINS 'a'", 'size(x) < 6'])})`,
    () => `${list} = ${texts(scope, depth)}`,
    () => `${list} IS NULL`,
    () => `isEmpty(${list})`,
  );
}

/** A pattern from a node that is bound, as a condition. */
function patternFrom(scope: Scope, { name, label }: Variable, inner: string): string {
  const { choices } = scope;
  const ways = tiesOf(label);
  if (!some(ways)) return `(${name})-->(${inner})`;
  const { tie, leaves } = choices.of(ways);
  const relation = choices.build(
    () => `[:${tie.type}]`,
    () => `[:${tie.type}|${choices.of(ties).type}]`,
    () => '',
    () => `[:${tie.type}*1..2]`,
  );
  return leaves ? `(${name})-${relation}->(${inner})` : `(${name})<-${relation}-(${inner})`;
}

function subquery(scope: Scope, depth: number): string {
  const { choices } = scope;
  const nodes = ofKind(scope, 'node');
  if (!some(nodes)) return textTest(scope, depth);
  const node = choices.of(nodes);
  const [tie] = tiesOf(node.label);
  const other = choices.name('s');
  const far = tie?.leaves ? tie.tie.to : (tie?.tie.from ?? 'Plan');
  const [property] = labels[far] ?? [];
  const where = () => (property ? ` WHERE ${other}.${property.name} ${choices.of(signs)} ${property.values[0]}` : '');
  return choices.build(
    () => patternFrom(scope, node, ''),
    () => `EXISTS { MATCH ${patternFrom(scope, node, '')} }`,
    () => `EXISTS { MATCH ${patternFrom(scope, node, other)}${where()} }`,
    () => `COUNT { ${patternFrom(scope, node, '')} } ${choices.of(signs)} ${choices.number(4)}`,
    () => `COUNT { MATCH ${patternFrom(scope, node, other)}${where()} } ${choices.of(signs)} ${choices.number(4)}`,
  );
}

function entityTest(scope: Scope, depth: number): string {
  const { choices } = scope;
  const nodes = ofKind(scope, 'node');
  const relations = ofKind(scope, 'relation');
  return choices.build(
    () => textTest(scope, depth),
    () => (some(nodes) ? `${choices.of(nodes).name}:${choices.of(['Country', 'Plan', 'Actor', 'Article'])}` : 'true'),
    () => (some(nodes) ? `${choices.of(nodes).name} ${choices.of(['=', '<>'])} ${choices.of(nodes).name}` : 'true'),
    () =>
      some(relations)
        ? `type(${choices.of(relations).name}) ${choices.of(['=', '<>'])} '${choices.of(ties).type}'`
        : 'true',
    () =>
      some(nodes) ? `'${choices.of(['Country', 'Actor', 'Record'])}' IN labels(${choices.of(nodes).name})` : 'true',
  );
}

/** `patterns`: whether a pattern or a subquery may stand here. */
export function condition(scope: Scope, depth: number, patterns: boolean): string {
  const { choices } = scope;
  const simple = () => textTest(scope, Math.max(0, depth - 1));
  if (depth <= 0) return simple();
  const inner = () => condition(scope, depth - 1, patterns);
  return choices.build(
    simple,
    () => (patterns ? subquery(scope, depth - 1) : simple()),
    () => `${integer(scope, depth - 1)} ${choices.of(signs)} ${integer(scope, depth - 1)}`,
    () => `(${inner()} ${choices.of(['AND', 'OR', 'XOR'])} ${inner()})`,
    () => `NOT (${inner()})`,
    () => listTest(scope, depth - 1),
    () => entityTest(scope, depth - 1),
    () => boolean(scope, 0),
    () => `${float(scope, depth - 1)} ${choices.of(signs)} ${float(scope, depth - 1)}`,
    () => `(${inner()}) IS ${choices.oneIn(2) ? 'NOT ' : ''}NULL`,
    () => (patterns ? `NOT ${subquery(scope, depth - 1)}` : simple()),
  );
}
