// What to write in the place of round(), which the embedded engine answers otherwise than Neo4j.
import type { Part } from '../library.ts';
import type { Env } from './env.ts';

/** The same by floor(), which differs only where a number lies exactly in the middle. */
export function insteadOfRound([value, digits]: Part[], env: Env): string {
  const isOne = value && /^(expression2|functionInvocation|variable|numberLiteral|parameter)$/.test(value.rule);
  const x = value ? (isOne ? env.textOf(value) : `(${env.textOf(value)})`) : 'x';
  if (!digits) return `Write floor(${x} + 0.5).`;
  const places = digits.rule === 'numberLiteral' ? Number(env.textOf(digits)) : Number.NaN;
  if (!Number.isInteger(places) || places < 0 || places > 15) return 'Write floor(x * 10 + 0.5) / 10 for one digit.';
  if (places === 0) return `Write floor(${x} + 0.5).`;
  const by = 10 ** places;
  return `Write floor(${x} * ${by} + 0.5) / ${by}.`;
}
