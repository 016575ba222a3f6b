// Finds the record that a decision is about, and says what is wrong where there is none or it is of another kind.
import { InvalidRequest, NotFound } from '../errors.ts';
import { distance } from '../schema/distance.ts';
import { fold } from '../schema/fold.ts';
import { compare } from '../schema/lists.ts';
import { nearestCount } from '../schema/nearest.ts';
import type { Rows } from '../schema/statements.ts';
import type { Capabilities, Reader } from '../store/port.ts';

export type Subject = Rows<'read/curation/subjects'>[number];

/** Kinds of records that decisions are about, with how their keys begin. */
const prefixes = {
  Source: ['source:'],
  Outlet: ['outlet:'],
  Assertion: ['assertion:'],
  Article: ['article:'],
  Case: ['case:'],
  Actor: ['person:', 'country:', 'organization:', 'group:'],
  Plan: ['plan:'],
  Event: ['event:'],
  Claim: ['claim:'],
  Quote: ['quote:'],
  Utterance: ['utterance:'],
} as const;
export type SubjectKind = keyof typeof prefixes;

/** Whether a record of these kinds could have the key, be it there or not. */
export const isKeyOf = (key: string, kinds: readonly SubjectKind[]): boolean =>
  kinds.some((kind) => prefixes[kind].some((prefix) => key.startsWith(prefix) && key.length > prefix.length));

const candidates = 20_000;
const asked = (key: string): string => fold(key.slice(key.indexOf(':') + 1).slice(0, 100));

/** The records of these kinds whose key or name differs in the fewest letters, then by key. */
async function nearest(
  tx: Reader,
  key: string,
  kinds: readonly SubjectKind[],
): Promise<{ key: string; name: string }[]> {
  const possible = kinds.flatMap((kind): readonly string[] => prefixes[kind]);
  const begun = possible.filter((prefix) => key.startsWith(prefix));
  const found: { key: string; name: string; far: number }[] = [];
  for (const prefix of begun.length > 0 ? begun : possible) {
    for (const row of await tx.read('read/curation/names', { prefix, limit: candidates })) {
      const far = Math.min(distance(asked(key), asked(row.key)), distance(asked(key), fold(row.name)));
      found.push({ ...row, far });
    }
  }
  found.sort((a, b) => a.far - b.far || compare(a.key, b.key));
  return found.slice(0, nearestCount).map(({ key: near, name }) => ({ key: near, name }));
}

/** A fault at a place: a JSON pointer into the body, or the name of a parameter of the address. */
export function refused(place: string, reason: string): InvalidRequest {
  const at = place.startsWith('/') ? { pointer: place } : { field: place };
  return new InvalidRequest(`${place.replace('/', '')}: ${reason}.`, { errors: [{ ...at, reason }] });
}

const article = (word: string): string => `${/^[AEIOU]/.test(word) ? 'an' : 'a'} ${word}`;

/** The most specific label. */
export const labelOf = ({ labels }: Pick<Subject, 'labels'>): string =>
  [...labels].sort().find((label) => label !== 'Record' && label !== 'Actor') ?? 'Record';

/**
 * The records with the keys, in their order. Throws NotFound with the nearest names for the first that is unknown, and
 * InvalidRequest, naming the `place` of its key, for the first that is of none of the kinds.
 */
export async function subjectsOf(
  tx: Reader,
  keys: readonly string[],
  kinds: readonly SubjectKind[],
  place: string,
): Promise<Subject[]> {
  const rows = new Map((await tx.read('read/curation/subjects', { keys: [...keys] })).map((row) => [row.key, row]));
  const found: Subject[] = [];
  for (const key of keys) {
    const row = rows.get(key);
    if (row === undefined) {
      throw new NotFound(`No record has the key "${key.slice(0, 200)}".`, { nearest: await nearest(tx, key, kinds) });
    }
    if (!kinds.some((kind) => row.labels.includes(kind))) {
      throw refused(place, `"${key}" is ${article(labelOf(row))}, and must be ${kinds.map(article).join(' or ')}`);
    }
    found.push(row);
  }
  return found;
}

export async function subjectOf(
  tx: Reader,
  key: string,
  kinds: readonly SubjectKind[],
  place: string,
): Promise<Subject> {
  const [found] = await subjectsOf(tx, [key], kinds, place);
  if (found === undefined) throw new Error(`"${key}" was neither found nor refused.`);
  return found;
}

/** Decisions are kept in Hearsay's own database only: throws NotFound for another. */
export function requireHearsay({ capabilities }: { capabilities: Pick<Capabilities, 'model'> }): void {
  if (capabilities.model === 'hearsay') return;
  throw new NotFound('This is not a Hearsay database.', {
    detail: 'It holds no articles and no evidence to decide about: it is shown as a plain graph, and never written to.',
  });
}
