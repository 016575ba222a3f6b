// Above the review: how far it is, what made the proposals, and who decides.
import { useEffect, useId, useRef } from 'preact/hooks';
import { mayEdit } from '../../state/account.ts';
import { by, canDecide } from '../../state/decide.ts';
import { signed } from '../../state/review/act.ts';
import { asksWho, refusal, reviewReport, underWay } from '../../state/review/decide.ts';
import { draft } from '../../state/review/draft.ts';
import { progressOf } from '../../state/review/list.ts';
import { selectArticle } from '../../state/selection.ts';
import { reviewOpen } from '../../state/work.ts';
import { count, formatDate, formatNumber } from '../../text/format.ts';
import { extractorWords, isEnglish } from '../../text/proposal.ts';
import { withoutTurns } from '../../text/titles.ts';
import { FailureCard } from '../../ui/basics.tsx';
import { fieldValue } from '../../ui/field.ts';
import { Report } from '../Report.tsx';
import { SignedAs } from '../SignedAs.tsx';

function Who() {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(
    () =>
      asksWho.subscribe((times) => {
        if (times > 0) field.current?.focus();
      }),
    [],
  );
  const isAsked = asksWho.value > 0 && by.value.trim() === '';
  return (
    <p class="review-who">
      <label for={id}>Decided by</label>
      <input
        id={id}
        ref={field}
        type="text"
        maxLength={200}
        autocomplete="off"
        value={by.value}
        aria-invalid={isAsked}
        onInput={(event) => {
          by.value = fieldValue(event);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          signed();
        }}
      />
      {isAsked && <span class="form-problem">Say who decides first; Enter then carries it out.</span>}
    </p>
  );
}

function openArticle(key: string): void {
  reviewOpen.value = false;
  selectArticle(key);
}

function Bar() {
  const view = draft.value;
  if (view === null) return null;
  const claims = progressOf(view, 'claim');
  const all = progressOf(view);
  return (
    <div class="review-progress">
      <progress value={claims.decided} max={Math.max(claims.of, 1)} aria-label="Claims decided" />
      <span>
        <strong>
          {formatNumber(claims.decided)} of {count(claims.of, 'claim')} decided
        </strong>
        <span class="relation-note">
          {formatNumber(all.decided)} of {formatNumber(all.of)} proposals
          {underWay.value && ', saving …'}
        </span>
      </span>
    </div>
  );
}

export function ReviewHead() {
  const view = draft.value;
  if (view === null) return null;
  const english = isEnglish(view.lang);
  const report = reviewReport.value;
  return (
    <div class="review-head">
      <Bar />
      {canDecide() ? (
        <SignedAs>
          <Who />
        </SignedAs>
      ) : (
        <p class="rail-note">
          {mayEdit.value
            ? 'This database is only read: nothing is decided here.'
            : 'You are a reader here: editors decide.'}
        </p>
      )}
      <p class="rail-note review-about">
        Proposed by {extractorWords(view.extractor)} on {formatDate(view.on.slice(0, 10))}.{' '}
        {english
          ? 'The rules read English. A score is no probability.'
          : `The rules read English, and this text seems to be in another language (${view.lang}): much of it will be missing or wrong.`}{' '}
        Nothing is evidence before it is accepted.
      </p>
      {view.sameTitle.map(({ key, name }) => (
        <p class="rail-note" key={key}>
          It has the same title as{' '}
          <button type="button" class="link" onClick={() => openArticle(key)}>
            <bdi>{withoutTurns(name)}</bdi>
          </button>
          : is it a later text of that, or a reprint?
        </p>
      ))}
      {view.notes !== undefined && view.notes.length > 0 && (
        <details class="review-report">
          <summary class="link">{count(view.notes.length, 'note')} on what the model answered</summary>
          <ul>
            {view.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      {refusal.value && <FailureCard failure={refusal.value} />}
      {report && report.edges.length > 0 && (
        <details class="review-report">
          <summary class="link">{count(report.edges.length, 'relation')} counted otherwise since</summary>
          <Report report={report} name="what the review changed" />
        </details>
      )}
    </div>
  );
}
