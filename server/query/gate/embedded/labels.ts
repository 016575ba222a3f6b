// Labels and relation types in patterns: only the forms that the embedded engine has, and reads as Neo4j does.
import type { Part } from '../library.ts';
import { everyPart, nameOf } from '../tree.ts';
import type { Env } from './env.ts';
import { mistakenFor } from './model.ts';

const names = (label: Part): Part[] => [...everyPart(label)].filter(({ rule }) => rule === 'symbolicNameString');
const signs = (label: Part): Part[] =>
  [...everyPart(label)].filter(
    ({ parts, rule }) => parts.length === 0 && /^(BAR|AMPERSAND|EXCLAMATION_MARK|PERCENT|IS|LPAREN|DOLLAR)$/.test(rule),
  );

/** The labels of `:A` or `:A:B`. */
export function labelNames(label: Part, env: Env): string[] {
  const [sign] = signs(label);
  if (sign) {
    const message = 'The embedded engine has no label expressions.';
    env.refuse(label, message, 'Write n:A OR n:B, n:A AND n:B, NOT n:A in WHERE, or :A:B for both.');
  }
  return names(label).map(nameOf);
}

/** The types of `:A` or `:A|B`. */
export function typeNames(label: Part, env: Env): string[] {
  const other = signs(label).find(({ rule }) => rule !== 'BAR');
  const colons = [...everyPart(label)].filter(({ rule }) => rule === 'COLON').length;
  if (other || colons > 1) {
    env.refuse(label, 'Of relation types the embedded engine knows :A and :A|B.', 'Write [r] and type(r) … in WHERE.');
  }
  return names(label).map((part) => {
    const name = nameOf(part);
    const known = mistakenFor(name);
    if (known !== undefined) {
      const message = `The embedded engine takes ${name} for ${known}; Neo4j finds no relation of that type.`;
      env.refuse(part, message, `Write ${known}.`);
    }
    return name;
  });
}
