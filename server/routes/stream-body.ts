// Hands a route the body as it comes in, where that is no JSON: counted against the limit, never held as a whole.
import type { Request, RequestHandler } from 'express';
import { AppError, Cancelled, InvalidRequest } from '../errors.ts';

const tooLarge = (limit: number): AppError =>
  new AppError(413, 'too-large', 'The body is larger than this server takes.', {
    detail: `At most ${limit} bytes; HEARSAY_DOCUMENT_MB raises it.`,
  });

/** The whole body, where what reads it needs all of it at once. */
export async function wholeBody({ chunks }: StreamedBody): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of chunks) parts.push(part);
  return Buffer.concat(parts);
}

/** Reads off what is left of the body: whoever is still sending would not see the answer before. */
async function drain(request: Request): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  const ended = new Promise<void>((resolve) => {
    for (const end of ['end', 'close', 'error'] as const) request.once(end, () => resolve());
  });
  request.resume();
  await ended;
}

async function* counted(request: Request, limit: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    // A request that is destroyed takes the connection with it, and the answer would never arrive.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Uint8Array).length;
      if (bytes > limit) throw tooLarge(limit);
      yield chunk as Uint8Array;
    }
  } catch (error) {
    // Whoever was sending it has gone: no fault of the server's, and nobody to tell.
    throw request.destroyed && !request.complete ? new Cancelled() : error;
  } finally {
    await drain(request);
  }
}

/** A body as a route with `stream` gets it. */
export interface StreamedBody {
  chunks: AsyncIterable<Uint8Array>;
  /** As the request says; the limit where it does not. */
  size: number;
  /** Its media type, in lower case and without parameters. */
  type: string;
  /** What its characters are encoded in, where the request says so. */
  charset: string | undefined;
}

const typeOf = (given: string): string => (given.split(';')[0] ?? '').trim().toLowerCase();
const charsetOf = (given: string): string | undefined => /;\s*charset="?([\w.:-]+)/i.exec(given)?.[1];

function refusal(
  types: readonly string[],
  limit: number,
  given: string,
  encoding: string,
  size: number,
): AppError | null {
  if (size === 0) return new InvalidRequest('The body is empty.');
  if (!types.includes(typeOf(given))) {
    const all = types.join(', ');
    return new AppError(415, 'unsupported-media-type', `The body must be ${types.length > 1 ? 'one of ' : ''}${all}.`, {
      detail: `Send it as Content-Type: ${types[0]}${types.length > 1 ? ', or another of these' : ''}.`,
    });
  }
  if (encoding.toLowerCase() !== 'identity') {
    return new AppError(415, 'unsupported-media-type', 'The body is in an encoding that is not taken.', {
      detail: 'Send it in UTF-8 and not packed.',
    });
  }
  return size > limit ? tooLarge(limit) : null;
}

/** Sets `request.body` to the StreamedBody. Refuses another media type, a packed body and one said to be over the limit. */
export function streamBody(types: readonly string[], limit: number): RequestHandler {
  return (request, _response, next) => {
    const {
      'content-type': given = '',
      'content-encoding': encoding = 'identity',
      'content-length': length,
    } = request.headers;
    const size = length === undefined ? limit : Number(length);
    const fault = refusal(types, limit, given, encoding, size);
    if (fault !== null) {
      void drain(request).then(() => next(fault));
      return;
    }
    const body: StreamedBody = {
      chunks: counted(request, limit),
      size,
      type: typeOf(given),
      charset: charsetOf(given),
    };
    request.body = body;
    next();
  };
}
