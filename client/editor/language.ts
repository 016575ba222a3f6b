// The page's side of the language's worker: asks, waits, and starts another one where it hangs.
import type { Answer, Answers, Question, Request } from './protocol.ts';

/** Milliseconds after which a worker that does not answer is ended; the first answer waits for the grammar to load. */
const patience = 10_000;

type Kept = Extract<Request, { ask: 'schema' }>;

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
  timer: ReturnType<typeof setTimeout>;
}

export class Language {
  #worker: Worker | undefined;
  #waiting = new Map<number, Waiting>();
  #last = 0;
  #schema: Kept['schema'] = {};

  /** What the schema holds is proposed from now on. */
  know(schema: Kept['schema']): void {
    this.#schema = schema;
    if (this.#worker) void this.ask({ ask: 'schema', schema }).catch(() => undefined);
  }

  /** Errors: one that says what the language's library said, or that it took too long. */
  ask<K extends Request['ask']>(request: Extract<Request, { ask: K }>): Promise<Answers[K]> {
    const id = ++this.#last;
    return new Promise<Answers[K]>((resolve, reject) => {
      const timer = setTimeout(() => this.#end('It took too long.'), patience);
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, timer });
      this.#start().postMessage({ ...request, id } as Question);
    });
  }

  close(): void {
    this.#end('The editor was closed.');
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./language-worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#hear(data));
    worker.addEventListener('error', () => this.#end('The language’s worker could not be started.'));
    worker.postMessage({ ask: 'schema', schema: this.#schema, id: 0 } satisfies Question);
    return worker;
  }

  #hear(said: Answer): void {
    const waiting = this.#waiting.get(said.id);
    if (!waiting) return;
    this.#waiting.delete(said.id);
    clearTimeout(waiting.timer);
    if ('error' in said) waiting.reject(new Error(said.error));
    else waiting.resolve(said.value as never);
  }

  #end(why: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject, timer } of all) {
      clearTimeout(timer);
      reject(new Error(why));
    }
  }
}
