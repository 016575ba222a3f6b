// Reads one file of brat standoff: which spans of a text its events tie into attributions.
// The format: https://brat.nlplab.org/standoff.html
import type { Faults } from '../faults.ts';
import type { CodePoints, Range } from '../text/code-points.ts';
import { inLine } from '../text/shorten.ts';

/** The spans of one event, sorted; a role that it leaves out is empty. */
export interface BratAttribution {
  line: number;
  source: Range[];
  cue: Range[];
  content: Range[];
}
export interface Annotations {
  attributions: BratAttribution[];
  /** What stands in the file and is no attribution, by kind, for the report. */
  unused: Record<string, number>;
}

interface TextBound {
  id: string;
  type: string;
  line: number;
  ranges: Range[];
  covered: string;
  /** Whether its ranges are in order and inside the text. */
  isGood: boolean;
}
interface Event {
  line: number;
  args: string[];
}

const others: Readonly<Record<string, string>> = {
  R: 'relations',
  A: 'attributes',
  M: 'attributes',
  N: 'normalizations',
  '#': 'notes',
  '*': 'equivalences',
};
const roles = ['source', 'cue', 'content'] as const;
const shown = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

class AnnReader {
  readonly #file: string;
  readonly #points: CodePoints;
  readonly #faults: Faults;
  readonly #lines = new Map<string, number>();
  readonly #spans = new Map<string, TextBound>();
  readonly #events: Event[] = [];
  readonly unused: Record<string, number> = {};
  readonly #faultsBefore: number;
  #last: TextBound | undefined;

  constructor(file: string, points: CodePoints, faults: Faults) {
    this.#file = file;
    this.#points = points;
    this.#faults = faults;
    this.#faultsBefore = faults.count;
  }

