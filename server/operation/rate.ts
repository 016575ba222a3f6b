// How much one client may ask in a minute, far more than a person's page does and less than would hinder others; and how
// much all of them may at once.
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Busy, TooManyRequests } from '../errors.ts';

const windowMs = 60_000;

/** The address by which a client is told from others; of IPv6 the network of 64 bits, which one connection has to itself (RFC 6177). */
export const clientOf = ({ ip = '' }: Pick<Request, 'ip'>): string => ipKeyGenerator(ip, 64);

/** Whoever watches over the server is not to be told that it is down. */
const isWatch = (path: string): boolean => path === '/health' || path === '/ready';

/**
 * Requests of all clients beyond `limit` at once are 503 with Retry-After: each that waits holds memory and a place in
 * the engine's queue, and whoever is refused at once can ask again sooner than a queue without an end would answer. One
 * address has half of them at most, so that nobody locks out all others by themselves.
 */
export function mostAtOnce(limit: number): RequestHandler {
  const ofOne = Math.max(1, Math.ceil(limit / 2));
  const underWay = new Map<string, number>();
  let all = 0;
  return (request, response, next) => {
    if (isWatch(request.path)) return next();
    const client = clientOf(request);
    const own = underWay.get(client) ?? 0;
    if (all >= limit || own >= ofOne) {
      const detail = `It answers at most ${limit} requests at once, ${ofOne} of one address. Try again when Retry-After says.`;
      return next(new Busy('The server has more to do than it can take.', { detail, retryAfter: 2 }));
    }
    all += 1;
    underWay.set(client, own + 1);
    response.once('close', () => {
      all -= 1;
      const left = (underWay.get(client) ?? 1) - 1;
      if (left === 0) underWay.delete(client);
      else underWay.set(client, left);
    });
    next();
  };
}

/** Requests from one address over the limit are 429 with Retry-After; none are with a limit of 0. */
export function rateOf(limit: number): RequestHandler {
  if (limit === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs,
    limit,
    keyGenerator: clientOf,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    // Which addresses are proxies is the settings' business; whoever sends X-Forwarded-For besides is not believed.
    validate: false,
    skip: ({ path }) => isWatch(path),
    handler: (request, _response, next) => {
      const { resetTime } = (request as unknown as { rateLimit: { resetTime?: Date } }).rateLimit;
      const left = resetTime === undefined ? windowMs : resetTime.getTime() - Date.now();
      next(
        new TooManyRequests('These are more requests than one client may make in a minute.', {
          detail: `At most ${limit} a minute; HEARSAY_RATE_LIMIT sets how many. Try again when Retry-After says.`,
          retryAfter: Math.max(1, Math.ceil(left / 1000)),
        }),
      );
    },
  });
}
