// Whom a source of an annotation names: a person, an organization, a country, an outlet, or nobody in particular.

import { fold } from '../../../schema/fold.ts';
import type { SourceKind } from '../../../schema/stance.ts';
import { slug } from '../csv/names.ts';
import { type FullNames, isPersonName, withoutInitials, withoutTitles } from './full-names.ts';
import {
  countryCode,
  countryName,
  documentWords,
  knownOutlets,
  leastNumber,
  organizationWords,
  outletWords,
  pronouns,
  titles,
} from './words.ts';

export interface NamedActor {
  type: 'Person' | 'Organization' | 'Country';
  key: string;
  name: string;
}
export type Speaker =
  | { is: 'actor'; actor: NamedActor }
  | { is: 'outlet'; outlet: NamedOutlet }
  | { is: 'source'; kind: Extract<SourceKind, 'anonymous' | 'unresolved' | 'document'>; minCount: number };

export interface NamedOutlet {
  key: string;
  name: string;
}

/** The outlet of a name: agencies by their full one, and "The Post" and "Post" are one. */
export function outletOf(name: string): NamedOutlet {
  const full = knownOutlets.get(fold(name).replace(/^the /, '')) ?? name.trim();
  return { key: `outlet:${slug(full.replace(/^the\s+/i, ''))}`, name: full };
}

/** Where what names somebody ends: at a comma, a bracket, a relative pronoun or a preposition. */
const ending =
  /[,;:()[\]–—]|\s(?:who|whose|whom|which|that|in|from|at|on|with|to|by|about|among|during|when|where|and|or|but|as|including|after|before)\s/u;
const capital = /^[“"'‘]?\p{Lu}/u;

/** The words at the end of the head that begin with a capital, "of", "the" and "and" between them included. */
function lastRun(words: readonly string[]): string[] {
  let from = words.length;
  while (from > 0) {
    const word = words[from - 1] ?? '';
    const joins = /^(of|the|and|for|&|de|la|van|von|der|den|bin|al|del|di|da)$/u.test(word) && from < words.length;
    if (!capital.test(word) && !joins) break;
    from -= 1;
  }
  while (from < words.length && !capital.test(words[from] ?? '')) from += 1;
  return words.slice(from);
}

const organization = (name: string): Speaker => ({
  is: 'actor',
  actor: { type: 'Organization', key: `organization:${slug(name)}`, name },
});
const person = (name: string): Speaker => ({
  is: 'actor',
  actor: { type: 'Person', key: `person:${slug(name)}`, name },
});
const country = (code: string): Speaker => ({
  is: 'actor',
  actor: { type: 'Country', key: `country:${code}`, name: countryName(code) },
});
const outlet = (name: string): Speaker => ({ is: 'outlet', outlet: outletOf(name) });

/** "House Speaker Ada Brook", "Coast Radio’s Ada Brook": the person behind a title or a genitive; null where none stands there. */
function personBehind(words: readonly string[]): string | null {
  const at = words.findLastIndex((word) => titles.has(fold(word)) || /['’]s$/.test(word));
  const behind = words.slice(at + 1);
  const of = behind.indexOf('of');
  const name = of > 0 ? behind.slice(0, of) : behind;
  return (at >= 0 || of > 0) && isPersonName(name) ? withoutInitials(name) : null;
}

function named(run: readonly string[], people: FullNames, outlets: ReadonlySet<string>): Speaker | null {
  const whole = run.join(' ').replace(/^[“"'‘]|['’]s$|[.”"'’,]+$/gu, '');
  const key = fold(whole).replace(/^the /, '');
  if (outlets.has(key) || knownOutlets.has(key)) return outlet(whole);
  const behind = personBehind(whole.split(' '));
  if (behind !== null) return person(behind);
  const code = countryCode(whole);
  const words = withoutTitles(whole.split(' '));
  if (words.length === 1) {
    const [only = ''] = words;
    const full = people.of(only);
    if (full !== undefined && !/^\p{Lu}{2,}$/u.test(only)) return person(full.name);
    if (code !== undefined) return country(code);
    // Letters that stand for a name; one or two may be anybody's initials.
    return /^\p{Lu}{3,6}$/u.test(only) ? organization(only) : null;
  }
  if (code !== undefined) return country(code);
  if (isPersonName(words)) return person(withoutInitials(words));
  const plain = whole.split(' ').map(fold);
  const name = whole.replace(/^the\s+/i, '');
  if (plain.length < 2) return null;
  if (outletWords.has(plain.at(-1) ?? '')) return outlet(whole);
  return plain.some((word) => organizationWords.has(word)) ? organization(name) : null;
}

/**
 * Whom the words of a source mean. A surname or a title with one is the person of the text's one full name that ends in
 * it; nothing else is guessed: pronouns and names of unclear kind are `unresolved`, other descriptions `anonymous`.
 * `outlets` are folded names without "the".
 */
export function speakerOf(words: string, people: FullNames, outlets: ReadonlySet<string>): Speaker {
  const plain = words.trim().replace(/^[“"'‘]+/, '');
  const cut = plain.search(ending);
  const head = (cut > 0 ? plain.slice(0, cut) : plain).trim().split(/\s+/);
  const whole = fold(plain);
  if (whole === '' || pronouns.has(whole)) return { is: 'source', kind: 'unresolved', minCount: 1 };
  const run = lastRun(head);
  const found = run.length === 0 ? null : named(run, people, outlets);
  if (found !== null) return found;
  const last = fold(head.at(-1) ?? '');
  if (documentWords.has(last)) return { is: 'source', kind: 'document', minCount: 1 };
  // "Officials" at the head of a sentence is no name, and nor is "the campaign": only who ends in a capital may be one.
  const isDescription = run.length === 0 || (head.length === 1 && /s$/.test(last));
  return { is: 'source', kind: isDescription ? 'anonymous' : 'unresolved', minCount: leastNumber(plain) };
}
