// Sends an answer piece by piece as it comes in: a reader that is slow slows whoever makes it, and one that leaves ends it.
import type { Response } from 'express';
import { beginWaiting, endWaiting } from '../operation/stalled.ts';

/** An answer that a handler gives in pieces of text, or of bytes where it is a file to keep. */
export interface StreamedAnswer {
  /** Its media type. */
  type: string;
  /** Read to its end, or returned early where the reader has gone; the last piece is what it returns. */
  chunks: AsyncGenerator<string | Uint8Array, string, void>;
  /** The name under which a browser keeps it; then it is bytes, which have no character set. */
  fileName?: string;
}

export const isStreamed = (answer: unknown): answer is StreamedAnswer =>
  typeof answer === 'object' && answer !== null && 'chunks' in answer;

/** Aborted when the reader has gone before the answer was whole. */
export function readerGone(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** Resolves when there is room for more, or nobody who would read it: who takes nothing for too long is left. */
function room(response: Response): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      endWaiting(response);
      resolve();
    };
    beginWaiting(response);
    response.once('drain', done).once('close', done);
  });
}

/** Sends the pieces; resolves when the last is handed over, or the reader has gone. */
export async function sendStream(response: Response, { type, chunks, fileName }: StreamedAnswer): Promise<void> {
  response.set('Content-Type', fileName === undefined ? `${type}; charset=utf-8` : type);
  if (fileName !== undefined) response.set('Content-Disposition', `attachment; filename="${fileName}"`);
  try {
    for (let next = await chunks.next(); !response.destroyed; next = await chunks.next()) {
      // An answer of one piece goes out at once, with its length.
      if (next.done) return void response.end(next.value);
      if (!response.write(next.value) && !response.destroyed) await room(response);
    }
  } finally {
    await chunks.return('');
  }
}
