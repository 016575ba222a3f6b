// The one gate that every typed statement passes before it reaches an engine.
import type { StatementFault } from '../schema/cypher.ts';
import { parameterFaults } from './gate/parameters.ts';
import { Readers, type Waiter } from './gate/readers.ts';
import type { Accepted, CheckOptions, Dialect, Verdict } from './gate/verdict.ts';

export type { Accepted, CheckOptions, Dialect, Mode, ParameterKind, Refused, Verdict } from './gate/verdict.ts';

export interface GateOptions {
  dialect: Dialect;
  /** Milliseconds to read one statement in; 10,000 if absent. */
  deadlineMs?: number;
  /** Megabytes of heap for each process that reads; 512 if absent. */
  memoryMb?: number;
}

/** Verdicts kept, of statements up to this many characters: longer ones are rarely run twice, and fill the memory. */
const kept = 500;
const keptLength = 10_000;

export class Gate {
  readonly #dialect: Dialect;
  readonly #readers: Readers;
  /** In order of last use. */
  readonly #verdicts = new Map<string, Verdict>();

  constructor({ dialect, deadlineMs = 10_000, memoryMb = 512 }: GateOptions) {
    this.#dialect = dialect;
    this.#readers = new Readers({ deadlineMs, memoryMb });
  }

  /**
   * Whether the statement may run, and as what text; a statement seen before is answered from memory.
   * Errors: EngineUnavailable when the process that reads statements does not start, or after close(). Never for what
   * stands in a statement: one that takes the reader too long, or too much memory, is refused as `too-deep`. The reason
   * of the signal, where it is aborted before.
   */
  async check(text: string, { mode }: CheckOptions, waiter: Waiter = {}): Promise<Verdict> {
    const key = `${mode} ${text}`;
    const known = this.#verdicts.get(key);
    if (known) {
      this.#verdicts.delete(key);
      this.#verdicts.set(key, known);
      return known;
    }
    const verdict = await this.#readers.check(text, this.#dialect, mode, waiter);
    if (text.length > keptLength) return verdict;
    this.#verdicts.set(key, verdict);
    for (const oldest of this.#verdicts.keys()) {
      if (this.#verdicts.size <= kept) break;
      this.#verdicts.delete(oldest);
    }
    return verdict;
  }

  /**
   * Whether these values, plain or with their type, can go with an accepted statement: none nests deeper than the limit,
   * and each holds what the statement needs of it. An empty list means yes; a value that is missing is not told here.
   */
  checkParameters(verdict: Accepted, parameters: Readonly<Record<string, unknown>>): StatementFault[] {
    return parameterFaults(verdict, parameters);
  }

  /** Statements that wait to be read. */
  get waiting(): number {
    return this.#readers.waiting;
  }

  /** Ends the processes; statements that are waiting are refused with EngineUnavailable. */
  close(): Promise<void> {
    return this.#readers.close();
  }
}