  #fault(line: number, reason: string): void {
    this.#faults.add({ file: this.#file, line, reason });
  }

  #count(what: string): void {
    this.unused[what] = (this.unused[what] ?? 0) + 1;
  }

  take(text: string, line: number): void {
    if (text.trim() === '') return;
    const [, id = '', kind = ''] = /^(([TEAMNR#*])\d*)\t/.exec(text) ?? [];
    // A span with a line break in it, written with the break, goes on in the next line.
    if (kind === '' && this.#last?.ranges.some((range) => /[\r\n]/.test(this.#points.slice(range)))) {
      this.#last.covered += `\n${text}`;
      return;
    }
    this.#last = undefined;
    if (kind === '') {
      this.#fault(line, `is no line of brat standoff: it begins with ${shown(text)}`);
      return;
    }
    const before = kind === '*' ? undefined : this.#lines.get(id);
    if (before !== undefined) {
      this.#fault(line, `defines ${id} again, which line ${before} has; give each its own id`);
      return;
    }
    this.#lines.set(id, line);
    if (kind === 'T') this.#takeSpan(id, text, line);
    else if (kind === 'E') this.#events.push({ line, args: (text.split('\t')[1] ?? '').trim().split(/\s+/) });
    else this.#count(others[kind] ?? kind);
  }

  #takeSpan(id: string, text: string, line: number): void {
    const [, type = '', places = '', covered = ''] =
      /^T\d+\t(\S+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)(?:\t(.*))?$/s.exec(text) ?? [];
    if (type === '') {
      this.#fault(line, `is not of the form "T1, tab, type start end, tab, text": ${shown(text)}`);
      return;
    }
    const ranges = places.split(';').map((place) => {
      const [start = 0, end = 0] = place.split(' ').map(Number);
      return { start, end };
    });
    const span: TextBound = { id, type, line, ranges, covered, isGood: true };
    span.isGood = this.#checkRanges(span);
    this.#spans.set(id, span);
    if (span.isGood) this.#last = span;
  }

  /** Parts in another order than the text's are good: annotation tools keep the order in which they were marked. */
  #checkRanges({ id, line, ranges }: Pick<TextBound, 'id' | 'line' | 'ranges'>): boolean {
    const { length } = this.#points;
    const sorted = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end);
    for (const [at, { start, end }] of sorted.entries()) {
      const place = `${id} has a span ${start}–${end}`;
      const before = sorted[at - 1];
      if (start >= end) this.#fault(line, `${place}, which is empty; a span ends behind its start`);
      else if (end > length)
        this.#fault(
          line,
          `${place}, beyond the end of the text, which has ${length} code points; check that it is this text's`,
        );
      else if (before !== undefined && start < before.end)
        this.#fault(
          line,
          `${place}, which overlaps its part ${before.start}–${before.end}; a place belongs to one part`,
        );
      else continue;
      return false;
    }
    return true;
  }

  /** The words that the file says it covers are those of the text: offsets of another text or another count are not. */
  #checkCovered({ id, line, ranges, covered }: TextBound): void {
    if (covered === '') return;
    const words = inLine(ranges.map((range) => this.#points.slice(range)).join(' '));
    if (words !== inLine(covered))
      this.#fault(
        line,
        `has ${shown(covered)} for ${id}, where the text has ${shown(words)}; the text was changed, or the offsets are not code points`,
      );
  }

  #attribution({ line, args: [trigger = '', ...args] }: Event): BratAttribution | null {
    const found: Record<string, Range[]> = { source: [], cue: [], content: [] };
    for (const arg of [trigger, ...args]) {
      const [, name = '', id = ''] = /^([^:\s]+):(\S+)$/.exec(arg) ?? [];
      if (name === '') {
        this.#fault(line, `has ${shown(arg)} where a role and an id, such as Content:T3, are expected`);
        return null;
      }
      if (!this.#lines.has(id)) {
        this.#fault(line, `names ${id}, which no line of the file defines`);
        return null;
      }
      const role = name.replace(/\d+$/, '').toLowerCase();
      const ranges = this.#spans.get(id)?.ranges;
      if (arg === trigger && found[role] === undefined) continue;
      if (found[role] === undefined || ranges === undefined) this.#count(`arguments ${name.replace(/\d+$/, '')}`);
      else found[role].push(...ranges);
    }
    for (const role of roles) {
      const sorted = (found[role] ?? []).sort((a, b) => a.start - b.start || a.end - b.end);
      const at = sorted.findIndex(({ start }, index) => start < (sorted[index - 1]?.end ?? 0));
      if (at === -1) continue;
      const [one, two] = [sorted[at - 1], sorted[at]];
      this.#fault(
        line,
        `has overlapping spans of its ${role}, ${one?.start}–${one?.end} and ${two?.start}–${two?.end}; a place belongs to one of them`,
      );
      return null;
    }
    const { source = [], cue = [], content = [] } = found;
    if (content.length > 0) return { line, source, cue, content };
    this.#count('events without content');
    return null;
  }

  end(): Annotations {
    for (const span of this.#spans.values()) if (span.isGood) this.#checkCovered(span);
    const attributions = this.#events.flatMap((event) => this.#attribution(event) ?? []);
    const used = new Set(this.#events.flatMap(({ args }) => args.map((arg) => arg.slice(arg.indexOf(':') + 1))));
    for (const { id, type } of this.#spans.values()) if (!used.has(id)) this.#count(`spans ${type} outside any event`);
    return { attributions: this.#faults.count > this.#faultsBefore ? [] : attributions, unused: this.unused };
  }
}

/**
 * The attributions of a file in the order of its events. Offsets are code points of exactly the text given. Reported to
 * `faults` with their lines: lines of no known form, ids defined twice, spans that are empty, overlap or lie outside the
 * text, words that are not the text's, events that name an id that is not there.
 */
export function readAnn(file: string, ann: string, points: CodePoints, faults: Faults): Annotations {
  const reader = new AnnReader(file, points, faults);
  const lines = ann.replace(/^\ufeff/, '').split('\n');
  lines.forEach((text, at) => {
    reader.take(text.replace(/\r$/, ''), at + 1);
  });
  return reader.end();
}
