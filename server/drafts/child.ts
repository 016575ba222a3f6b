// The child process in which texts are read for their claims: a long one holds up nobody but the next.
import { prepare } from '../extract/draft.ts';
import type { Known } from '../extract/mentions/known.ts';
import type { Draft, DraftArticle } from '../schema/draft.ts';
import { draftOf } from './extract.ts';

export interface Task {
  id: number;
  text: string;
  about: DraftArticle;
  known: Known;
}
/** `failure` is what the rules stumbled over. */
export type Outcome = { ready: true } | ({ id: number } & ({ draft: Draft } | { failure: string }));

const send = (outcome: Outcome): void => void process.send?.(outcome);

process.on('message', ({ id, text, about, known }: Task) => {
  try {
    send({ id, draft: draftOf(text, about, prepare(known)) });
  } catch (error) {
    send({ id, failure: error instanceof Error ? error.message : String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group of processes; the parent decides when this one stops.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
send({ ready: true });
