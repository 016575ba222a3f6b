// The form of the review in the place of the list: a claim to edit or add, or who is mentioned.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { by } from '../../state/decide.ts';
import { type AtHand, allTypes } from '../../state/edit/entities.ts';
import { toList } from '../../state/review/act.ts';
import { byId, draft } from '../../state/review/draft.ts';
import {
  claimForm,
  closeForm,
  formFaults,
  formProblem,
  mentioned,
  reviewForm,
  saveForm,
  saving,
} from '../../state/review/form.ts';
import { ClaimFields } from '../edit/ClaimFields.tsx';
import { EntityField } from '../edit/EntityField.tsx';
import { focusFault } from '../edit/focus-fault.ts';
import { Signature } from '../edit/Signature.tsx';

const titles = { edit: 'Edit the claim', claim: 'Add a claim', mention: 'Who or what is mentioned' } as const;

/** Entities that the draft proposes: the database does not have them before they are accepted. */
const proposed = (): AtHand =>
  (draft.value?.proposals ?? []).flatMap(({ proposal }) =>
    proposal.kind === 'entity' ? [{ key: proposal.entity, name: proposal.name, type: proposal.type }] : [],
  );

/** The candidates of a mention, to be chosen at once. */
function Candidates({ id }: { id: string }) {
  const proposal = byId.value.get(id)?.proposal;
  if (proposal?.kind !== 'mention') return null;
  const chosen = mentioned.value?.key ?? proposal.entity;
  return (
    <fieldset class="edit-fields">
      <legend>Candidates</legend>
      {proposal.candidates.map(({ key, name, type, score, reason }) => (
        <label class="edit-check" key={key}>
          <input
            type="radio"
            name={`candidates ${id}`}
            checked={chosen === key}
            onChange={() => {
              mentioned.value = { key, name, type };
            }}
          />
          <span>
            <bdi>{name}</bdi>{' '}
            <span class="relation-note">
              {type}, {score.toFixed(2)}: {reason}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function ReviewFormPane() {
  const of = reviewForm.value;
  const frame = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => frame.current?.querySelector<HTMLElement>('select, input')?.focus(), []);
  if (of === null) return null;
  const leave = () => {
    closeForm();
    toList.value++;
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await saveForm()) toList.value++;
    else focusFault(frame.current);
  };
  const form = claimForm.value;
  return (
    <form ref={frame} class="edit-form" aria-label={titles[of.kind]} onSubmit={(event) => void submit(event)}>
      <h3>{titles[of.kind]}</h3>
      {of.kind === 'mention' && (
        <>
          <p>
            <q class="words">{of.span.quote}</q>
          </p>
          {of.id !== undefined && <Candidates id={of.id} />}
          <EntityField
            label="Who or what is meant"
            types={allTypes}
            value={mentioned.value}
            onChange={(chosen) => {
              mentioned.value = chosen;
            }}
            fault={formFaults.value.holder}
            atHand={proposed()}
          />
        </>
      )}
      {form && (
        <ClaimFields
          form={form}
          onChange={(next) => {
            claimForm.value = next;
          }}
          faults={formFaults.value}
          atHand={proposed()}
          inDraft
          hasText
        />
      )}
      <Signature
        action={of.kind === 'edit' ? 'Save and accept' : of.kind === 'claim' ? 'Add and accept' : 'Save and accept'}
        fault={by.value.trim() === '' ? formFaults.value.by : undefined}
        problem={formProblem.value}
        busy={saving.value}
        onCancel={leave}
      />
    </form>
  );
}
