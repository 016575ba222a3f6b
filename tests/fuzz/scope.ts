// What a statement that is being made has bound so far, and the parameters that it was given.
import type { Choices } from './choices.ts';
import { labels, type Property } from './model.ts';

export interface Variable {
  name: string;
  kind: 'node' | 'relation' | 'path' | 'text' | 'integer' | 'boolean' | 'texts';
  /** Of a node its label; of a relation its type. */
  label: string;
  properties: readonly Property[];
}

export interface Scope {
  readonly choices: Choices;
  variables: Variable[];
  readonly parameters: Record<string, unknown>;
  /** Conditions are made of expressions, and expressions of conditions. */
  readonly condition: (scope: Scope, depth: number, patterns: boolean) => string;
}

export const nodeOf = (name: string, label: string): Variable => ({
  name,
  kind: 'node',
  label,
  properties: labels[label] ?? [],
});

export const ofKind = (scope: Scope, ...kinds: Variable['kind'][]): Variable[] =>
  scope.variables.filter(({ kind }) => kinds.includes(kind));

/** Expressions of a kind that are at hand: variables, and properties of nodes and relations. */
export function atHand(scope: Scope, kind: Property['kind']): { text: string; values: readonly string[] }[] {
  return scope.variables.flatMap((variable): { text: string; values: readonly string[] }[] => {
    if (variable.kind === kind) return [{ text: variable.name, values: kind === 'integer' ? ['1'] : ["'a'"] }];
    return variable.properties
      .filter((property) => property.kind === kind)
      .map((property) => ({ text: `${variable.name}.${property.name}`, values: property.values }));
  });
}

/** A new parameter with the value. */
export function parameter(scope: Scope, value: unknown): string {
  const name = scope.choices.name('p');
  scope.parameters[name] = value;
  return `$${name}`;
}
