// Expressions of each kind over what is bound; the first choice is always the plainest.
import { atHand, ofKind, parameter, type Scope } from './scope.ts';

const some = <T>(items: readonly T[]): items is readonly [T, ...T[]] => items.length > 0;

function plain(scope: Scope, kind: 'text' | 'integer' | 'boolean' | 'texts', otherwise: string): string {
  const found = atHand(scope, kind);
  return some(found) ? scope.choices.of(found).text : otherwise;
}

export function text(scope: Scope, depth: number): string {
  const { choices } = scope;
  const simple = () => plain(scope, 'text', "'x'");
  if (depth === 0) return simple();
  const inner = () => text(scope, depth - 1);
  return choices.build(
    simple,
    () => `coalesce(${inner()}, 'none')`,
    () => `${choices.of(['toUpper', 'toLower', 'trim', 'ltrim', 'rtrim'])}(${inner()})`,
    () => `${inner()} + ${inner()}`,
    () => `substring(${inner()}, ${choices.number(4)}${choices.oneIn(2) ? `, ${choices.number(6)}` : ''})`,
    () => `${choices.of(['left', 'right'])}(${inner()}, ${choices.number(9)})`,
    () => `replace(${inner()}, ${choices.of(["'a'", "':'", "'nato'"])}, ${choices.of(["''", "'_'"])})`,
    () => `split(${inner()}, ${choices.of(["':'", "' '", "'-'"])})[${choices.number(3)}]`,
    () => `${choices.of(['head', 'last'])}(${texts(scope, depth - 1)})`,
    () => `toString(${integer(scope, depth - 1)})`,
    () => `reverse(coalesce(${inner()}, ''))`,
    () => `CASE WHEN ${scope.condition(scope, depth - 1, false)} THEN ${inner()} ELSE ${inner()} END`,
    () => `CASE ${inner()} WHEN ${inner()} THEN 'same' END`,
    () => `reduce(t = '', x IN ${texts(scope, depth - 1)} | t + left(x, 1))`,
    () => parameter(scope, choices.of(['Hungary', '', 'ó', 'plan:nato-invitation'])),
    () => `nullIf(${inner()}, ${choices.of(["'Hungary'", "''"])})`,
    () => (some(ofKind(scope, 'relation')) ? `type(${choices.of(relations(scope)).name})` : simple()),
  );
}

function relations(scope: Scope) {
  const found = ofKind(scope, 'relation');
  if (!some(found)) throw new Error('There is no relation in scope.');
  return found;
}

export function integer(scope: Scope, depth: number): string {
  const { choices } = scope;
  const simple = () => plain(scope, 'integer', String(choices.number(4)));
  if (depth === 0) return simple();
  const inner = () => integer(scope, depth - 1);
  return choices.build(
    simple,
    () => `size(${text(scope, depth - 1)})`,
    () => `size(${texts(scope, depth - 1)})`,
    () => `(${inner()} ${choices.of(['+', '-', '*'])} ${inner()})`,
    () => `${inner()} ${choices.of(['/', '%'])} ${choices.of(['2', '3', '7'])}`,
    () => `abs(${inner()})`,
    () => `-${choices.number(5)}`,
    () => `coalesce(${inner()}, ${choices.number(3)})`,
    () => `sign(${inner()})`,
    () => `toInteger(${float(scope, depth - 1)})`,
    () => `CASE WHEN ${scope.condition(scope, depth - 1, false)} THEN ${inner()} ELSE ${choices.number(3)} END`,
    () => `reduce(n = 0, x IN ${texts(scope, depth - 1)} | n + size(x))`,
    () => parameter(scope, choices.of([0, 1, 2, 7, -3])),
    () => (some(ofKind(scope, 'path')) ? `length(${ofKind(scope, 'path')[0]?.name})` : simple()),
  );
}

export function float(scope: Scope, depth: number): string {
  const { choices } = scope;
  return choices.build(
    () => `toFloat(${integer(scope, Math.max(0, depth - 1))})`,
    () => choices.of(['0.5', '1.0', '2.25', '-1.5']),
    () => `${integer(scope, Math.max(0, depth - 1))} / 2.0`,
    () => `${choices.of(['ceil', 'floor'])}(${choices.of(['1.5', '-0.5', '2.0'])})`,
    () => `sqrt(abs(${integer(scope, Math.max(0, depth - 1))}))`,
  );
}

export function boolean(scope: Scope, depth: number): string {
  const { choices } = scope;
  return choices.build(
    () => plain(scope, 'boolean', 'true'),
    () => `(${scope.condition(scope, depth, false)})`,
  );
}

/** A list of texts. */
export function texts(scope: Scope, depth: number): string {
  const { choices } = scope;
  const simple = () => plain(scope, 'texts', "['a', 'b']");
  if (depth === 0) return simple();
  const inner = () => texts(scope, depth - 1);
  const path = ofKind(scope, 'path')[0]?.name;
  return choices.build(
    simple,
    () => choices.of(["['a', 'b', 'a']", '[]', "['Hungary', '']"]),
    () => `[x IN ${inner()} WHERE ${choices.of(["x CONTAINS 'a'", 'size(x) > 3', "x <> 'US'"])}]`,
    () => `[x IN ${inner()} | ${choices.of(['toUpper(x)', "x + '!'", 'left(x, 2)'])}]`,
    () => `tail(${inner()})`,
    () => `reverse([x IN ${inner()} | x])`,
    () => `reverse(${inner()})`,
    () => `split(${text(scope, depth - 1)}, ${choices.of(["':'", "'-'"])})`,
    () => `${inner()} + ${inner()}`,
    () => `${inner()}[${choices.of(['0..1', '1..', '..2', '1..3'])}]`,
    () => `coalesce(${inner()}, [])`,
    () => `[${text(scope, depth - 1)}]`,
    () => parameter(scope, choices.of([['a', 'b'], [], ['Hungary', 'US']])),
    () => (path ? `[x IN nodes(${path}) | x.key]` : simple()),
    () => (path ? `[x IN relationships(${path}) | type(x)]` : simple()),
  );
}

export const expressions = { text, integer, float, boolean, texts } as const;
