// Checks a request's body against its schema, and says member by member what is wrong.
import type { z } from 'zod';
import { InvalidRequest } from '../errors.ts';
import { pointerOf } from '../ingest/issues.ts';
import { placeOf, reasonOf } from '../ingest/reasons.ts';

/** The checked body; throws InvalidRequest with one entry, a JSON pointer and a reason, for each fault. */
export function parseBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const checked = schema.safeParse(body, { reportInput: true });
  if (checked.success) return checked.data;
  const errors = checked.error.issues.map((issue) => ({ pointer: pointerOf(placeOf(issue)), reason: reasonOf(issue) }));
  const [first] = errors;
  throw new InvalidRequest(`${first?.pointer || 'The body'}: ${first?.reason ?? 'is not valid'}.`, { errors });
}

/** The same for a body of two forms, each of which has one member that the other has not; `names` are these two. */
export function parseEither<A extends z.ZodType, B extends z.ZodType>(
  names: readonly [string, string],
  [first, second]: readonly [A, B],
  body: unknown,
): z.output<A> | z.output<B> {
  const has = (name: string): boolean => typeof body === 'object' && body !== null && Object.hasOwn(body, name);
  if (has(names[0])) return parseBody(first, body);
  if (has(names[1])) return parseBody(second, body);
  const reason = `must be an object with "${names[0]}" or "${names[1]}"`;
  throw new InvalidRequest(`The body ${reason}.`, { errors: [{ pointer: '', reason }] });
}
