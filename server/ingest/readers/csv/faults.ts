// Faults of a CSV file, each with its line, gathered so that the first of them are told at once.
import { InvalidDocument } from '../../../errors.ts';
import type { ProblemDetail } from '../../../schema/problem.ts';

export interface CsvFault {
  /** Of the file, the header being line 1; absent where the whole file is meant. */
  line?: number | undefined;
  column?: string | undefined;
  /** What stands in the cell. */
  value?: string | undefined;
  reason: string;
}

/** Thrown while one row is read: the fault without its line, which the reader of the file knows. */
export class RowFault extends Error {
  readonly fault: CsvFault;
  constructor(fault: CsvFault) {
    super(fault.reason);
    this.fault = fault;
  }
}

const mostFaults = 50;
const shown = (value: string): string => JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);

/** 'column "vote": "Yeah" is not listed', to be read after the line. */
const sentence = ({ column, value, reason }: CsvFault): string =>
  `${column === undefined ? '' : `column "${column}": `}${value === undefined ? '' : `${shown(value)} `}${reason}`;

/** Collects faults; `stop` throws them together, the first fifty of them in full. */
export class CsvFaults {
  readonly #file: string;
  readonly #first: ProblemDetail[] = [];
  #count = 0;

  constructor(file: string) {
    this.#file = file;
  }

  get any(): boolean {
    return this.#count > 0;
  }

  add(fault: CsvFault): void {
    this.#count += 1;
    if (this.#first.length >= mostFaults) return;
    const { line, column, value } = fault;
    this.#first.push({
      file: this.#file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      ...(value === undefined ? {} : { value: value.slice(0, 200) }),
      reason: sentence(fault),
    });
  }

  /** Throws InvalidDocument with what was found, or does nothing when all is well. */
  stop(): void {
    const [first] = this.#first;
    if (first === undefined) return;
    const more = this.#count - this.#first.length;
    const place = first.line === undefined ? 'The whole file' : `Line ${first.line}`;
    throw new InvalidDocument(
      `${this.#file} has ${this.#count === 1 ? 'a fault' : `${this.#count} faults`}; nothing of it was written.`,
      {
        detail: `${place}: ${first.reason}.${more > 0 ? ` The first ${mostFaults} are listed, and ${more} more were found.` : ''} Mend the file or its mapping and import it again.`,
        errors: this.#first,
      },
    );
  }
}
