// What can be done with an article in the panel: reviewing its proposals, correcting what it says, its history.
import { canDecide } from '../state/decide.ts';
import { article } from '../state/details.ts';
import { draftHeads } from '../state/drafts.ts';
import { openChanges, openEdit, openReview } from '../state/work.ts';
import { count } from '../text/format.ts';

export function ArticleWork() {
  const status = article.status.value;
  if (status.state !== 'ready' || !status.value.article.held) return null;
  const { article: about, text } = status.value;
  const head = draftHeads.value.get(about.key);
  return (
    <section class="relations decisions">
      <h3>Work on it</h3>
      <div class="form-actions">
        {(head !== undefined || (text !== null && canDecide())) && (
          <button type="button" class="button" onClick={() => openReview(about.key)}>
            {head === undefined
              ? 'Propose claims'
              : head.open > 0
                ? `Review ${count(head.open, 'claim')}`
                : 'Look at the draft'}
          </button>
        )}
        {canDecide() && (
          <button type="button" class="button" onClick={() => openEdit({ kind: 'article', article: about.key })}>
            Correct it
          </button>
        )}
        <button
          type="button"
          class="button quiet"
          onClick={() => openChanges({ key: about.key, name: about.title ?? about.key })}
        >
          Changes
        </button>
      </div>
    </section>
  );
}
