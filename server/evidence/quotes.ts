// Loads quotes, what they translate, and who spoke the utterances that they render.
import type { EvidenceQuote } from '../schema/evidence.ts';
import { distinct, groupBy, inBatches } from '../schema/lists.ts';
import type { Reader } from '../store/port.ts';

export interface SpokenQuote extends EvidenceQuote {
  /** The actor who spoke its utterance. */
  readonly speaker: string | null;
}

/** A quote's key names its article: `quote:`, the article's slug, `#` and a local id. */
const articleOf = (quote: string): string => `article:${quote.slice('quote:'.length, quote.lastIndexOf('#'))}`;

/** The quotes with the keys, and those that these translate; one of several speakers once for each. */
export async function quotesOf(reader: Reader, keys: Iterable<string>): Promise<SpokenQuote[]> {
  const reached = new Set(keys);
  const translations: { quote: string; target: string }[] = [];
  for (let open = [...reached]; open.length > 0; ) {
    const found = await inBatches(open, (batch) => reader.read('evidence/translations', { keys: batch }));
    translations.push(...found);
    open = distinct(found.map(({ target }) => target)).filter((key) => !reached.has(key));
    for (const key of open) reached.add(key);
  }
  const translated = groupBy(translations, ({ quote }) => quote);
  const rows = await inBatches(reached, (batch) => reader.read('evidence/quotes', { keys: batch }));
  return rows.map((row) => ({
    ...row,
    article: articleOf(row.quote),
    translationOf: distinct((translated.get(row.quote) ?? []).map(({ target }) => target)),
  }));
}
