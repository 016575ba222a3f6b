// The form of an assertion of a held article, or of a new one.
import type { ClaimsDocument } from '../../../server/schema/article.ts';
import { by } from '../../state/decide.ts';
import {
  articleForm,
  closeArticleForm,
  editBusy,
  editFaults,
  editForm,
  editProblem,
  editWhy,
  everywhere,
  saveClaim,
} from '../../state/edit/article.ts';
import { alsoClaimed } from '../../state/edit/parts.ts';
import { count } from '../../text/format.ts';
import { focusNext } from '../../ui/focus.ts';
import { ClaimFields } from './ClaimFields.tsx';
import { EditForm } from './EditForm.tsx';
import { changedArticle } from './names.ts';
import { Signature } from './Signature.tsx';

export function ClaimEditor({ document, hasText }: { document: ClaimsDocument; hasText: boolean }) {
  const of = articleForm.value;
  const form = editForm.value;
  if (of?.kind !== 'claim' || form === null) return null;
  const others = of.assertion === undefined ? 0 : alsoClaimed(document, of.assertion);
  const leave = () => {
    focusNext('add a claim');
    closeArticleForm();
  };
  return (
    <EditForm
      title={of.assertion === undefined ? 'Add a claim' : 'Correct the assertion'}
      onSave={saveClaim}
      onLeave={leave}
      onDone={() => focusNext(changedArticle)}
    >
      <ClaimFields
        form={form}
        onChange={(next) => {
          editForm.value = next;
        }}
        faults={editFaults.value}
        atHand={document.entities.map(({ key, name, type }) => ({ key, name, type }))}
        inDraft={false}
        hasText={hasText}
        placeless={of.assertion?.reconstructed === true}
      >
        {others > 0 && (
          <label class="edit-check wide">
            <input
              type="checkbox"
              checked={everywhere.value}
              onChange={() => {
                everywhere.value = !everywhere.value;
              }}
            />
            <span>
              Another claim also at {count(others, 'other place')} of this article that{' '}
              {others === 1 ? 'makes' : 'make'} it
            </span>
          </label>
        )}
      </ClaimFields>
      <Signature
        action={of.assertion === undefined ? 'Add the claim' : 'Save the correction'}
        why={editWhy}
        fault={by.value.trim() === '' ? editFaults.value.by : undefined}
        problem={editProblem.value}
        busy={editBusy.value}
        onCancel={leave}
      />
    </EditForm>
  );
}
