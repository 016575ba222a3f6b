// What to write in the place of a value of the wrong kind.
import { familyOf, type Kind, numbers, type Type } from './types.ts';

const unordered =
  "Ask for one: 'Person' IN labels(n); count them: size(labels(n)); or take them apart: UNWIND labels(n) AS label.";

/** A value of this kind is here, one of that is wanted. */
export function insteadOfKind(given: Type, wanted: Kind): string {
  if (given.kind === 'any')
    return 'Only properties of this model, literals and parameters have a kind that is known before the statement runs.';
  if (given.kind === 'names') return unordered;
  switch (familyOf({ kind: wanted, maybeNull: true })) {
    case 'text':
      return given.kind === 'integer' || given.kind === 'boolean'
        ? 'Write toString(…) around it.'
        : 'Take a text: a property such as n.name, or a literal.';
    case 'number':
      return given.kind === 'text'
        ? 'No text is made a number here: write the number itself, or pass it as a parameter.'
        : numbers.includes(given.kind)
          ? 'Write toInteger(…) around it.'
          : 'Take a number: a property, a literal, or a count.';
    case 'boolean':
      return 'Make a condition of it: x = …, or x IS NOT NULL.';
    case 'list':
      return given.kind === 'text' ? "Write split(x, ','), or [x] for a list of one." : 'Write [x] for a list of one.';
    default:
      return 'Take a variable that the pattern binds.';
  }
}

/** Instead of comparing labels(n) or keys(n), or taking one of them by its place. */
export const insteadOfNames = unordered;
