// Reads a statement as characters before any grammar does: caps, escapes, comments, and what may stand where.
import { queryLimits } from '../../schema/cypher.ts';
import type { Finding } from './faults.ts';

export interface Scanned {
  /** For the engine, as long as what was typed: comments and unusual blanks are spaces, so both lexers see the same. */
  text: string;
  /** For the parser, which counts code points: each half of a surrogate pair as a private character of its own. */
  parsed: string;
  /** `\uXXXX` in strings, with the characters that they stand for. */
  escapes: { from: number; to: number; text: string }[];
}

/** Blanks of Neo4j's grammar besides tab, line breaks and space, and the byte order mark that files begin with. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
const unusualBlank = /[\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/;
const plain = /[\t\n\r\x20-\x7e]/;
const letter = /[\p{L}\p{M}\p{Nd}\p{Pc}]/u;
/** What may not come out of an escape: it would end the string, hide the next character, or be no character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
const harmful = /['"`\\\x00-\x1f\x7f-\x9f\u2028\u2029\p{Cs}\p{Cn}\p{Cf}]/u;

const parameterInstead = 'Write the character itself, or pass the text as a parameter.';
const name = (unit: string): string => `U+${(unit.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Words, signs, and whole strings that a statement may have: reading takes about 0.3 ms for each, and nobody else's
 * statement is read meanwhile. 12,000 take 3 to 4 s, 40,000 took over 10 s.
 */
export const mostTokens = 12_000;
const token = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|[\p{L}\p{M}\p{Nd}\p{Pc}]+|\S/gsu;

