// Says what zod found wrong in a document as a person would say it.
import type { z } from 'zod';
import type { Path } from './issues.ts';

type Issue = z.core.$ZodIssue;

const list = (values: readonly unknown[]): string => values.map(String).join(', ');
const withArticle = (type: string): string =>
  type === 'int' ? 'a whole number' : /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const given = (input: unknown): string => {
  if (input === undefined) return '; it is missing';
  return typeof input === 'string' ? `, not ${JSON.stringify(input.slice(0, 60))}` : '';
};
const size = (issue: { origin: string }, small: string, short: string): string =>
  issue.origin === 'number' || issue.origin === 'int' ? small : short;

function unionReason(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const { discriminator, input } = issue;
  if (discriminator !== undefined) {
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
    const value =
      input !== null && typeof input === 'object'
        ? Object.getOwnPropertyDescriptor(input, discriminator)?.value
        : undefined;
    return `must be one of ${list(options)}${given(value)}`;
  }
  const branches = issue.errors.map((errors) => {
    const first = errors[0];
    if (first === undefined) return 'another form';
    return first.path.length > 0 ? `an object with "${list(first.path)}" alone` : reasonOf(first);
  });
  return `fits none of the forms it may have: ${[...new Set(branches)].join('; or ')}`;
}

/** One reason, to be read after the place: "must be one of supports, opposes, noncommittal, defers, not "agrees"". */
export function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${list(issue.values)}${given(issue.input)}`;
    case 'unrecognized_keys':
      return issue.keys.length === 1
        ? 'is no member that the format knows: check its spelling or take it out'
        : `has members that the format does not know: ${list(issue.keys)}`;
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing; ${withArticle(issue.expected)} is expected`
        : `must be ${withArticle(issue.expected)}`;
    case 'too_small':
      if (issue.minimum === 1 && (issue.origin === 'string' || issue.origin === 'array')) return 'must not be empty';
      return `is too ${size(issue, 'small', 'short')}: at least ${issue.minimum}`;
    case 'too_big':
      return `is too ${size(issue, 'big', 'long')}: at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'url' ? 'must be an http or https address' : lowerFirst(issue.message);
    case 'invalid_union':
      return unionReason(issue);
    default:
      return lowerFirst(issue.message);
  }
}

/** Where the fault is: for a member that may not be there, that member itself. */
export function placeOf(issue: Issue): Path {
  const [only, ...others] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return only !== undefined && others.length === 0 ? [...issue.path, only] : issue.path;
}
