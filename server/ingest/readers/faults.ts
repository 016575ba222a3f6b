// Faults of files that readers take in, each with its file and line or field, gathered so that the first are told at once.
import { InvalidDocument } from '../../errors.ts';
import type { ProblemDetail } from '../../schema/problem.ts';

export interface Fault {
  file: string;
  /** Counted from 1; absent where the whole file is meant. */
  line?: number | undefined;
  /** The column, member or tag in which it stands. */
  field?: string | undefined;
  /** To be read after the place: 'names T9, which no line above or below defines'. */
  reason: string;
}

const mostFaults = 50;
const number = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
const placeOf = ({ file, line, field }: ProblemDetail): string =>
  [line === undefined ? file : `${file}:${line}`, field].filter((part) => part !== undefined).join(', ');

/** Collects faults of one or many files; `stop` throws them together, the first fifty in full. */
export class Faults {
  readonly #first: ProblemDetail[] = [];
  readonly #files = new Set<string>();
  #count = 0;

  get any(): boolean {
    return this.#count > 0;
  }

  /** How many there are: a reader that compares it before and after knows whether its own file is good. */
  get count(): number {
    return this.#count;
  }

  add({ file, line, field, reason }: Fault): void {
    this.#count += 1;
    this.#files.add(file);
    if (this.#first.length >= mostFaults) return;
    this.#first.push({
      file,
      ...(line === undefined ? {} : { line }),
      ...(field === undefined ? {} : { field }),
      reason,
    });
  }

  /** Takes over what another reader threw. */
  addAll(file: string, error: InvalidDocument): void {
    const { errors } = error.details;
    if (errors === undefined || errors.length === 0) this.add({ file, reason: error.message });
    for (const { line, field, pointer, reason } of errors ?? [])
      this.add({ file, line, field: field ?? (pointer || undefined), reason });
  }

  /** What the work gives; where it ends with an InvalidDocument its faults are taken over, and it gives undefined. */
  async gather<T>(file: string, work: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof InvalidDocument)) throw error;
      this.addAll(file, error);
      return undefined;
    }
  }

  /** Throws InvalidDocument with what was found, or does nothing when all is well. */
  stop(): void {
    const [first] = this.#first;
    if (first === undefined) return;
    const more = this.#count - this.#first.length;
    const [only] = this.#files;
    const title =
      this.#files.size === 1
        ? `${only} has ${this.#count === 1 ? 'a fault' : number(this.#count, 'fault')}`
        : `${number(this.#files.size, 'file')} have ${number(this.#count, 'fault')}`;
    const listed = more > 0 ? ` The first ${mostFaults} are listed, and ${more} more were found.` : '';
    throw new InvalidDocument(`${title}; nothing was written.`, {
      detail: `${placeOf(first)}: ${first.reason}.${listed}`,
      errors: this.#first,
    });
  }
}

/** Throws InvalidDocument for the one fault of a file. */
export function refuse(fault: Fault): never {
  const faults = new Faults();
  faults.add(fault);
  faults.stop();
  throw new Error('A fault was added and not told.');
}
