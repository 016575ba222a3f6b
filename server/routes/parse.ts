// Checks a request's parameters against a route's schemas, and says field by field what is wrong.
import { z } from 'zod';
import { InvalidRequest } from '../errors.ts';
import type { ProblemDetail } from '../schema/problem.ts';

/** The query of an address; a parameter given more than once is a list. */
export function parseQueryString(text: string | null): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text ?? '')) {
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  return query;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function faults(issue: z.core.$ZodIssue, allowed: readonly string[]): ProblemDetail[] {
  const names = allowed.length === 0 ? 'it takes none' : `allowed: ${allowed.join(', ')}`;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => ({ field: shorten(name), reason: `is no parameter of this address; ${names}` }));
  }
  const field = String(issue.path[0] ?? '');
  if (issue.input === undefined) return [{ field, reason: 'is required' }];
  if (Array.isArray(issue.input) && issue.path.length === 1 && issue.code !== 'too_big') {
    return [{ field, reason: 'is given more than once' }];
  }
  return [{ field, reason: issue.message }];
}

/** The checked parameters; throws InvalidRequest with one entry for each fault. */
export function parseParameters(schema: z.ZodObject | undefined, given: Record<string, unknown>): unknown {
  const checked = (schema ?? z.strictObject({})).safeParse({ ...given }, { reportInput: true });
  if (checked.success) return checked.data;
  const allowed = Object.keys(schema?.shape ?? {});
  const found = checked.error.issues.flatMap((issue) => faults(issue, allowed));
  // One fault of a field is enough to mend it.
  const errors = found.filter((fault, index) => found.findIndex((one) => one.field === fault.field) === index);
  const [first] = errors;
  throw new InvalidRequest(`${first?.field || 'The request'}: ${first?.reason ?? 'is not valid'}.`, { errors });
}
