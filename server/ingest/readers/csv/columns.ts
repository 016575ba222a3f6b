// Finds the columns that a mapping names in the header of the file, and says which are not there.
import { nearest } from '../../../schema/nearest.ts';
import { type CsvFaults, RowFault } from './faults.ts';
import type { CsvRow } from './rows.ts';

/** What a mapping takes out of a row. Throws RowFault where the row does not have it. */
export type Get<T> = (row: CsvRow) => T;

const likelyDelimiters = [';', '\t', '|', ','];
const oneLine = (cell: string): string => cell.replace(/\s+/g, ' ').trim();

/** The columns by name; a missing one is a fault of line 1, told once. */
export class Columns {
  readonly #names: readonly string[];
  readonly #faults: CsvFaults;
  readonly #told = new Set<string>();

  constructor(header: readonly string[], delimiter: string, faults: CsvFaults) {
    this.#names = header.map((name) => name.trim());
    this.#faults = faults;
    const [only = '', ...others] = this.#names;
    const other = likelyDelimiters.find((sign) => sign !== delimiter && only.includes(sign));
    if (others.length === 0 && other !== undefined) {
      faults.add({
        line: 1,
        reason: `the header is one column, ${JSON.stringify(only.slice(0, 80))}; write "delimiter": ${JSON.stringify(other)} into the mapping if that is what stands between the cells`,
      });
    }
  }

  get count(): number {
    return this.#names.length;
  }

  #find(name: string, place: string): number {
    const at = this.#names.indexOf(name);
    const twice = at !== -1 && this.#names.includes(name, at + 1);
    if (at !== -1 && !twice) return at;
    if (!this.#told.has(name)) {
      this.#told.add(name);
      const [close] = nearest(name, this.#names, 1);
      const known = this.#names.map((one) => JSON.stringify(one)).join(', ');
      const hint = `${close === undefined ? '' : `nearest: "${close}"; `}the columns are ${known}`;
      this.#faults.add({
        line: 1,
        column: name,
        reason: twice
          ? `stands twice in the header; give the one that ${place} means a name of its own`
          : `is named by ${place} in the mapping, but the header has no such column; ${hint}`,
      });
    }
    return -1;
  }

  /** The cell of a column, without blanks around it; `place` is where the mapping names it. */
  cell(name: string, place: string): Get<string> {
    const at = this.#find(name, place);
    return ({ cells }) => (cells[at] ?? '').trim();
  }

  /** The cell as one line. */
  words(name: string, place: string): Get<string> {
    const cell = this.cell(name, place);
    return (row) => oneLine(cell(row));
  }

  /** The cell as one line; throws RowFault where it is empty. */
  filled(name: string, place: string): Get<string> {
    const words = this.words(name, place);
    return (row) => {
      const found = words(row);
      if (found === '') throw new RowFault({ column: name, reason: `is empty, and ${place} needs it` });
      return found;
    };
  }

  /** Words in which {column} stands for a cell; empty where all the cells it names are. */
  template(text: string, place: string): Get<string> {
    const parts = text.split(/\{([^{}]*)\}/).map((part, at) => (at % 2 === 0 ? part : this.words(part.trim(), place)));
    const cells = parts.filter((part) => typeof part !== 'string');
    return (row) => {
      if (cells.length > 0 && cells.every((cell) => cell(row) === '')) return '';
      return oneLine(parts.map((part) => (typeof part === 'string' ? part : part(row))).join(''));
    };
  }
}
