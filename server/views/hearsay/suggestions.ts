// Which held articles seem to print another without saying so, with what people made of that.
import { createHash } from 'node:crypto';
import { inTurns } from '../../evidence/in-turns.ts';
import { type ReprintArticle, type ReprintSuggestion, reprintSteps } from '../../provenance/reprints.ts';
import type { Suggestion, Suggestions } from '../../schema/comparison.ts';
import { inBatches } from '../../schema/lists.ts';
import type { EvidenceQuery } from '../../schema/query.ts';
import type { Rows } from '../../schema/statements.ts';
import type { Reader, Store } from '../../store/port.ts';
import { sortedBy } from '../order.ts';
import { articleRefs } from './article-ref.ts';
import { filteredBy } from './evidence-filter.ts';

type Held = Rows<'read/reprints/texts-held'>;
type Outlets = Rows<'read/reprints/outlets'>;

async function compareTexts(store: Reader, held: Held, outlets: Outlets): Promise<ReprintSuggestion[]> {
  const texts = await inBatches(
    held.map(({ key }) => key),
    (keys) => store.read('read/reprints/texts', { keys }),
  );
  const text = new Map(texts.map((row) => [row.key, row.text]));
  const articles = held.map(
    ({ key, outlet, publishedTo }): ReprintArticle => ({ key, outlet, publishedTo, text: text.get(key) ?? '' }),
  );
  const named = outlets.map(({ key, name, aliases }) => ({ key, name, aliases: aliases ?? [] }));
  return inTurns(reprintSteps(articles, named));
}

/** The last comparison of each store; what people decide on does not make the texts others. */
const compared = new WeakMap<Reader, { texts: string; found: Promise<ReprintSuggestion[]> }>();

async function suggested(store: Store): Promise<{ found: ReprintSuggestion[]; outlets: Outlets }> {
  const [rows, outlets] = await Promise.all([
    store.read('read/reprints/texts-held', {}),
    store.read('read/reprints/outlets', {}),
  ]);
  // An article has one outlet; should a database hold two, the first by key is taken, on both engines.
  const sorted = sortedBy(rows, (row) => [row.key, row.outlet ?? '']);
  const held = sorted.filter((row, at) => row.key !== sorted[at - 1]?.key);
  const names = sortedBy(outlets, (row) => [row.key]);
  const texts = createHash('sha256')
    .update(JSON.stringify([held, names]))
    .digest('base64');
  const last = compared.get(store);
  if (last?.texts === texts) return { found: await last.found, outlets };
  const found = compareTexts(store, held, names);
  compared.set(store, { texts, found });
  found.catch(() => compared.delete(store));
  return { found: await found, outlets };
}

/** What was made of each pair, whichever of the two was taken for the original. */
async function reviews(store: Reader): Promise<(article: string, original: string) => Suggestion['review']> {
  const rows = await store.read('read/curation/article-links', {});
  const pairs = (type: string) =>
    new Set(
      rows.flatMap((row) => (row.type === type ? [`${row.source} ${row.target}`, `${row.target} ${row.source}`] : [])),
    );
  const [accepted, rejected] = [pairs('REPUBLISHES'), pairs('NOT_REPUBLISHES')];
  return (article, original) => {
    const pair = `${article} ${original}`;
    return accepted.has(pair) ? 'accepted' : rejected.has(pair) ? 'rejected' : 'proposed';
  };
}

/** Under a filter only between articles that pass it. Errors: those of the filter. */
export async function suggestions(store: Store, query: EvidenceQuery): Promise<Suggestions> {
  const [filtered, { found, outlets }, reviewOf] = await Promise.all([
    filteredBy(store, query),
    suggested(store),
    reviews(store),
  ]);
  const passes = (article: string | null): boolean => article === null || filtered === null || filtered.passes(article);
  const shown = found.filter(({ article, original }) => passes(article) && passes(original));
  const refs = await articleRefs(
    store,
    shown.flatMap(({ article, original }) => [article, original ?? []].flat()),
    filtered,
  );
  const names = new Map(outlets.map((row) => [row.key, row.name]));
  const rows = shown.flatMap(({ article, original, kind, similarity, credit, passages }): Suggestion[] => {
    const [one, other] = [refs.get(article), refs.get(original ?? '')];
    if (original === null || one === undefined || other === undefined) return [];
    return [
      {
        key: `REPUBLISHES~${article}~${original}`,
        article: one,
        original: other,
        kind,
        similarity,
        credit,
        passages: passages.map((passage) => ({ article: { ...passage.article }, original: { ...passage.original } })),
        review: reviewOf(article, original),
      },
    ];
  });
  const credits = shown.flatMap(({ article, original, outlet, credit }) => {
    const one = refs.get(article);
    if (original !== null || outlet === null || credit === null || one === undefined) return [];
    return [{ article: one, outlet: { key: outlet, name: names.get(outlet) ?? outlet }, credit }];
  });
  return { rows, credits };
}
