// The child process in which pages and documents are taken apart: what hangs or floods a parser ends this process only.

import { InvalidDocument } from '../../../errors.ts';
import type { ArticleForm } from '../../../schema/article-text.ts';
import type { ProblemDetail } from '../../../schema/problem.ts';
import { decode } from '../text/decode.ts';
import type { Found, ReadArticle } from './make.ts';

export interface Task {
  id: number;
  file: string;
  form: Exclude<ArticleForm, 'text'>;
  bytes: Uint8Array;
  encoding: string | undefined;
  declared: string | undefined;
}
/** `errors` are the file's faults; `failure` is what a parser stumbled over. */
export type Outcome =
  | { ready: true }
  | ({ id: number } & ({ read: ReadArticle } | { message: string; errors: ProblemDetail[] } | { failure: string }));

const send = (outcome: Outcome): void => void process.send?.(outcome);

/** Each parser is loaded when its first file comes. */
async function found({ file, form, bytes, encoding, declared }: Task): Promise<Found> {
  if (form === 'pdf') return (await import('./pdf.ts')).readPdf(file, bytes);
  if (form === 'docx') return (await import('./docx.ts')).readDocx(file, bytes);
  if (form === 'html') return (await import('./html.ts')).readHtmlFile(file, bytes, encoding, declared);
  return (await import('./markdown.ts')).readMarkdown(file, decode({ file, bytes, encoding, declared }));
}

/** What a parser says of the file; not what it has not reckoned with, which says nothing to whoever has the file. */
function failureOf(error: unknown): string {
  // What the engine says of its stack, and what a parser asks to be done about it, helps nobody who has the file.
  if (error instanceof RangeError) return 'its parts nest too deep';
  const isOwn = error instanceof Error && !(error instanceof TypeError || error instanceof ReferenceError);
  return isOwn ? error.message : 'the file seems to be damaged';
}

async function answer(task: Task): Promise<Outcome> {
  const { id } = task;
  try {
    const { makeArticle } = await import('./make.ts');
    return { id, read: makeArticle(task.file, await found(task)) };
  } catch (error) {
    if (error instanceof InvalidDocument) return { id, message: error.message, errors: error.details.errors ?? [] };
    return { id, failure: failureOf(error) };
  }
}

process.on('message', async (task: Task) => send(await answer(task)));
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group of processes; the parent decides when this one stops.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
send({ ready: true });
