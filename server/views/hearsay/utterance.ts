// One act of speech in the words of each report, and which report has whose words.

import { NotFound } from '../../errors.ts';
import { evidenceOf } from '../../evidence/load.ts';
import { renderingsOf } from '../../provenance/utterances.ts';
import type { UtteranceView } from '../../schema/comparison.ts';
import type { Evidence } from '../../schema/evidence.ts';
import type { EvidenceQuery } from '../../schema/query.ts';
import type { Store } from '../../store/port.ts';
import { distinct, sortedBy } from '../order.ts';
import { articleRefs } from './article-ref.ts';
import { type Filtered, filteredBy } from './evidence-filter.ts';
import { nearest } from './load.ts';

async function loadUtterance(store: Store, key: string): Promise<UtteranceView['utterance']> {
  // One that two speak together has two rows: the first by key is named.
  const [row] = sortedBy(await store.read('read/utterance/one', { key }), ({ speaker }) => [speaker ?? '']);
  if (row === undefined) {
    throw new NotFound(`No utterance has the key "${key.slice(0, 200)}".`, {
      nearest: await nearest(store, key, 'utterance:'),
    });
  }
  const speaker = row.speaker === null ? null : { key: row.speaker, name: row.speakerName ?? row.speaker };
  return { key, speaker, saidOn: row.saidOn, occasion: row.occasion };
}

/** The evidence of the claims whose assertions quote the utterance. */
export async function evidenceOfUtterance(store: Store, key: string, filtered: Filtered | null): Promise<Evidence> {
  if (filtered !== null) return filtered.evidence;
  const rows = await store.read('read/evidence/near', { key });
  return evidenceOf(store, distinct(rows.map((row) => row.claim)));
}

/** Under a filter the renderings that it leaves. Errors: NotFound, and those of the filter. */
export async function utterance(store: Store, key: string, query: EvidenceQuery): Promise<UtteranceView> {
  const [filtered, found] = await Promise.all([filteredBy(store, query), loadUtterance(store, key)]);
  const renderings = renderingsOf(await evidenceOfUtterance(store, key, filtered), key);
  const printed = renderings.flatMap((rendering) => rendering.articles);
  const [refs, places] = await Promise.all([
    articleRefs(
      store,
      printed.flatMap(({ article, from }) => [article, from ?? []].flat()),
      filtered,
    ),
    store.read('read/utterance/quotes', { keys: distinct(printed.map(({ quote }) => quote)) }),
  ]);
  const placeOf = new Map(places.map((row) => [row.key, row]));
  return {
    utterance: found,
    renderings: renderings.map(({ key: rendering, text, lang, translationOf, words, articles }) => ({
      key: rendering,
      text,
      lang,
      translationOf: [...translationOf],
      words: [...words],
      articles: articles.flatMap(({ article, quote, from }) => {
        const ref = refs.get(article);
        if (ref === undefined) return [];
        const place = placeOf.get(quote);
        const inherited = from === null ? null : (refs.get(from) ?? null);
        return [{ article: ref, start: place?.start ?? null, end: place?.end ?? null, from: inherited }];
      }),
    })),
  };
}
