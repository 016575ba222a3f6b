// A place in an article that states a relation: the outlet, the day, the words there, and the way to the article.
import type { Place } from '../../server/schema/view.ts';
import { selectArticle } from '../state/selection.ts';
import { formatNumber } from '../text/format.ts';
import { dateOf, outletOf } from './AssertionCard.tsx';

export function PlaceCard({ place: { article, start, end, quote } }: { place: Place }) {
  return (
    <article class="assertion">
      <header>
        <strong>{outletOf(article)}</strong>
        <span class="when">{dateOf(article)}</span>
      </header>
      {quote !== null && <blockquote class="words">{quote}</blockquote>}
      <p class="place">
        <button type="button" class="link" onClick={() => selectArticle(article.key)}>
          Open the article
        </button>{' '}
        · characters {formatNumber(start)}–{formatNumber(end)}
      </p>
    </article>
  );
}
