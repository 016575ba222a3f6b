// The keys of claims, assertions, sources and quotes: each follows from what it stands for, so two documents agree on it.
import type { Assertion, Claim, Source } from '../schema/claim.ts';
import { fold } from '../schema/fold.ts';
import { slugOf } from '../schema/key.ts';
import { shortHash } from './canonical.ts';

/** A count is a position of the holder's members, everything else its own. */
export const scopeOf = (claim: Claim): 'self' | 'members' => (claim.kind === 'count' ? 'members' : 'self');

/** The same for all claims of one holder on one target, whatever the stance. */
export const questionKey = (claim: Pick<Claim, 'holder' | 'target'>): string =>
  `question:${shortHash([claim.holder, claim.target ?? null])}`;

/** Statements are told apart by their words; a stance or a count is the same claim however a document words it. */
export function claimKey(claim: Claim): string {
  const parts = [questionKey(claim), claim.kind, scopeOf(claim)];
  if (claim.kind === 'stance') return `claim:${shortHash([...parts, null, null, null, claim.stance])}`;
  if (claim.kind === 'statement') return `claim:${shortHash([...parts, null, null, null, null, fold(claim.text)])}`;
  const { quantifier, number, of, stance } = claim;
  return `claim:${shortHash([...parts, quantifier, number ?? null, of ?? null, stance])}`;
}

/** `article`, `claim`, `sources` and `relays` are keys, not local ids. */
export function assertionKey(
  assertion: Pick<Assertion, 'mode' | 'modality' | 'span'>,
  at: { article: string; claim: string; sources: readonly string[]; relays: readonly string[] },
): string {
  const { mode, modality, span } = assertion;
  const links = [[...at.sources].sort(), [...at.relays].sort()];
  return `assertion:${shortHash([at.article, at.claim, mode, modality, span?.start ?? null, span?.end ?? null, ...links])}`;
}

/** A named source is its actor; any other belongs to the article it spoke to and is never merged by its descriptor. */
export const sourceKey = (source: Pick<Source, 'id' | 'kind' | 'actor' | 'spokeTo'>, article: string): string =>
  source.kind === 'named' && source.actor !== undefined
    ? `source:${source.actor}`
    : `source:${slugOf(source.spokeTo ?? article)}#${source.id}`;

export const quoteKey = (id: string, article: string): string => `quote:${slugOf(article)}#${id}`;

/** Of the record that keeps what an article is proposed to say. */
export const draftKey = (article: string): string => `draft:${slugOf(article)}`;

const textMark = (textHash: string): string => `.${textHash.slice('sha256:'.length, 'sha256:'.length + 8)}`;

/** The key of an article whose key is taken by an earlier text: the key and the first 8 hex digits of the new text's hash. */
export const revisionKey = (article: string, textHash: string): string => `${article}${textMark(textHash)}`;

/** The key that all texts of an article share: its own, or for a revision's (as one exports it) the first text's. */
export function baseKeyOf({ key, textHash }: { key: string; textHash: string }): string {
  const mark = textMark(textHash);
  return key.endsWith(mark) ? key.slice(0, -mark.length) : key;
}
