// Long work of an export in turns with the page: it pauses again and again, tells how far it is, and can be stopped.

/** Milliseconds after which the page has its turn. */
const turn = 12;

export interface Work {
  signal: AbortSignal;
  /** How much is done, 0 to 1. */
  progress: (share: number) => void;
}

/** The page's turn: a message comes after what waits, and unlike a timer at once. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Does something with each item in turns with the page. `total` is how many there are, for the progress. Throws the
 * signal's reason where it is stopped.
 */
export async function inTurns<T>(
  items: Iterable<T>,
  total: number,
  { signal, progress }: Work,
  act: (item: T) => void,
): Promise<void> {
  let end = performance.now() + turn;
  let done = 0;
  for (const item of items) {
    act(item);
    done++;
    if (performance.now() < end) continue;
    progress(Math.min(1, done / Math.max(1, total)));
    await pause();
    signal.throwIfAborted();
    end = performance.now() + turn;
  }
  signal.throwIfAborted();
}

/** Pieces of text as one file. */
export async function blobOf(pieces: Iterable<string>, total: number, media: string, work: Work): Promise<Blob> {
  const parts: string[] = [];
  await inTurns(pieces, total, work, (piece) => parts.push(piece));
  return new Blob(parts, { type: media });
}
