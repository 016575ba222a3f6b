// JSON of any form, as far as it can be looked through: what is nested thousands deep would end whoever reads it.
import { z } from 'zod';

/** Whether a value nests deeper than `most` levels; without recursion, since it may be very deep indeed. */
export function isDeeper(value: unknown, most: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}

/** What came from JSON, refused where lists and objects in it stand deeper than `most`. */
export const jsonWithin = (most: number) =>
  // What is given here was parsed as JSON.
  z.custom<z.core.util.JSONType>((value) => !isDeeper(value, most), {
    error: `is nested more than ${most} deep; give it in a flatter form`,
  });
