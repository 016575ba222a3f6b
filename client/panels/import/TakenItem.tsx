// One file that is taken in: what it would bring or brought, what is wrong with it, and the way to its proposals.
import { draftHeads } from '../../state/drafts.ts';
import { type Item, leaveOut, phase } from '../../state/taking/run.ts';
import { articlesOf, type TakenReport } from '../../state/taking/send.ts';
import { openReview, takeInOpen } from '../../state/work.ts';
import { count } from '../../text/format.ts';
import { stepWords, takenLines } from '../../text/taking.ts';
import { withoutTurns } from '../../text/titles.ts';
import { FailureCard } from '../../ui/basics.tsx';

function Taken({ taken, isDone }: { taken: TakenReport; isDone: boolean }) {
  const { title, lines, notes, nothing } = takenLines(taken);
  return (
    <>
      <p>
        <bdi>{withoutTurns(title)}</bdi>
      </p>
      {lines.map((line) => (
        <p class="rail-note" key={line}>
          {line}
        </p>
      ))}
      {nothing && !isDone && <p class="rail-note">Nothing would change.</p>}
      {notes.length > 0 && (
        <details>
          <summary class="link">{count(notes.length, 'note')}</summary>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Where the text of an article may hold claims: its proposals, or having them made. */
function ReviewButton({ article }: { article: string }) {
  const head = draftHeads.value.get(article);
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        takeInOpen.value = false;
        openReview(article);
      }}
    >
      {head === undefined
        ? 'Propose claims'
        : head.open > 0
          ? `Review ${count(head.open, 'claim')}`
          : 'Look at the draft'}
    </button>
  );
}

export function TakenItem({ of }: { of: Item }) {
  const { state, name } = of;
  return (
    <li class={`take-item is-${state.step}`}>
      <p class="take-name">
        <bdi>{withoutTurns(name)}</bdi> <span class="relation-note">{stepWords(state)}</span>
        {phase.value === 'idle' && state.step !== 'done' && (
          <button type="button" class="link" aria-label={`Leave out ${name}`} onClick={() => leaveOut(of.id)}>
            Leave out
          </button>
        )}
      </p>
      {(state.step === 'tried' || state.step === 'done') && (
        <Taken taken={state.taken} isDone={state.step === 'done'} />
      )}
      {state.step === 'done' &&
        articlesOf(state.taken).map((article) => <ReviewButton key={article} article={article} />)}
      {state.step === 'refused' && <FailureCard failure={state.failure} />}
    </li>
  );
}
