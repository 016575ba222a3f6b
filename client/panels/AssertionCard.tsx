// One assertion: the article's own words, where they stand, how they are qualified, and whose word it is.
import type { AssertionView } from '../../server/schema/view.ts';
import { focusedAssertion } from '../state/details.ts';
import { selectArticle } from '../state/selection.ts';
import { formatNumber, formatRange } from '../text/format.ts';
import { modeWords, qualifications } from '../text/words.ts';
import { NodeLink } from '../ui/basics.tsx';
import { StanceMark } from '../ui/marks.tsx';
import { Chain } from './Chain.tsx';

type Article = AssertionView['article'];

/** "24 Oct 2024", "24 Oct 2024, inferred" or "undated". */
export function dateOf(article: Pick<Article, 'publishedFrom' | 'publishedTo' | 'dateBasis'>): string {
  const range = formatRange(article.publishedFrom, article.publishedTo);
  if (range === null) return 'undated';
  return article.dateBasis === 'inferred' ? `${range}, inferred` : range;
}
export const outletOf = (article: Pick<Article, 'outlet'>): string => article.outlet?.name ?? 'Outlet not named';

/** The article's own word for the stance, its hedge and condition, and every other qualification, as short notes. */
function Notes({ assertion }: { assertion: AssertionView }) {
  const notes = [
    assertion.wording && (
      <>
        worded <q>{assertion.wording}</q>
      </>
    ),
    assertion.hedge && (
      <>
        hedged <q>{assertion.hedge}</q>
      </>
    ),
    assertion.condition && <>if {assertion.condition}</>,
    ...qualifications(assertion),
    assertion.reconstructed && 'known only through others',
  ].filter(Boolean);
  return notes.length === 0 ? null : (
    <ul class="notes">
      {notes.map((note, index) => (
        <li key={index}>{note}</li>
      ))}
    </ul>
  );
}

function Place({ assertion }: { assertion: AssertionView }) {
  const open = () => {
    focusedAssertion.value = assertion.key;
    selectArticle(assertion.article.key);
  };
  const where =
    assertion.start === null || assertion.end === null
      ? 'the article’s own words are not held'
      : `characters ${formatNumber(assertion.start)}–${formatNumber(assertion.end)}`;
  return (
    <p class="place">
      <button type="button" class="link" onClick={open}>
        Open the article
      </button>{' '}
      · {where}
    </p>
  );
}

/** The claim in our words; one that is denied or questioned says so first, and its stance's mark is struck out. */
function ClaimLine({ claim, mode }: { claim: AssertionView['claim']; mode: string | undefined }) {
  if (mode === undefined)
    return (
      <p class="claim">
        {claim.stance && <StanceMark stance={claim.stance} title />} {claim.text}
      </p>
    );
  return (
    <p class="claim">
      <strong class="mode">{mode}:</strong>{' '}
      {claim.stance && (
        <span class="struck" title={`${mode} this: ${claim.text}`}>
          <StanceMark stance={claim.stance} />
        </span>
      )}{' '}
      {claim.text}
    </p>
  );
}

/** `showClaim` names the claim too, for lists of more than one claim (a claim not put forward always is); `inArticle` leaves out what the article's page says. */
export function AssertionCard({
  assertion,
  showClaim,
  inArticle,
}: {
  assertion: AssertionView;
  showClaim?: boolean;
  inArticle?: boolean;
}) {
  const { article, claim } = assertion;
  const mode = modeWords(assertion.mode);
  return (
    <article
      class={`assertion${inArticle && focusedAssertion.value === assertion.key ? ' focused' : ''}`}
      id={inArticle ? `assertion-${assertion.key}` : undefined}
    >
      {!inArticle && (
        <header>
          <strong>{outletOf(article)}</strong>
          <span class="when">{dateOf(article)}</span>
        </header>
      )}
      {(showClaim || mode !== undefined) && <ClaimLine claim={claim} mode={mode} />}
      {assertion.quote !== null && <blockquote class="words">{assertion.quote}</blockquote>}
      <Notes assertion={assertion} />
      {assertion.quotes.map((quote) => (
        <p class="quoted" key={quote.key}>
          <q class="words">{quote.text}</q>
          {quote.speaker && (
            <>
              {' '}
              — <NodeLink node={quote.speaker} />
            </>
          )}
        </p>
      ))}
      {assertion.chains.map((links, index) => (
        <Chain key={index} links={links} />
      ))}
      {assertion.inferred && (
        <p class="aside">
          <strong>Inferred.</strong> {assertion.inferred}
        </p>
      )}
      {assertion.alternativeReading && (
        <p class="aside">
          <strong>Other reading.</strong> {assertion.alternativeReading}
        </p>
      )}
      {inArticle ? (
        assertion.start !== null &&
        assertion.end !== null && (
          <p class="place">
            Characters {formatNumber(assertion.start)}–{formatNumber(assertion.end)}
          </p>
        )
      ) : (
        <Place assertion={assertion} />
      )}
    </article>
  );
}
