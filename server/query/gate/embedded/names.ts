// Names that the embedded engine takes in backticks only, or not at all; strings whose escapes it would have to decode.
import type { Part } from '../library.ts';
import { everyPart, nameOf } from '../tree.ts';
import type { Env } from './env.ts';
import { engineKeywords } from './subset.ts';

const called = new Set(['functionName', 'procedureName']);

/** Puts backticks around keywords that are used as names, and refuses names with a backtick in them. */
export function quoteNames(tree: Part, env: Env): void {
  const skipped = new Set<Part>();
  for (const part of everyPart(tree)) {
    if (called.has(part.rule)) for (const inside of everyPart(part)) skipped.add(inside);
    if (skipped.has(part)) continue;
    if (part.rule === 'escapedSymbolicNameString' && env.textOf(part).slice(1, -1).includes('`')) {
      env.refuse(part, 'The embedded engine takes no backtick inside a name.', 'Take another name.');
    }
    // Rows come out of the engine as JavaScript objects, where this name is none of their own.
    if (/^symbolic(Variable)?NameString$/.test(part.rule) && nameOf(part) === '__proto__') {
      env.refuse(part, 'The embedded engine loses what is called __proto__.', 'Take another name.');
    }
    if (part.rule === 'unescapedSymbolicNameString' && engineKeywords.has(env.textOf(part).toLowerCase())) {
      env.edit(part.from, part.to, `\`${env.textOf(part)}\``);
    }
  }
}
