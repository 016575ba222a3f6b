// The child process in which typed statements are parsed: what hangs or floods the parser ends this process only.
import type { Dialect, Mode, Verdict } from './gate/verdict.ts';

export interface Task {
  id: number;
  text: string;
  dialect: Dialect;
  mode: Mode;
}
/** `failure` is what the parser stumbled over: no statement that it meets with is let through. */
export type Outcome =
  | { ready: true }
  | { missing: string }
  | { id: number; verdict: Verdict }
  | { id: number; failure: string };

const send = (outcome: Outcome): void => void process.send?.(outcome);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Read, and never run, before any other: the runtime reads its first statement ten times as slowly as the next. */
const warming =
  'WITH $key AS key MATCH (a:A {key: key})-[r:R*1..3]->(b) WHERE a.name <> b.name AND NOT b:C ' +
  'WITH a, collect(DISTINCT b.name) AS names UNWIND names AS name ' +
  'RETURN a.key AS key, size(name) + 1 AS size ORDER BY key DESC SKIP 1 LIMIT 10';

// Loaded here and not at the top, so that a grammar that is not installed is told instead of ending the process.
const loading = import('./gate/check.ts').then(
  ({ checkStatement }) => {
    for (const dialect of ['neo4j', 'embedded'] as const) checkStatement(warming, dialect, 'read');
    send({ ready: true });
    return checkStatement;
  },
  (error: unknown) => {
    send({ missing: messageOf(error) });
    return undefined;
  },
);

process.on('message', async ({ id, text, dialect, mode }: Task) => {
  const checkStatement = await loading;
  if (!checkStatement) return;
  try {
    send({ id, verdict: checkStatement(text, dialect, mode) });
  } catch (error) {
    send({ id, failure: messageOf(error) });
  }
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group of processes; the parent decides when this one stops.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
