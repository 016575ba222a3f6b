// Faults of a document, each with its place, gathered so that all are told at once.
import { InvalidDocument } from '../errors.ts';
import type { ProblemDetail } from '../schema/problem.ts';

/** A place in a document: the members on the way to it. */
export type Path = readonly PropertyKey[];

/** RFC 6901: ["a/b", 0] → "/a~1b/0"; the whole document is "". */
export const pointerOf = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const mostErrors = 200;

/** Collects faults; `stop` throws them all together. */
export class Issues {
  readonly #found: ProblemDetail[] = [];
  readonly #file: string | undefined;

  constructor(file?: string) {
    this.#file = file;
  }

  get any(): boolean {
    return this.#found.length > 0;
  }

  add(path: Path | string, reason: string): void {
    const pointer = typeof path === 'string' ? path : pointerOf(path);
    this.#found.push({ ...(this.#file === undefined ? {} : { file: this.#file }), pointer, reason });
  }

  /** Throws InvalidDocument with everything found, in the order of the pointers' discovery; does nothing when all is well. */
  stop(): void {
    if (!this.any) return;
    const count = this.#found.length;
    const what = this.#file ?? 'The document';
    const shown = this.#found.slice(0, mostErrors);
    const more = count > mostErrors ? ` The first ${mostErrors} are listed.` : '';
    throw new InvalidDocument(
      `${what} has ${count === 1 ? 'a fault' : `${count} faults`}; nothing of it was written.`,
      {
        detail: `${shown[0]?.pointer || 'The whole document'}: ${shown[0]?.reason}.${more} Mend the document and import it again.`,
        errors: shown,
      },
    );
  }
}
