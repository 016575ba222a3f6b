// Turns every error into problem details (RFC 9457): what was meant for the asker is told, the rest is only logged.
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { AppError, Cancelled, EngineUnavailable, InvalidRequest } from '../errors.ts';
import type { Problem } from '../schema/problem.ts';

/** What Express's own body parser and router throw. */
interface HttpError {
  status?: number;
  type?: string;
  limit?: number;
  /** Of the unpacking, such as Z_DATA_ERROR, or ERR__ERROR_FORMAT_… for br. */
  code?: string;
}

function fromHttp(error: HttpError): AppError {
  if (error.type === 'entity.parse.failed') {
    return new InvalidRequest('The body is not well-formed JSON.', {
      errors: [{ pointer: '', reason: 'is not well-formed JSON' }],
    });
  }
  if (error.status === 413) {
    return new AppError(413, 'too-large', 'The body is larger than this server takes.', {
      detail: `At most ${error.limit} bytes; HEARSAY_DOCUMENT_MB raises it.`,
    });
  }
  if (error.status === 415) {
    return new AppError(415, 'unsupported-media-type', 'The body is in an encoding that is not taken.', {
      detail: 'Send UTF-8, as it is or packed as gzip, deflate or br.',
    });
  }
  if (error.status === 416) {
    return new AppError(416, 'invalid-request', 'The file has no such part.', {
      detail: 'The Range header begins beyond its end: Content-Range says how long it is.',
    });
  }
  if (error.status !== undefined && error.status >= 400 && error.status < 500) {
    if (/^(Z|ERR)_/.test(error.code ?? '')) {
      return new InvalidRequest('The body could not be unpacked.', {
        detail:
          'It is not in the encoding that its Content-Encoding names, or it is cut off. Send it anew, or not packed.',
        errors: [{ pointer: '', reason: 'is not well-formed gzip, deflate or br, as Content-Encoding says' }],
      });
    }
    // The body parser gives each of its errors a type; what has none comes from taking the address apart.
    if (error.type !== undefined) {
      return new InvalidRequest('The body could not be read.', {
        detail: 'It is shorter or longer than its Content-Length says, or was cut off: send it anew.',
      });
    }
    return new InvalidRequest('The address could not be read.', {
      detail: 'It is malformed, such as by a % that begins no character of UTF-8.',
    });
  }
  return new AppError(500, 'internal', 'Something went wrong in the server.', {
    detail: 'It is in the server’s log, with the request’s id.',
  });
}

export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : fromHttp((error ?? {}) as HttpError);
}

/** The engine's address and its driver's words are for whoever runs the server, not for whoever asks it. */
const gone = new EngineUnavailable('The database does not answer.', {
  detail: 'Try again in a few seconds; the server’s log says more.',
});

export function problemOf(given: AppError): Problem {
  const error = given.code === 'engine-unavailable' ? gone : given;
  const { detail, errors, nearest, faults } = error.details;
  return {
    type: `urn:hearsay:problem:${error.code}`,
    title: error.message,
    status: error.status,
    code: error.code,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
    ...(nearest === undefined ? {} : { nearest }),
    ...(faults === undefined ? {} : { faults }),
  };
}

/** The one error handler of the app. */
export function problemHandler(log: Logger) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (error instanceof Cancelled) {
      response.destroy();
      return;
    }
    const known = toAppError(error);
    if (known.status >= 500) log.error({ err: error, id: response.locals.id, path: request.path }, known.message);
    if (response.headersSent) {
      next(error);
      return;
    }
    const { retryAfter } = known.details;
    if (known.status === 503 || known.status === 429) response.set('Retry-After', String(retryAfter ?? 5));
    // The standard asks for it; a browser shows no window of its own for this scheme.
    if (known.status === 401) response.set('WWW-Authenticate', 'Bearer realm="Hearsay"');
    // What was begun to be sent, such as a file packed beforehand that is gone since, is not what goes out.
    response.removeHeader('Content-Encoding');
    response
      .status(known.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(known)));
  };
}
