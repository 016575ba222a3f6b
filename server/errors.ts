// The errors Hearsay raises on purpose, each with its HTTP status and its code.
import type { StatementFault } from './schema/cypher.ts';
import type { ProblemCode, ProblemDetail } from './schema/problem.ts';

export interface ErrorDetails {
  /** To what it happened and what to do about it. */
  detail?: string;
  errors?: ProblemDetail[];
  nearest?: { key: string; name: string }[];
  /** What is wrong in a typed statement, and where. */
  faults?: StatementFault[];
  /** Seconds after which a retry makes sense. */
  retryAfter?: number;
  cause?: unknown;
}

/** An expected error: its message is meant for the person who asked. */
export class AppError extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly details: ErrorDetails;

  constructor(status: number, code: ProblemCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** 400: a parameter or body that is not of the declared form. */
export class InvalidRequest extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(400, 'invalid-request', message, details);
  }
}
/** 422: a document that is well-formed JSON but breaks the format or points nowhere; nothing was written. */
export class InvalidDocument extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(422, 'invalid-document', message, details);
  }
}
export class NotFound extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(404, 'not-found', message, details);
  }
}
/** 409: the same key already stands for something else. */
export class Conflict extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(409, 'conflict', message, details);
  }
}
/** 403: the database belongs to somebody else, or was opened read-only. */
export class ReadOnly extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(403, 'read-only', message, details);
  }
}
/** 401: nobody is signed in, and this is for who is. */
export class NotSignedIn extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(401, 'not-signed-in', message, details);
  }
}
/** 403: the account's role does not go so far. */
export class NotAllowed extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(403, 'not-allowed', message, details);
  }
}
/** 503: the database does not answer. */
export class EngineUnavailable extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(503, 'engine-unavailable', message, { retryAfter: 5, ...details });
  }
}
/** 503: a statement was stopped at its deadline or memory limit. */
export class LimitExceeded extends AppError {
  constructor(code: 'time-limit' | 'memory-limit', message: string, details?: ErrorDetails) {
    super(503, code, message, details);
  }
}
/** 503: the database was written to all the while, so that no answer of one state of it could be had. */
export class Busy extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(503, 'busy', message, details);
  }
}
/** 400: the gate lets a typed statement not through; nothing ran. */
export class StatementRefused extends AppError {
  constructor(message: string, faults: StatementFault[], details?: ErrorDetails) {
    super(400, 'statement-refused', message, { ...details, faults });
  }
}
/** 400: the engine ran a typed statement and found fault with it, such as a division by zero. */
export class StatementFailed extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(400, 'statement-failed', message, details);
  }
}
/** 429: this client has as many statements running as it may. */
export class TooManyRequests extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(429, 'too-many-requests', message, { retryAfter: 1, ...details });
  }
}
/** 404: questions in plain words need a language model, and this server was started without one. */
export class NoModel extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(404, 'no-model', message, details);
  }
}
/** 403: a web address that this server does not fetch. */
export class FetchRefused extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(403, 'fetch-refused', message, details);
  }
}
/** 403: a web hook that this server does not send to. */
export class HookRefused extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(403, 'hook-refused', message, details);
  }
}
/** 502: the page at a web address did not come, or not as an article within the limits. */
export class FetchFailed extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(502, 'fetch-failed', message, details);
  }
}
/** 422: the language model answered, but proposed no statement. */
export class NoProposal extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(422, 'no-proposal', message, details);
  }
}
/** 502: the language model's endpoint did not answer, or not as agreed. */
export class ModelFailed extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super(502, 'model-failed', message, details);
  }
}
/** Why a statement ended whose caller has gone: nobody is left to be told, and nothing is wrong. */
export class Cancelled extends Error {
  constructor() {
    super('The statement was cancelled.');
    this.name = 'Cancelled';
  }
}
