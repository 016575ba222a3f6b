// Keeps the rows of a typed statement that writes until it is committed, and no more of them than the server has room for.
import { LimitExceeded } from '../errors.ts';
import { type RowBatch, writtenLength } from './port.ts';

export class KeptRows {
  readonly batches: RowBatch[] = [];
  #length = 0;

  /** Errors: LimitExceeded where it is too much; the caller rolls the statement back. */
  add(batch: RowBatch): void {
    this.#length += batch.lines.length;
    if (this.#length > writtenLength) {
      const megabytes = writtenLength / (1 << 20);
      throw new LimitExceeded('memory-limit', `The statement was undone: its rows take more than ${megabytes} MB.`, {
        detail:
          'What a statement that writes returns is kept until it is committed. Return less, such as keys or a count, ' +
          'and read the rest by a statement of its own.',
      });
    }
    this.batches.push(batch);
  }
}
