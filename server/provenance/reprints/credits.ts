// Credit lines: where an article itself says that its text is an agency's or another outlet's.
import { fold } from '../../schema/fold.ts';

export interface CreditOutlet {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
}
export interface Credit {
  readonly outlet: string;
  /** The words of the credit line. */
  readonly line: string;
}

/** How many paragraphs at either end of an article are searched, and how much of each. */
const [endParagraphs, lineLength] = [4, 400];

interface Form {
  /** The group `name` holds an outlet's name, or with `begins` what begins with one. */
  readonly pattern: RegExp;
  readonly at: 'start' | 'end' | 'both';
  readonly begins?: true;
}
/**
 * The forms in use. "According to a report by X" and "first reported by X" are none of them: they say where a fact is
 * from, not whose text it is; neither is "X contributed to this report".
 */
const forms: readonly Form[] = [
  // WASHINGTON (AP) — …; HEMPSTEAD, N.Y., Sept. 26 (UPI) — …; Dec 29 (Reuters) - …
  { pattern: /^.{0,70}?\((?<name>[^()]{2,40})\)\s*(?:[—–:-]|--)/u, at: 'start' },
  // By the Associated Press; By Jane Doe, Reuters
  { pattern: /^by\s+(?<name>[^,|]{2,60})$/iu, at: 'start' },
  { pattern: /^by\s+[^,|]{2,80}(?:,|\||\bof\b)\s*(?<name>[^,|]{2,40})$/iu, at: 'start' },
  // — AP; -- Reuters
  { pattern: /(?:[—–]|--)\s*(?<name>[^—–.,;:]{2,40})\.?$/u, at: 'end' },
  { pattern: /^\(?\s*(?:source|credit)s?\s*:\s*(?<name>.{2,60})$/iu, at: 'both' },
  { pattern: /(?:©|\bcopyright(?:\s*\(c\)|\s*©)?)\s*(?:\d{4},?\s*)?(?:by\s+)?(?<name>.{2,60})/iu, at: 'end' },
  {
    pattern: /\b(?:originally|first)\s+(?:published|appeared|posted|ran)\s+(?:by|in|on|at|with)\s+(?<name>.{2,60})/iu,
    at: 'both',
    begins: true,
  },
  {
    pattern: /\b(?:republished|reprinted|reproduced|reposted)\s+(?:\p{L}+\s+){0,4}?(?:from|of|by)\s+(?<name>.{2,60})/iu,
    at: 'both',
    begins: true,
  },
];
/** Where a name ends: at a mark, or before a number. */
const afterName = /[,;|/()–—]|\.(?:\s|$)|\s\d|\sstaff$/iu;
/** Reuters' own way to sign: it names its reporters and editors, not itself. */
const signedAsReuters = /\(\s*(?:[\p{L}\s]*\s)?reporting\s+by\s[^()]*[;.]\s*(?:[\p{L}\s]*\s)?editing\s+by\s[^()]*\)/iu;

/** Finds the outlets that are given by their names and aliases; a name that two of them have is nobody's. */
export function creditFinder(outlets: readonly CreditOutlet[]): (text: string) => Credit[] {
  const named = new Map<string, string | null>();
  for (const { key, name, aliases } of outlets) {
    for (const one of new Set([name, ...aliases].map(bare))) {
      if (one !== '') named.set(one, named.has(one) && named.get(one) !== key ? null : key);
    }
  }
  const longest = Math.max(0, ...[...named.keys()].map((name) => name.split(' ').length));
  const outletOf = (words: string, begins: boolean): string | null => {
    const list = bare(begins ? words : (words.split(afterName)[0] ?? '')).split(' ');
    if (!begins) return named.get(list.join(' ')) ?? null;
    for (let count = Math.min(longest, list.length); count > 0; count--) {
      const key = named.get(list.slice(0, count).join(' '));
      if (key !== undefined) return key;
    }
    return null;
  };

  return (text) => {
    const paragraphs = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const found = new Map<string, Credit>();
    const add = (outlet: string | null | undefined, line: string): void => {
      if (outlet != null && !found.has(outlet)) found.set(outlet, { outlet, line: line.slice(0, 200) });
    };
    for (const [place, paragraph] of paragraphs.entries()) {
      const atStart = place < endParagraphs;
      const atEnd = place >= paragraphs.length - endParagraphs;
      for (const { pattern, at, begins = false } of forms) {
        if ((at === 'start' && !atStart) || (at === 'end' && !atEnd) || !(atStart || atEnd)) continue;
        const line = at === 'start' ? paragraph.slice(0, lineLength) : paragraph.slice(-lineLength);
        const name = pattern.exec(line)?.groups?.name;
        if (name !== undefined) add(outletOf(name, begins), at === 'start' ? line.slice(0, 120) : line);
      }
      const signed = atEnd ? signedAsReuters.exec(paragraph.slice(-2 * lineLength))?.[0] : undefined;
      if (signed !== undefined) add(named.get('reuters'), signed);
    }
    return [...found.values()].sort((a, b) => (a.outlet < b.outlet ? -1 : 1));
  };
}

/** A name without its article: "The Associated Press" and "Associated Press" are one. */
const bare = (name: string): string => fold(name).replace(/^the /, '');
