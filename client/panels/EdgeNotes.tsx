// What an edge's evidence says beside its origins: oddities of the trails in words, and the entries of the ledger.
import type { ContradictionView } from '../../server/schema/comparison.ts';
import type { Evidence } from '../../server/schema/view.ts';
import { type ArticleNote, nameless } from '../graph/trails.ts';
import { articles, nameOf } from '../state/data.ts';
import { panelLedger } from '../state/ledger.ts';
import { count } from '../text/format.ts';
import { type Namer, originNotes } from '../text/origins.ts';
import { FailureCard, Progress } from '../ui/basics.tsx';
import { dateOf } from './AssertionCard.tsx';
import { ContradictionCard } from './ContradictionCard.tsx';

/** Names an article by its outlet and its date: from the assertions shown, or from the list of all articles. */
export function articleNotes({ assertions }: Evidence): ArticleNote {
  const known = new Map([...articles.value, ...assertions.map((one) => one.article)].map((one) => [one.key, one]));
  return (key) => {
    const article = known.get(key);
    if (!article) return undefined;
    const name = article.outlet?.name ?? article.title ?? nameless;
    return { name, note: article.held ? dateOf(article) : 'not held' };
  };
}

/** Names the articles and sources of an edge's trails, articles with their day. */
export function namerOf(found: Evidence): Namer {
  const note = articleNotes(found);
  const published = new Map(
    [...articles.value, ...found.assertions.map((one) => one.article)].map((one) => [one.key, one.publishedTo]),
  );
  const inDerivation = new Map(found.derivation?.nodes.map((node) => [node.key, node.name]));
  return (key) => ({
    name: note(key)?.name ?? inDerivation.get(key) ?? nameOf(key),
    published: published.get(key) ?? null,
  });
}

/** Circular reporting, date conflicts, ends without a source, retractions and corrections: in words. */
export function OriginNotes({ found }: { found: Evidence }) {
  if (!found.origins) return null;
  const notes = originNotes(found.origins, namerOf(found));
  return notes.length === 0 ? null : (
    <ul class="origin-notes">
      {notes.map((one, index) => (
        <li key={index}>
          <strong>{one.title}.</strong> {one.text}
        </li>
      ))}
    </ul>
  );
}

/** The entries of the ledger that bear on the edge, once they are there. */
export function Contradicted({ found }: { found: Evidence }) {
  const keys = new Set(found.contradictions);
  if (keys.size === 0) return null;
  const status = panelLedger.status.value;
  const rows = status.state === 'ready' ? status.value.rows.filter((row) => keys.has(row.key)) : [];
  const card = (row: ContradictionView) => (
    <ContradictionCard key={row.key} entry={row} edge={found.edge.key} most={1} />
  );
  const most = 2;
  return (
    <section class="relations contradictions">
      <h3>
        In the ledger <span class="tally">{keys.size}</span>
      </h3>
      {status.state === 'loading' && <Progress what="Loading the contradictions" />}
      {status.state === 'failed' && <FailureCard failure={status.failure} retry={panelLedger.retry} />}
      {rows.slice(0, most).map(card)}
      {rows.length > most && (
        <details class="more">
          <summary>{count(rows.length - most, 'more entry')}</summary>
          {rows.slice(most).map(card)}
        </details>
      )}
    </section>
  );
}
