// Keys made of names, and the watch that two names on one key are never taken for one in silence.

import { fold } from '../../../schema/fold.ts';
import { EntityKey } from '../../../schema/key.ts';
import { sha256 } from '../../canonical.ts';
import { RowFault } from './faults.ts';

const longestSlug = 80;

/**
 * The readable part of a key: the folded words with "-" between them. Two texts have one slug only if they fold to the
 * same words; what a key cannot hold (letters without case, too many of them) is stood for by a hash of those words.
 */
export function slug(text: string): string {
  const folded = fold(text);
  const words = folded.replaceAll(' ', '-');
  const fit = words.replace(/[^\p{Ll}\p{N}-]+/gu, '').replace(/^-+|-+$/g, '');
  if (fit === words && fit !== '' && fit.length <= longestSlug) return fit;
  const beginning = [...fit]
    .slice(0, longestSlug - 20)
    .join('')
    .replace(/-+$/, '');
  const hash = sha256(folded === '' ? text : folded).slice(0, 12);
  return beginning === '' ? hash : `${beginning}-${hash}`;
}

/** Whether the text is a key of an entity. */
export const isKey = (text: string): boolean => EntityKey.safeParse(text).success;

/** Which name stands behind each key of the file: an entry for every name, which is what is held of a file of any size. */
export class Names {
  readonly #first = new Map<string, { name: string; line: number; others: Set<string> | undefined }>();
  readonly #slugs = new Map<string, string>();
  readonly #fold: boolean;
  /** Further spellings that were folded into one. */
  spellings = 0;

  constructor(mode: 'exact' | 'folded') {
    this.#fold = mode === 'folded';
  }

  /** The slug of a name, made once. */
  slug(name: string): string {
    const known = this.#slugs.get(name);
    if (known !== undefined) return known;
    const made = slug(name);
    this.#slugs.set(name, made);
    return made;
  }

  /** Throws RowFault where another name has made the same key, unless such are folded. */
  see(key: string, name: string, line: number, column?: string): void {
    const first = this.#first.get(key);
    if (first === undefined) {
      this.#first.set(key, { name, line, others: undefined });
      return;
    }
    if (first.name === name || first.others?.has(name)) return;
    if (!this.#fold) {
      throw new RowFault({
        column,
        value: name,
        reason: `comes out as ${key}, as ${JSON.stringify(first.name)} in line ${first.line} does; if both are one, spell them alike or write "names": "folded" into the mapping; if not, give them a column of codes or keys`,
      });
    }
    first.others ??= new Set();
    first.others.add(name);
    this.spellings += 1;
  }
}
