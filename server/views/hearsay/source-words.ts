// What a source is called in a sentence: by its kind and in the words of the articles that name it.
import type { SourceKind } from '../../schema/stance.ts';

/** "a", "a and b", "a, b and c"; or with another word before the last. */
export function listWords(items: readonly string[], word = 'and'): string {
  const head = items.slice(0, -1);
  const last = items.at(-1) ?? '';
  return head.length === 0 ? last : `${head.join(', ')} ${word} ${last}`;
}

/** "four anonymous officials" as it is; "alliance source" as "alliance source (unnamed)". */
export function unnamed(descriptor: string): string {
  const words = descriptor.trim().replace(/^(?:A|An|The|One)\b/, (word) => word.toLowerCase());
  if (words === '') return 'an unnamed source';
  return /\b(?:unnamed|anonymous|unidentified|undisclosed)\b/i.test(words) ? words : `${words} (unnamed)`;
}

/** A source in words, by its kind and what the article calls it. */
export function sourceWords(kind: SourceKind | null, name: string): string {
  if (kind === 'anonymous') return unnamed(name);
  if (kind === 'ownReporting') return 'the outlet’s own reporting';
  if (kind === 'document') return `a document (${name})`;
  if (kind === 'unresolved') return 'a source that is not named';
  return name;
}
