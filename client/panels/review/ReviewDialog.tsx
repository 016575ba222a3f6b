// Reviewing an article's draft: its text with the places that are marked, and beside it the proposals to decide on.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from '../../state/keys.ts';
import { act, confirming, keysShown, toList } from '../../state/review/act.ts';
import { said } from '../../state/review/decide.ts';
import { draft, draftState, loadDraft, stopDraft } from '../../state/review/draft.ts';
import { closeForm, reviewForm } from '../../state/review/form.ts';
import { reviewAction } from '../../state/review/keys.ts';
import { reviewed, reviewOpen } from '../../state/work.ts';
import { withoutTurns } from '../../text/titles.ts';
import { FailureCard, Progress } from '../../ui/basics.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Absent } from './Absent.tsx';
import { ProposalList } from './ProposalList.tsx';
import { ReviewFilters } from './ReviewFilters.tsx';
import { ReviewFormPane } from './ReviewFormPane.tsx';
import { ReviewHead } from './ReviewHead.tsx';
import { ReviewText } from './ReviewText.tsx';
import { ReviewTools } from './ReviewTools.tsx';
import '../../styles/review.css';
import '../../styles/review-phone.css';
import '../../styles/edit.css';

type Side = 'text' | 'proposals';

/** Enter on a button or a link is theirs; everywhere else it unfolds. */
const hasEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, summary, input, select') !== null;

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  // One step back each time: the question, the form or the list of keys, then the dialog.
  if (event.key === 'Escape' && (confirming.peek() || reviewForm.peek() !== null || keysShown.peek())) {
    event.preventDefault();
    if (confirming.peek() || reviewForm.peek() !== null) {
      confirming.value = false;
      closeForm();
    } else keysShown.value = false;
    toList.value++;
    return;
  }
  if (reviewForm.peek() !== null) return;
  const action = reviewAction(event, isTyping(event.target));
  if (action === undefined || (action === 'details' && hasEnter(event.target))) return;
  // The arrows scroll the text while it has the focus.
  if (event.key.startsWith('Arrow') && event.target instanceof Element && event.target.closest('.review-text')) return;
  // What asks for a yes has the keys; a no is Escape or its button.
  if (confirming.peek()) return;
  event.preventDefault();
  act(action);
}

function Panes() {
  const side = useSignal<Side>('proposals');
  return (
    <div class={`review show-${side.value}`}>
      <ReviewHead />
      <div class="review-sides">
        <Segmented
          legend="What is shown"
          value={side.value}
          options={[
            { value: 'proposals', title: 'Proposals' },
            { value: 'text', title: 'Text' },
          ]}
          onChoose={(value) => {
            side.value = value;
          }}
        />
      </div>
      <ReviewText
        onPick={() => {
          side.value = 'proposals';
        }}
      />
      <section class="review-proposals" aria-label="Proposals">
        {reviewForm.value === null ? (
          <>
            <ReviewFilters />
            <ProposalList
              onPlace={() => {
                side.value = 'text';
              }}
            />
            <ReviewTools />
          </>
        ) : (
          <ReviewFormPane key={JSON.stringify(reviewForm.value)} />
        )}
      </section>
    </div>
  );
}

function Body() {
  const state = draftState.value;
  const article = reviewed.value;
  switch (state.state) {
    case 'none':
      return null;
    case 'loading':
      return <Progress what={state.what} stop={stopDraft} />;
    case 'absent':
      return <Absent />;
    case 'failed':
      return (
        <FailureCard failure={state.failure} {...(article !== null && { retry: () => void loadDraft(article) })} />
      );
    case 'ready':
      return <Panes />;
  }
}

/** The keys hold wherever in the dialog the focus is, also on the dialog itself. */
function Frame() {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const listening = new AbortController();
    frame.current?.closest('dialog')?.addEventListener('keydown', onKey, listening);
    return () => listening.abort();
  }, []);
  return (
    <div class="review-frame" ref={frame}>
      <Body />
      <p class="visually-hidden" role="status">
        {said.value}
      </p>
    </div>
  );
}

export function ReviewDialog() {
  const name = draft.value?.article.name;
  return (
    <Dialog
      open={reviewOpen}
      title="Review"
      {...(name !== undefined && { about: withoutTurns(name) })}
      kind="review-dialog"
    >
      {reviewOpen.value && <Frame />}
    </Dialog>
  );
}
