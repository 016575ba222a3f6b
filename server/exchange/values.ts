// Takes single values and places out of stored properties, in the form that documents have them in.
import type { Properties, Scalar } from '../ingest/rows.ts';
import type { Span } from '../schema/span.ts';

export type Plain = Record<string, unknown>;

/** The named properties that are there. */
export function pick(properties: Properties, names: readonly string[]): Plain {
  return Object.fromEntries(names.flatMap((name) => (name in properties ? [[name, properties[name]]] : [])));
}

/** The list under a name, or nothing where it would be empty: documents leave such members out. */
export const listed = <T>(name: string, items: readonly T[]): Record<string, readonly T[]> =>
  items.length === 0 ? {} : { [name]: items };

const texts = (value: Scalar | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);
const numbers = (value: Scalar | undefined): number[] => (Array.isArray(value) ? value.map(Number) : []);

/** The place that a node or a relation has in a text. */
export function spanOf({ start, end, quote, text }: Properties): Span | undefined {
  const words = quote ?? text;
  if (typeof start !== 'number' || typeof end !== 'number' || typeof words !== 'string') return undefined;
  return { start, end, quote: words };
}

/** The places of a MENTIONS relation. */
export function mentionSpans({ starts, ends, names }: Properties): Span[] {
  const [from, to, words] = [numbers(starts), numbers(ends), texts(names)];
  return from.map((start, at) => ({ start, end: to[at] ?? start, quote: words[at] ?? '' }));
}

/** Where an article says that a relation holds: from the relation's `evidence`. */
export function evidenceSpans({ evidence }: Properties, article: string): Span[] {
  return texts(evidence).flatMap((place) => {
    if (!place.startsWith(`${article}#`)) return [];
    const [, start, end, quote] = /^(\d+)-(\d+) ([\s\S]+)$/.exec(place.slice(article.length + 1)) ?? [];
    return quote === undefined ? [] : [{ start: Number(start), end: Number(end), quote }];
  });
}
