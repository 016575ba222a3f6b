// Articles that seem to print another without saying so: both passages side by side, to be accepted or rejected.
import { useSignal } from '@preact/signals';
import type { Suggestion } from '../../server/schema/comparison.ts';
import {
  by,
  canDecide,
  lastReport,
  linkArticles,
  suggestions,
  suggestionsWanted,
  unlinkArticles,
} from '../state/decide.ts';
import { selectArticle } from '../state/selection.ts';
import { count } from '../text/format.ts';
import { Empty, FailureCard, Progress } from '../ui/basics.tsx';
import { focusNext, useFocusTurn } from '../ui/focus.ts';
import { titleOf } from './ArticleDetails.tsx';
import { dateOf, outletOf } from './AssertionCard.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { Report } from './Report.tsx';

const most = 3;
const reviews = [
  { review: 'accepted', words: 'It prints it' },
  { review: 'rejected', words: 'It does not' },
] as const;

const changed = 'what the reprint changed';
const openerOf = (of: Suggestion, review: string | null): string => `${of.key} ${review}`;

const Head = ({ of, note }: { of: Suggestion['article']; note: string }) => (
  <header>
    <p class="kind">{note}</p>
    <button type="button" class="link" onClick={() => selectArticle(of.key)}>
      {titleOf(of)}
    </button>
    <span class="relation-note">
      {outletOf(of)}, {dateOf(of)}
    </span>
  </header>
);

interface AnswerProps {
  name: string;
  onClick: () => void;
  children: string;
}
function Answer({ name, onClick, children }: AnswerProps) {
  const button = useFocusTurn<HTMLButtonElement>(name);
  return (
    <button type="button" class="button" ref={button} onClick={onClick}>
      {children}
    </button>
  );
}

function Card({ of }: { of: Suggestion }) {
  const deciding = useSignal<'accepted' | 'rejected' | null>(null);
  const review = deciding.value;
  const share = `About ${Math.round(of.similarity * 100)} % of the wording of the two texts together is in both`;
  return (
    <li class="suggestion">
      <div class="side-by-side">
        <Head of={of.article} note="Seems to print" />
        <Head of={of.original} note="The original" />
        {of.passages.slice(0, most).map((passage) => [
          <blockquote class="words" key={`a ${passage.article.start}`}>
            {passage.article.text}
          </blockquote>,
          <blockquote class="words" key={`b ${passage.original.start}`}>
            {passage.original.text}
          </blockquote>,
        ])}
      </div>
      <p class="rail-note">
        {of.kind === 'credit' && of.credit !== null ? (
          <>
            Credit line: <q class="words">{of.credit}</q>
          </>
        ) : (
          share
        )}
        {of.passages.length > most && `; ${count(of.passages.length - most, 'more passage')}`}
      </p>
      {canDecide() && of.review === 'proposed' && review === null && (
        <div class="form-actions">
          {reviews.map(({ review, words }) => (
            <Answer
              key={review}
              name={openerOf(of, review)}
              onClick={() => {
                deciding.value = review;
              }}
            >
              {words}
            </Answer>
          ))}
        </div>
      )}
      {review !== null && (
        <DecisionForm
          action={review === 'accepted' ? 'Accept the reprint' : 'Reject the suggestion'}
          onCancel={() => {
            focusNext(openerOf(of, review));
            deciding.value = null;
          }}
          onDecide={async (why) => {
            const done = await linkArticles({
              type: 'REPUBLISHES',
              article: of.article.key,
              other: of.original.key,
              review,
              by: by.value.trim(),
              ...(why === undefined ? {} : { why }),
            });
            if (done) focusNext(changed);
          }}
        >
          <p class="rail-note">
            {review === 'accepted'
              ? 'A reprint adds no origin: what it says counts as said by the original.'
              : 'A rejected suggestion does not come back.'}
          </p>
        </DecisionForm>
      )}
    </li>
  );
}

async function takeBack(key: string): Promise<void> {
  if (await unlinkArticles(key)) focusNext(changed);
}

export function Suggestions() {
  const status = suggestions.status.value;
  const report = lastReport.value?.report;
  const mine = report?.key.startsWith('REPUBLISHES~') ? report : undefined;
  const decided = mine !== undefined && mine.outcome !== 'removed' ? mine : undefined;
  // What was just decided goes at once: the texts are compared anew only after it.
  const open =
    status.state === 'ready'
      ? status.value.rows.filter(({ key, review }) => review === 'proposed' && key !== decided?.key)
      : [];
  return (
    <section class="article-list suggestions">
      <header>
        <h2>Possible reprints {status.state === 'ready' && <span class="tally">{open.length}</span>}</h2>
        <p class="rail-note">
          Held texts that share passages, or name an agency in a credit line, without saying that they print another.
        </p>
      </header>
      {mine && <Report report={mine} name={changed} {...(decided ? { undo: () => void takeBack(decided.key) } : {})} />}
      {status.state === 'idle' && (
        <button
          type="button"
          class="button"
          onClick={() => {
            suggestionsWanted.value = true;
          }}
        >
          Look for reprints
        </button>
      )}
      {status.state === 'loading' && <Progress what="Comparing the texts" stop={suggestions.stop} />}
      {status.state === 'failed' && <FailureCard failure={status.failure} retry={suggestions.retry} />}
      {status.state === 'ready' && open.length === 0 && (
        <Empty title="No text seems to print another">
          Texts are compared where they are kept; of an article without its text only the credit line can be seen.
        </Empty>
      )}
      <ul>
        {open.map((one) => (
          <Card key={one.key} of={one} />
        ))}
      </ul>
    </section>
  );
}
