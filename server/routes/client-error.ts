// Answers what never becomes a request, such as an address that is too long: as a problem too, not as an empty page.
import { maxHeaderSize, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError, InvalidRequest } from '../errors.ts';
import { problemOf } from './problem.ts';

function fromSocket(code: string | undefined): AppError {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new AppError(431, 'too-large', 'The address and headers are longer than this server takes.', {
      detail: `At most ${maxHeaderSize} bytes together. A long list of keys can be a case: PUT /api/cases/KEY, then ?case=KEY.`,
    });
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new AppError(408, 'time-limit', 'The request did not arrive in time.', {
      detail: 'Send it anew, all at once. HEARSAY_PATIENCE_SECONDS says how long it may take.',
    });
  }
  return new InvalidRequest('The request could not be read.', { detail: 'It is no well-formed HTTP.' });
}

function answerOf(error: AppError): string {
  const body = JSON.stringify(problemOf(error));
  return [
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

/** After so long whoever was told what is wrong has read it. */
const lastWordMs = 1000;

/** Whether nothing has been sent yet of the only answer that a connection waits for: its request is still coming in. */
function isComing(answering: ReadonlySet<ServerResponse>): boolean {
  const [only] = answering;
  return answering.size === 1 && only?.headersSent === false && !only.req.complete;
}

/** Lets the server answer such errors; a connection on which an answer is under way is cut, as nothing can be put into that. */
export function answerClientErrors(server: Server): void {
  const answering = new WeakMap<Duplex, Set<ServerResponse>>();
  server.on('request', ({ socket }, response) => {
    const all = answering.get(socket) ?? new Set();
    answering.set(socket, all.add(response));
    response.once('close', () => all.delete(response));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const under = answering.get(socket) ?? new Set();
    const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && isComing(under);
    if (error.code === 'ECONNRESET' || !socket.writable || (under.size > 0 && !isLate)) {
      socket.destroy();
      return;
    }
    socket.end(answerOf(fromSocket(error.code)));
    // What still comes is not waited for; cut at once, the answer might be lost with it.
    setTimeout(() => socket.destroy(), lastWordMs).unref();
  });
}
