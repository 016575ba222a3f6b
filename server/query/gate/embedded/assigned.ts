// A value that is written to a property: of the kind that the property has in the model, or one that any property takes.
import type { Part } from '../library.ts';
import { nameOf } from '../tree.ts';
import type { Env } from './env.ts';
import { isNewProperty } from './model.ts';
import { settled } from './operators.ts';
import { any, familyOf, inWords, type Kind, type Type } from './types.ts';

const family = (of: Type | undefined): Kind => familyOf(of ?? any);
const fitsList = (known: Type, value: Type): boolean => familyOf(known) === familyOf(value) && !value.maybeNull;

/** Refuses what the engine would keep otherwise than Neo4j; a value out of a parameter is asked to be of the kind. */
export function assigned(keyPart: Part, known: Type, valuePart: Part, value: Type, env: Env): void {
  if (value.refused || value.kind === 'null' || isNewProperty(known, value)) return;
  const key = nameOf(keyPart);
  const range = { from: keyPart.from, to: valuePart.to };
  if (known.kind === 'any' && value.parameter !== undefined && env.needOneSort(value)) return;
  if (settled(value, known, env)) return;
  if (known.kind === 'any' || value.kind === 'any') {
    const wayOut = 'Write the value out, or pass it as a parameter of its own: a text, a number, or true or false.';
    env.refuse(range, `What kind of value ${key} would get is not known before the statement runs.`, wayOut);
  } else if (familyOf(known) !== familyOf(value)) {
    const message = `${key} holds ${inWords(known)} in this model, and “${env.textOf(valuePart)}” is ${inWords(value)}.`;
    env.refuse(range, message, 'Give it a value of that kind, or write to a property of another name.');
  } else if (known.kind === 'list' && !fitsList(known.of ?? any, value.of ?? any)) {
    const message = `${key} holds a list of ${family(known.of)}s in this model, and this may hold something else, or null.`;
    env.refuse(range, message, 'Give it a list of that kind, or write to a property of another name.');
  }
}
