// Taking an assertion out of what an article says: what goes with it, and a yes.
import type { ClaimsDocument } from '../../../server/schema/article.ts';
import type { Assertion } from '../../../server/schema/claim.ts';
import { by } from '../../state/decide.ts';
import {
  closeArticleForm,
  editBusy,
  editFaults,
  editProblem,
  editWhy,
  removeAssertion,
} from '../../state/edit/article.ts';
import { claimOf } from '../../state/edit/of-document.ts';
import { focusNext } from '../../ui/focus.ts';
import { EditForm } from './EditForm.tsx';
import { changedArticle } from './names.ts';
import { Signature } from './Signature.tsx';

export function Removal({ document, of }: { document: ClaimsDocument; of: Assertion }) {
  const leave = () => {
    focusNext('add a claim');
    closeArticleForm();
  };
  return (
    <EditForm
      title="Take the assertion out"
      onSave={removeAssertion}
      onLeave={leave}
      onDone={() => focusNext(changedArticle)}
    >
      <p>
        <bdi>{claimOf(document, of)?.text ?? of.claim}</bdi>
      </p>
      {of.span && (
        <p>
          <q class="words">{of.span.quote}</q>
        </p>
      )}
      <p class="rail-note">
        Sources, quotes and reports that only it rests on go with it. The change is kept in the history and can be taken
        back.
      </p>
      <Signature
        action="Take it out"
        why={editWhy}
        fault={by.value.trim() === '' ? editFaults.value.by : undefined}
        problem={editProblem.value}
        busy={editBusy.value}
        onCancel={leave}
      />
    </EditForm>
  );
}
