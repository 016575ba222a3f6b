// Versions of what several people may change at a time: who names the one they read is told what others did since.
import { Conflict } from '../errors.ts';
import { shortHash } from '../ingest/canonical.ts';
import type { ProblemDetail } from '../schema/problem.ts';

/** The version of a thing as it stands; null where there is none. */
export const versionOf = (thing: unknown): string | null =>
  thing === null || thing === undefined ? null : shortHash([thing]);

/** Who did what when, as far as that is known. */
export interface Since {
  by: string;
  /** A moment. */
  on: string;
  what: string;
}

/** One thing that is otherwise than it was read: its place in the request, what it is called, and who changed it. */
export interface Meanwhile {
  pointer: string;
  name: string;
  since: Since | undefined;
}

/** "2026-11-23 11:40 UTC" */
const minute = (on: string): string => `${on.slice(0, 16).replace('T', ' ')} UTC`;

const reasonOf = ({ name, since }: Meanwhile): string =>
  since === undefined
    ? `${name} was changed meanwhile, by an import or by what else was changed`
    : `${name} was changed meanwhile: ${since.by}, ${minute(since.on)}: ${since.what}`;

/** What a write is refused with that names older versions than what stands; nothing of it is written. */
export function changedMeanwhile(things: readonly Meanwhile[], address: string): Conflict {
  const errors = things.map((thing): ProblemDetail => ({ pointer: thing.pointer, reason: reasonOf(thing) }));
  const [first] = errors;
  const more = errors.length > 1 ? `, and ${errors.length - 1} more` : '';
  return new Conflict(`${first?.reason}${more}.`, {
    detail: `Nothing was written. GET ${address} says how it stands now: write with the versions of that, or leave it.`,
    errors,
  });
}
