// An article without a draft: having its text read, by the rules or by the operator's language model.
import { meta } from '../../state/data.ts';
import { canDecide } from '../../state/decide.ts';
import { makeDraft } from '../../state/review/draft.ts';
import { reviewed } from '../../state/work.ts';
import { Empty } from '../../ui/basics.tsx';

/** The buttons that have the text read, and what leaves the server with the second of them. */
export function ReadAgain({ label }: { label: string }) {
  const article = reviewed.value;
  const model = meta.value?.languageModel ?? null;
  if (article === null || !canDecide()) return null;
  return (
    <>
      <div class="form-actions">
        <button type="button" class="button" onClick={() => void makeDraft(article, 'rules')}>
          {label}
        </button>
        {model !== null && (
          <button type="button" class="button" onClick={() => void makeDraft(article, 'model')}>
            Ask {model.name}
          </button>
        )}
      </div>
      {model !== null && (
        <p class="rail-note">
          With the rules nothing leaves this server. The language model {model.name}, which its operator has set, is
          sent the text with its title, outlet and day, the names of plans, and of other entities those that stand in
          it.
        </p>
      )}
    </>
  );
}

export const Absent = () => (
  <div class="review-absent">
    <Empty title="This article has no draft">
      {canDecide()
        ? 'The rules can read its text and propose who holds which position, and on whose word. They read English.'
        : 'This database is only read: no draft is made here.'}
    </Empty>
    <ReadAgain label="Propose claims" />
  </div>
);
