// Sorts the errors of the Neo4j driver into those of the store port, with what to do about each.
import { Neo4jError } from 'neo4j-driver';
import { AppError, Busy, Conflict, EngineUnavailable, LimitExceeded } from '../errors.ts';
import { narrower } from './deadline.ts';
import { Silent } from './neo4j-silence.ts';

export interface Address {
  uri: string;
  user?: string | undefined;
  database?: string | undefined;
}

const gone = /^(ServiceUnavailable|SessionExpired)$|DatabaseUnavailable|NotALeader|\.Cluster\./;

/** Whether a transaction was ended from outside, at its time limit above all; also where it was just waiting for a lock. */
export const isTerminated = (code: string): boolean =>
  /\.Transaction\.(TransactionTimedOut|Terminated|LockClientStopped)/.test(code);

/** Whether it asks for a write that was made in another database: one that has been put in this one's place since. */
export const isOfAnother = (error: unknown): boolean =>
  error instanceof Neo4jError && /\.Transaction\.InvalidBookmark/.test(error.code);

/** The error to throw for one that the driver threw; what is no error of Neo4j's is passed on as it is. */
export function neo4jError(error: unknown, { uri, user, database }: Address): unknown {
  if (error instanceof Silent) {
    return new EngineUnavailable(`Neo4j at ${uri} does not answer.`, {
      detail:
        'It keeps its connections and says nothing on them: check that it runs, and the network between. What was just being saved may be there when it is back: look before you do it again.',
      cause: error,
    });
  }
  if (!(error instanceof Neo4jError) || error instanceof AppError) return error;
  const { code, message } = error;
  const unavailable = (title: string, detail: string): EngineUnavailable =>
    new EngineUnavailable(title, { detail, cause: error });
  if (code.includes('ConstraintValidationFailed')) {
    return new Conflict('Something with that key is there already.', { detail: message, cause: error });
  }
  if (isTerminated(code)) {
    return new LimitExceeded('time-limit', 'A query was stopped: it took too long.', {
      detail: narrower,
      cause: error,
    });
  }
  if (code.includes('BookmarkTimeout') || isOfAnother(error)) {
    return new Busy('The database has not caught up with what was written through another server.', {
      detail: 'Ask again in a moment.',
      retryAfter: 2,
      cause: error,
    });
  }
  if (code.includes('OutOfMemory')) {
    return new LimitExceeded('memory-limit', 'A query was stopped: it needed too much memory.', {
      detail: narrower,
      cause: error,
    });
  }
  if (code.includes('.Security.')) {
    return unavailable(
      `Neo4j at ${uri} refused the user ${user ?? '(none)'}.`,
      `Check NEO4J_USER and NEO4J_PASSWORD. Neo4j says: ${message}`,
    );
  }
  if (code.includes('DatabaseNotFound')) {
    return unavailable(
      `Neo4j at ${uri} has no database ${database ?? ''}.`.replace(' .', '.'),
      'Check NEO4J_DATABASE.',
    );
  }
  if (/acquisition timed out/i.test(message)) {
    return unavailable(`Neo4j at ${uri} is busy.`, 'All connections to it are taken. Try again in a moment.');
  }
  if (gone.test(code) || /connection (was )?closed/i.test(message)) {
    return unavailable(
      `Neo4j at ${uri} does not answer.`,
      `Check that it runs and that NEO4J_URI is its Bolt address. The driver says: ${message.split('Caused by: ').at(-1)}`,
    );
  }
  return error;
}
