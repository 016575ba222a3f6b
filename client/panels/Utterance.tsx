// One utterance: its renderings side by side, the words that differ marked, and who has whose wording.
import type { UtteranceView } from '../../server/schema/comparison.ts';
import { selectArticle } from '../state/selection.ts';
import { utterance } from '../state/utterance.ts';
import { countInWords, formatDate, sentenceCase } from '../text/format.ts';
import { FailureCard, NodeLink, Progress } from '../ui/basics.tsx';
import { dateOf, outletOf } from './AssertionCard.tsx';
import { SpreadSection } from './Spread.tsx';

type Rendering = UtteranceView['renderings'][number];
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

function languageOf(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Words that only this rendering has are underlined and bold, and named as such to who cannot see it. */
const Words = ({ words }: { words: Rendering['words'] }) => (
  <blockquote class="words">
    {words.map((run, index) =>
      run.same ? (
        <span key={index}>{run.text}</span>
      ) : (
        <ins key={index} class="other-words">
          {run.text}
        </ins>
      ),
    )}
  </blockquote>
);

function Card({ of, number }: { of: Rendering; number: number }) {
  return (
    <li class="rendering">
      <header>
        <strong>Rendering {number}</strong>
        <span class="relation-note">
          {languageOf(of.lang)}
          {of.translationOf.length > 0 && ', translated'}
        </span>
      </header>
      <Words words={of.words} />
      <ul>
        {of.articles.map(({ article, from }) => (
          <li key={article.key}>
            <button type="button" class="link" onClick={() => selectArticle(article.key)}>
              {outletOf(article)}
            </button>{' '}
            <span class="relation-note">
              {dateOf(article)}
              {from && `, wording of ${outletOf(from)}`}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

export function UtteranceSection() {
  const status = utterance.status.value;
  if (status.state === 'idle') return null;
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={utterance.retry} />;
  if (status.state !== 'ready') return <Progress what="Loading the renderings" stop={utterance.stop} />;
  const { utterance: of, renderings } = status.value;
  const when = [of.occasion, of.saidOn && formatDate(of.saidOn)].filter(Boolean).join(', ');
  return (
    <>
      <section class="relations">
        <h3>
          Renderings <span class="tally">{renderings.length}</span>
        </h3>
        <p class="rail-note">
          {of.speaker && (
            <>
              Said by <NodeLink node={of.speaker} />
              {when === '' ? '. ' : ` (${when}). `}
            </>
          )}
          {sentenceCase(countInWords(renderings.length, 'wording'))}
          {renderings.length > 1 && '; words that only one of them has are underlined'}.
        </p>
        <ol class="renderings">
          {renderings.map((rendering, index) => (
            <Card key={rendering.key} of={rendering} number={index + 1} />
          ))}
        </ol>
      </section>
      <SpreadSection of={{ utterance: of.key }} id={of.key} />
    </>
  );
}
