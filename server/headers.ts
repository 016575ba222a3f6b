// What stands before every answer: a strict content policy, the check of the Host header, and the log of requests.
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { isLoopback } from './config.ts';
import { AppError } from './errors.ts';

/** Scripts, styles and data from this server only; images may also be made in the page. */
export const securityHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Plain HTTP on this machine is the usual case; whoever puts TLS before it sets this there.
    strictTransportSecurity: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });

/** The host in a Host header or an Origin, without the port. */
export function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '');
}

/**
 * Refuses requests under any other name than this server's: otherwise a page elsewhere could point its own name at
 * this address and read everything (DNS rebinding). A page of another origin may not change anything either.
 */
export function hostCheck(allowed: readonly string[]): RequestHandler {
  const known = (host: string) => isLoopback(hostName(host)) || allowed.includes(hostName(host));
  return (request, _response, next) => {
    const { host, origin, 'sec-fetch-site': site } = request.headers;
    if (host === undefined || !known(host)) {
      throw new AppError(421, 'invalid-request', 'This server does not go by that name.', {
        detail:
          'The Host header must be a loopback address, such as 127.0.0.1, or one of HEARSAY_HOSTS: the name or the address that others open goes in there.',
      });
    }
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    const elsewhere = origin !== undefined && origin.replace(/^https?:\/\//, '').toLowerCase() !== host.toLowerCase();
    // What browsers say of themselves knows the scheme and the port too; "none" is what a person typed.
    if (changes && (elsewhere || site === 'cross-site' || site === 'same-site')) {
      throw new AppError(403, 'invalid-request', 'A page of another origin may not change anything here.');
    }
    next();
  };
}

/** Gives each request an id and logs it when it is answered. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID();
    const began = performance.now();
    response.locals.id = id;
    response.set('X-Request-Id', id);
    response.on('close', () => {
      const ms = Math.round((performance.now() - began) * 10) / 10;
      // The path alone: what somebody searched for is nobody else's business.
      log.info({ id, method: request.method, path: request.path, status: response.statusCode, ms }, 'request');
    });
    next();
  };
}
