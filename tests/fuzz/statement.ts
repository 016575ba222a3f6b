// A whole statement over the bundled graph, made out of a row of numbers.
import fc from 'fast-check';
import { Choices } from './choices.ts';
import { call, match, passOn, unwind } from './clauses.ts';
import { condition } from './conditions.ts';
import { expressions } from './expressions.ts';
import { ofKind, type Scope } from './scope.ts';

export interface Statement {
  text: string;
  parameters: Record<string, unknown>;
  /** Sorted by all that it returns, so that rows in the same place are the same. */
  isOrdered: boolean;
}

interface Column {
  text: string;
  alias: string | undefined;
  sortable: boolean;
}

const kinds = ['text', 'integer', 'float', 'boolean', 'texts'] as const;

function column(scope: Scope): Column {
  const { choices } = scope;
  const entity = choices.of([...ofKind(scope, 'node', 'relation', 'path'), undefined] as const as [undefined]);
  const alias = choices.oneIn(5) ? undefined : choices.name('x');
  const kind = choices.of(kinds);
  return choices.build<Column>(
    () => ({ text: expressions[kind](scope, 2), alias, sortable: kind !== 'texts' }),
    () => ({ text: expressions[kind](scope, 3), alias, sortable: kind !== 'texts' }),
    () => ({ text: entityText(scope, entity), alias, sortable: false }),
    () => ({ text: counted(scope), alias, sortable: true }),
    () => ({ text: aggregate(scope), alias, sortable: true }),
    () => ({ text: `collect(${expressions.text(scope, 1)})`, alias: choices.name('bag'), sortable: false }),
    () => ({ text: `{a: ${expressions.text(scope, 1)}, b: ${expressions.integer(scope, 1)}}`, alias, sortable: false }),
  );
}

function entityText(scope: Scope, entity: { name: string; kind: string } | undefined): string {
  if (!entity) return expressions.text(scope, 1);
  const { choices } = scope;
  if (entity.kind !== 'node') return entity.name;
  return choices.build(
    () => entity.name,
    () => `${entity.name} {.key, size: size(${entity.name}.key)}`,
    () => `properties(${entity.name})`,
  );
}

function aggregate(scope: Scope): string {
  const { choices } = scope;
  return choices.build(
    () => `${choices.of(['min', 'max'])}(${expressions.text(scope, 1)})`,
    () => `${choices.of(['sum', 'min', 'max', 'avg'])}(${expressions.integer(scope, 1)})`,
    () => `count(${choices.oneIn(2) ? 'DISTINCT ' : ''}${expressions.text(scope, 1)})`,
    () => `size(collect(DISTINCT ${expressions.text(scope, 1)}))`,
  );
}

function giveBack(scope: Scope): { text: string; isOrdered: boolean } {
  const { choices } = scope;
  const columns = Array.from({ length: 1 + choices.number(3) }, () => column(scope));
  const items = columns.map(({ text, alias }) => (alias === undefined ? text : `${text} AS ${alias}`));
  const distinct = choices.oneIn(4) ? 'DISTINCT ' : '';
  const text = `RETURN ${distinct}${items.join(', ')}`;
  if (choices.oneIn(2) || !columns.every(({ alias, sortable }) => alias !== undefined && sortable)) {
    return { text, isOrdered: false };
  }
  const order = columns.map(({ alias }) => `${alias}${choices.oneIn(2) ? ' DESC' : ''}`).join(', ');
  const skip = choices.oneIn(4) ? ` SKIP ${choices.number(4)}` : '';
  const limit = choices.oneIn(3) ? ` LIMIT ${choices.number(6)}` : '';
  return { text: `${text} ORDER BY ${order}${skip}${limit}`, isOrdered: true };
}

function counted({ choices, variables }: Scope): string {
  const [first] = variables;
  return first === undefined
    ? 'count(*)'
    : choices.of(['count(*)', `count(DISTINCT ${first.name})`, `count(${first.name})`]);
}

function single(scope: Scope): { text: string; isOrdered: boolean } {
  const { choices } = scope;
  const clauses = [match(scope, false)];
  for (let more = choices.number(4); more > 0; more--) {
    clauses.push(
      choices.build(
        () => match(scope, true),
        () => passOn(scope),
        () => match(scope, false),
        () => unwind(scope),
        () => call(scope),
      ),
    );
  }
  const { text, isOrdered } = giveBack(scope);
  return { text: [...clauses, text].join(' '), isOrdered };
}

export function statementOf(numbers: readonly number[]): Statement {
  const choices = new Choices(numbers);
  const parameters: Record<string, unknown> = {};
  const scope = (): Scope => ({ choices, variables: [], parameters, condition });
  if (!choices.oneIn(12)) return { ...single(scope()), parameters };
  const branch = (): string => {
    const inside = scope();
    return `${match(inside, false)} RETURN ${expressions.text(inside, 2)} AS x`;
  };
  return { text: `${branch()} UNION ${choices.oneIn(2) ? 'ALL ' : ''}${branch()}`, parameters, isOrdered: false };
}

export const statements: fc.Arbitrary<Statement> = fc
  .array(fc.nat(10_000), { minLength: 10, maxLength: 120, size: 'max' })
  .map(statementOf);
