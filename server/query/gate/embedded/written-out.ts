// toInteger() and toFloat() of a number in quotes.
import type { Part } from '../library.ts';
import type { Env } from './env.ts';
import { float, integer, type Type } from './types.ts';

/** A number in quotes is put in as the number itself: the engine makes other numbers of texts than Neo4j does. */
export function writtenOut(part: Part, name: string, [argument]: Part[], env: Env): Type | undefined {
  if (argument?.rule !== 'stringLiteral') return undefined;
  const digits = env.textOf(argument).slice(1, -1);
  if (name === 'tointeger' && /^-?(0|[1-9]\d{0,14})$/.test(digits)) {
    env.edit(part.from, part.to, `(${digits})`);
    return integer;
  }
  if (name === 'tofloat' && /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(digits)) {
    env.edit(part.from, part.to, `(${digits.includes('.') ? digits : `${digits}.0`})`);
    return float;
  }
  return undefined;
}
