// One assertion: the article's own words, where they stand, how they are qualified, and whose word it is.
import type { AssertionView } from '../../server/schema/view.ts';
import { trailOfChains } from '../graph/trails.ts';
import { canDecide } from '../state/decide.ts';
import { focusedAssertion } from '../state/details.ts';
import { selectArticle, selectNode } from '../state/selection.ts';
import { openEdit } from '../state/work.ts';
import { formatNumber, formatRange } from '../text/format.ts';
import { modeWords, qualifications } from '../text/words.ts';
import { NodeLink } from '../ui/basics.tsx';
import { StanceMark } from '../ui/marks.tsx';
import { DerivationGraph } from './DerivationGraph.tsx';
import { AssertionGrade } from './Grades.tsx';

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

function Correct({ assertion: { article, claim, start, end } }: { assertion: AssertionView }) {
  const open = () => openEdit({ kind: 'article', article: article.key, at: { start, end, claim: claim.text } });
  return (
    <>
      {' · '}
      <button type="button" class="link" aria-label={`Correct: ${claim.text}`} onClick={open}>
        Correct
      </button>
    </>
  );
}

/** A claim's stance as its mark; one that is denied or questioned has its mark struck out. */
export const ClaimMark = ({ stance, struck }: { stance: AssertionView['claim']['stance']; struck: boolean }) =>
  stance && <span class={struck ? 'struck' : ''}>{<StanceMark stance={stance} title={!struck} />}</span>;

/** The claim in our words; one that is denied or questioned says so first. */
const ClaimLine = ({ claim, mode }: { claim: AssertionView['claim']; mode: string | undefined }) => (
  <p class="claim">
    {mode !== undefined && <strong class="mode">{mode}:</strong>}{' '}
    <ClaimMark stance={claim.stance} struck={mode !== undefined} /> {claim.text}
  </p>
);

/** `showClaim` names the claim too, for lists of more than one claim (a claim not put forward always is); `inArticle` leaves out what the article's page says, `inOrigin` the chain that its origin's drawing shows. */
export function AssertionCard({
  assertion,
  showClaim,
  inArticle,
  inOrigin,
}: {
  assertion: AssertionView;
  showClaim?: boolean;
  inArticle?: boolean;
  inOrigin?: boolean;
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
          <strong>{article.outlet ? <NodeLink node={article.outlet} /> : outletOf(article)}</strong>
          <span class="when">{dateOf(article)}</span>
        </header>
      )}
      {(showClaim || mode !== undefined) && <ClaimLine claim={claim} mode={mode} />}
      {assertion.quote !== null && <blockquote class="words">{assertion.quote}</blockquote>}
      <Notes assertion={assertion} />
      {assertion.quotes.map((quote) => (
        <p class="quoted" key={quote.key}>
          <button type="button" class="quote-link" title="Other renderings of it" onClick={() => selectNode(quote.key)}>
            <q class="words">{quote.text}</q>
          </button>
          {quote.speaker && (
            <>
              {' '}
              — <NodeLink node={quote.speaker} />
            </>
          )}
        </p>
      ))}
      {!inOrigin && assertion.chains.length > 0 && <DerivationGraph trail={trailOfChains(assertion)} />}
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
            {canDecide() && <Correct assertion={assertion} />}
          </p>
        )
      ) : (
        <Place assertion={assertion} />
      )}
      <AssertionGrade assertion={assertion} />
    </article>
  );
}
