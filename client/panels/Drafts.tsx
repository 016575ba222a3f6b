// The drafts that wait for a review, above the articles.
import { drafts } from '../state/drafts.ts';
import { openReview } from '../state/work.ts';
import { count, formatDate, formatNumber } from '../text/format.ts';
import { extractorWords } from '../text/proposal.ts';
import { withoutTurns } from '../text/titles.ts';
import { Pager } from '../ui/Pager.tsx';
import '../styles/drafts.css';

export function Drafts() {
  const status = drafts.status.value;
  const list = status.state === 'ready' ? status.value : status.state === 'loading' ? status.previous : undefined;
  const waiting = (list?.drafts ?? []).filter(({ open }) => open > 0);
  if (waiting.length === 0) return null;
  return (
    <section class="article-list drafts">
      <header>
        <h2>
          To be reviewed <span class="tally">{formatNumber(waiting.length)}</span>
        </h2>
        <p class="rail-note">Articles with proposed claims on which nobody has decided. They are no evidence yet.</p>
      </header>
      <Pager label="Drafts" rows={waiting} size={10}>
        {(shown) => (
          <ul>
            {shown.map(({ article, open, accepted, rejected, extractor, on }) => (
              <li key={article.key}>
                <span>
                  <bdi class="cell-title">{withoutTurns(article.name)}</bdi>
                  <span class="rail-note">
                    {formatNumber(accepted)} accepted, {formatNumber(rejected)} rejected; by {extractorWords(extractor)}
                    , {formatDate(on.slice(0, 10))}
                  </span>
                </span>
                <button
                  type="button"
                  class="button"
                  aria-label={`Review ${count(open, 'claim')} of ${withoutTurns(article.name)}`}
                  onClick={() => openReview(article.key)}
                >
                  Review {count(open, 'claim')}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Pager>
    </section>
  );
}
