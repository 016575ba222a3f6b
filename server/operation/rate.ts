// How much one client may ask in a minute: far more than a person's page does, and less than would hinder others.
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { TooManyRequests } from '../errors.ts';

const windowMs = 60_000;

/** Requests from one address over the limit are 429 with Retry-After; none are with a limit of 0. */
export function rateOf(limit: number): RequestHandler {
  if (limit === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs,
    limit,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    // Which addresses are proxies is the settings' business; whoever sends X-Forwarded-For besides is not believed.
    validate: false,
    // Whoever watches over the server is not to be told that it is down.
    skip: ({ path }) => path === '/health' || path === '/ready',
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
