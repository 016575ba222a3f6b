// How a watch on what cannot be watched is refused.
import { InvalidRequest } from '../errors.ts';

export const refusedAt = (pointer: string, reason: string): InvalidRequest =>
  new InvalidRequest(`${pointer}: ${reason}.`, { errors: [{ pointer, reason }] });
