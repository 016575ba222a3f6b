// Below the list: adding what the reader missed, undoing, accepting all after a yes, and the keys.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { canDecide } from '../../state/decide.ts';
import { acceptAll, act, confirming, keysShown, openListed, toList } from '../../state/review/act.ts';
import { draft } from '../../state/review/draft.ts';
import { reviewKeys } from '../../state/review/keys.ts';
import { openChanges, reviewed, reviewOpen } from '../../state/work.ts';
import { count } from '../../text/format.ts';
import { ReadAgain } from './Absent.tsx';

function Confirm() {
  const yes = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => yes.current?.focus(), []);
  const number = openListed();
  const no = () => {
    confirming.value = false;
    toList.value++;
  };
  return (
    <div class="review-confirm" role="alertdialog" aria-label="Accept all that are shown">
      <p>
        Accept {count(number, 'open proposal')} that {number === 1 ? 'is' : 'are'} shown? What is accepted becomes
        evidence; u takes it back.
      </p>
      <div class="form-actions">
        <button ref={yes} type="button" class="button primary" onClick={acceptAll}>
          Accept {count(number, 'proposal')}
        </button>
        <button type="button" class="button quiet" onClick={no}>
          Cancel
        </button>
      </div>
    </div>
  );
}

/** Above the list, which keeps its place below. */
const Keys = () => (
  <section class="review-keys" aria-label="Keys of the review">
    <table class="keys" aria-label="Keys">
      <tbody>
        {reviewKeys.map(({ shown, does, action }) => (
          <tr key={action}>
            <th scope="row">
              <kbd>{shown}</kbd>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

function history(): void {
  const article = draft.peek()?.article;
  if (article === undefined) return;
  reviewOpen.value = false;
  openChanges(article);
}

export function ReviewTools() {
  return (
    <div class="review-foot">
      {keysShown.value && <Keys />}
      <div class="review-tools">
        {confirming.value && <Confirm />}
        <div class="review-buttons">
          {canDecide() && (
            <>
              <button type="button" class="link" onClick={() => act('addClaim')}>
                Add a claim
              </button>
              <button type="button" class="link" onClick={() => act('addMention')}>
                Add a mention
              </button>
              <button type="button" class="link" onClick={() => act('undo')}>
                Undo
              </button>
            </>
          )}
          <button type="button" class="link" aria-expanded={keysShown.value} onClick={() => act('help')}>
            Keys
          </button>
          {reviewed.value !== null && (
            <button type="button" class="link" onClick={history}>
              Changes
            </button>
          )}
          <details class="review-again">
            <summary>Read the text anew</summary>
            <p class="rail-note">Decisions on what is proposed again are kept.</p>
            <ReadAgain label="Propose anew" />
          </details>
        </div>
      </div>
    </div>
  );
}
