// Finds the ClaimReviews in schema.org data: one, a list, a graph, a feed, or within whatever else they stand.
// The form: https://schema.org/ClaimReview

export type Json = Record<string, unknown>;
export interface FoundReview {
  review: Json;
  /** The JSON pointer to it. */
  pointer: string;
}

export const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
export const typesOf = (value: Json): string[] =>
  [value['@type'] ?? value.type].flat().map((type) => String(type).replace(/^.*[/#:]/, ''));

/** Members under which lists of things stand: graphs, feeds, lists, and what a page says it is about. */
const holders = ['@graph', 'dataFeedElement', 'item', 'itemListElement', 'mainEntity', 'hasPart', 'review'];
const mostSeen = 5_000_000;

/** In the order in which they stand. Walks without recursion: no depth of nesting is too deep. */
export function* reviewsIn(json: unknown): Generator<FoundReview> {
  const waiting: { value: unknown; pointer: string }[] = [{ value: json, pointer: '' }];
  for (let seen = 0; waiting.length > 0 && seen < mostSeen; seen += 1) {
    const { value, pointer } = waiting.pop() as { value: unknown; pointer: string };
    if (Array.isArray(value)) {
      for (let at = value.length - 1; at >= 0; at -= 1) waiting.push({ value: value[at], pointer: `${pointer}/${at}` });
      continue;
    }
    if (!isObject(value)) continue;
    if (typesOf(value).includes('ClaimReview')) {
      yield { review: value, pointer };
      continue;
    }
    for (const name of holders)
      if (value[name] !== undefined) waiting.push({ value: value[name], pointer: `${pointer}/${name}` });
  }
}

/** Whether JSON is schema.org's and none of Hearsay's own. */
export const isLinkedData = (json: unknown): boolean => {
  const [first] = [json].flat();
  return (
    isObject(first) && first.format === undefined && ('@context' in first || '@type' in first || '@graph' in first)
  );
};

/** The first text among the values of a member, or the name of the thing there. */
export function textOf(value: unknown): string | undefined {
  for (const one of [value].flat()) {
    const text = isObject(one) ? textOf(one.name ?? one['@value'] ?? one['@id'] ?? one.url) : one;
    if (typeof text === 'string' && text.trim() !== '') return text.trim();
    if (typeof text === 'number') return String(text);
  }
  return undefined;
}
