// Walks the grammar's tree and reads names out of it.
import type { Part } from './library.ts';

/** The part and everything in it, in the order of the text, without recursion. */
export function* everyPart(part: Part): Generator<Part> {
  const waiting = [part];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let at = next.parts.length - 1; at >= 0; at--) waiting.push(next.parts[at] as Part);
  }
}

export function child(part: Part | undefined, rule: string): Part | undefined {
  return part?.parts.find((inner) => inner.rule === rule);
}
export function children(part: Part | undefined, rule: string): Part[] {
  return part?.parts.filter((inner) => inner.rule === rule) ?? [];
}
export function has(part: Part | undefined, rule: string): boolean {
  return child(part, rule) !== undefined;
}
/** The parts that are not tokens. */
export function inner(part: Part | undefined): Part[] {
  return part?.parts.filter(({ text }) => text === '') ?? [];
}

/** The tokens of a part, joined without blanks. */
export function tokensOf(part: Part): string {
  let text = '';
  for (const { text: token } of everyPart(part)) text += token;
  return text;
}

/** A name without its backticks. */
export function nameOf(part: Part | undefined): string {
  const text = part ? tokensOf(part) : '';
  return text.startsWith('`') && text.length > 1 ? text.slice(1, -1).replaceAll('``', '`') : text;
}

/** A name with its namespaces, each without backticks: `apoc . load.json`. */
export function dottedName(part: Part): string {
  return [...children(child(part, 'namespace'), 'symbolicNameString'), child(part, 'symbolicNameString')]
    .map(nameOf)
    .join('.');
}

/** How many levels deep the tree is, counting those that `counts` picks. */
export function depthOf(part: Part, counts: (part: Part) => boolean = () => true): number {
  let deepest = 0;
  const waiting: [Part, number][] = [[part, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [here, above] = next;
    const depth = counts(here) ? above + 1 : above;
    deepest = Math.max(deepest, depth);
    for (const below of here.parts) waiting.push([below, depth]);
  }
  return deepest;
}
