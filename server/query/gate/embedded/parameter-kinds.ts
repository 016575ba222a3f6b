// What is asked of a parameter at two places of a statement, taken together.
import type { ParameterKind } from '../verdict.ts';

/** What there is among values, as far as the kinds tell it apart; a kind is the set of what it takes. */
const takes: Readonly<Record<ParameterKind, readonly string[]>> = {
  'plain pattern': ['pattern'],
  text: ['pattern', 'other text'],
  count: ['count'],
  'whole number': ['count', 'below 0'],
  number: ['count', 'below 0', 'fraction'],
  boolean: ['boolean'],
  list: ['list'],
  map: ['map'],
  'text or list': ['pattern', 'other text', 'list'],
  'one sort': ['pattern', 'other text', 'count', 'below 0', 'fraction', 'boolean'],
};
const kinds = Object.keys(takes) as ParameterKind[];

/** The kind of values that are of both kinds, or undefined where there are none. */
export function narrowerKind(a: ParameterKind, b: ParameterKind): ParameterKind | undefined {
  const both = takes[a].filter((value) => takes[b].includes(value));
  return both.length === 0
    ? undefined
    : kinds.find((kind) => takes[kind].length === both.length && takes[kind].every((value) => both.includes(value)));
}