class Scanner {
  readonly findings: Finding[] = [];
  readonly escapes: Scanned['escapes'] = [];
  readonly #text: string;
  readonly #out: string[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#out = text.split('');
  }

  run(): string {
    while (this.#at < this.#text.length && this.findings.length === 0) {
      const unit = this.#text[this.#at] ?? '';
      const two = unit + (this.#text[this.#at + 1] ?? '');
      if (two === '//') this.#blank(/[\n\r]/g);
      else if (two === '/*') this.#blank(/\*\//g);
      else if (unit === "'" || unit === '"') this.#string(unit);
      else if (unit === '`') this.#quotedName();
      else this.#bare(unit);
    }
    return this.#out.join('');
  }

  #find(code: Finding['code'], message: string, wayOut: string | null, from: number, to = from + 1): void {
    this.findings.push({ code, message, wayOut, from, to });
  }

  /** Makes blanks of a comment. In front of the engine none is left that it could end elsewhere. */
  #blank(end: RegExp): void {
    const from = this.#at;
    end.lastIndex = from + 2;
    const found = end.exec(this.#text);
    if (!found && this.#text[from + 1] === '*') {
      this.#find('syntax', 'A comment that begins with /* has no */.', 'End it with */.', from, from + 2);
      return;
    }
    const isLine = this.#text[from + 1] === '/';
    const to = found ? found.index + (isLine ? 0 : 2) : this.#text.length;
    for (let at = from; at < to; at++) if (!/[\n\r]/.test(this.#out[at] ?? '')) this.#out[at] = ' ';
    this.#at = to;
  }

  #string(quote: string): void {
    const from = this.#at++;
    while (this.findings.length === 0) {
      const unit = this.#text[this.#at];
      if (unit === undefined) {
        this.#find('syntax', `A string that begins with ${quote} has no end.`, `End it with ${quote}.`, from);
        return;
      }
      if (unit === '\\') this.#escape();
      else {
        if (!this.#inQuotes(unit)) return;
        this.#at++;
        if (unit === quote) return;
      }
    }
  }

  /**
   * Neo4j decodes `\uXXXX` before it looks for the ends of strings, other readers afterwards: what comes out must mean
   * the same to both. After another backslash they disagree on whether it is an escape at all.
   */
  #escape(): void {
    const from = this.#at;
    const after = this.#text[from + 1];
    if (after === '\\' && /u/i.test(this.#text[from + 2] ?? '')) {
      this.#find('escape', 'A u behind two backslashes is read in two ways.', parameterInstead, from, from + 3);
      return;
    }
    if (after !== 'u' && after !== 'U') {
      this.#at++;
      if (after !== undefined && this.#inQuotes(after)) this.#at++;
      return;
    }
    const run = /^(?:\\u[0-9a-f]{4})+/i.exec(this.#text.slice(from))?.[0];
    const decoded = run?.replace(/\\u(.{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (run === undefined || decoded === undefined || run.includes('\\U') || harmful.test(decoded)) {
      const to = from + Math.max(2, run?.length ?? 2);
      const message = 'This \\u escape does not stand for a plain character.';
      this.#find('escape', message, parameterInstead, from, to);
      return;
    }
    this.escapes.push({ from, to: from + run.length, text: decoded });
    this.#at += run.length;
  }

  #quotedName(): void {
    const from = this.#at++;
    while (true) {
      const unit = this.#text[this.#at];
      if (unit === undefined) {
        this.#find('syntax', 'A name in backticks has no end.', 'End it with `.', from);
        return;
      }
      if (unit === '\\' && /u/i.test(this.#text[this.#at + 1] ?? '')) {
        this.#bareEscape();
        return;
      }
      if (!this.#inQuotes(unit)) return;
      this.#at++;
      if (unit !== '`') continue;
      if (this.#text[this.#at] !== '`') return;
      this.#at++;
    }
  }

  #bareEscape(): void {
    const message = 'A \\u escape may stand in a string only.';
    this.#find('escape', message, 'Write the character itself.', this.#at, this.#at + 2);
  }

  /** What is in quotes is anything but a control character or half a character. */
  #inQuotes(unit: string): boolean {
    if (control.test(unit)) {
      this.#find('syntax', `A control character (${name(unit)}) stands in quotes.`, parameterInstead, this.#at);
    } else if (/[\ud800-\udfff]/.test(unit)) {
      if (!/^[\ud800-\udbff][\udc00-\udfff]/.test(this.#text.slice(this.#at, this.#at + 2))) {
        this.#find('syntax', 'Half a character (an unpaired surrogate) stands in quotes.', parameterInstead, this.#at);
      } else this.#at++;
    }
    return this.findings.length === 0;
  }

  #bare(unit: string): void {
    if (unit === '\\' && /u/i.test(this.#text[this.#at + 1] ?? '')) {
      this.#bareEscape();
      return;
    }
    if (unusualBlank.test(unit)) this.#out[this.#at] = ' ';
    else if (!plain.test(unit) && !letter.test(unit)) {
      const whole = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
      const wayOut = 'Write it in quotes, or take the plain keyboard character.';
      const message = `The character “${whole}” (${name(whole)}) means nothing outside of quotes.`;
      this.#find('syntax', message, wayOut, this.#at, this.#at + whole.length);
      return;
    }
    if ('([{'.includes(unit) && ++this.#depth > queryLimits.depth) {
      const message = `Brackets are nested more than ${queryLimits.depth} deep.`;
      this.#find('too-deep', message, 'Split the statement, or use WITH for the inner parts.', this.#at);
      return;
    }
    if (')]}'.includes(unit)) this.#depth--;
    this.#at++;
  }
}

/** The parser's text: as long as the engine's, without characters of two units and without escapes. */
function forParser(text: string, escapes: Scanned['escapes']): string {
  const units = text.split('').map((unit) => {
    const code = unit.charCodeAt(0);
    if (code < 0xd800 || code > 0xdfff) return unit;
    return String.fromCharCode(0xe000 + (code - 0xd800));
  });
  for (const { from, to } of escapes) units.fill('x', from, to);
  return units.join('');
}

/** What stands in the statement, or what keeps it from being read at all (one finding: the rest would be guesses). */
export function scan(typed: string): Scanned | { findings: Finding[] } {
  if (typed.length > queryLimits.statementLength) {
    const message = `The statement has ${typed.length} characters; ${queryLimits.statementLength} are the most.`;
    const wayOut = 'Pass long lists and texts as parameters.';
    return { findings: [{ code: 'too-long', message, wayOut, from: queryLimits.statementLength, to: typed.length }] };
  }
  const scanner = new Scanner(typed);
  const text = scanner.run();
  if (scanner.findings.length > 0) return { findings: scanner.findings };
  const tokens = text.match(token)?.length ?? 0;
  if (tokens > mostTokens) {
    const message = `The statement has ${tokens} words and signs; ${mostTokens} are the most.`;
    const wayOut = 'Pass lists as parameters.';
    return { findings: [{ code: 'too-deep', message, wayOut, from: 0, to: Math.min(typed.length, 80) }] };
  }
  return { text, parsed: forParser(text, scanner.escapes), escapes: scanner.escapes };
}
