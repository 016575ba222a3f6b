// The fields of a claim and of how the article puts it; which of them a draft has not is left out there.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { ClaimForm, FieldFaults } from '../../state/edit/claim-form.ts';
import { inStep, mayNotFit, suggestedText } from '../../state/edit/claim-sentence.ts';
import { type AtHand, actors, targets } from '../../state/edit/entities.ts';
import { EntityField } from './EntityField.tsx';
import { ChoiceField, Fields, TextField } from './Field.tsx';
import { Links } from './Links.tsx';

const kinds = [
  { value: 'stance', title: 'A stance on a plan' },
  { value: 'count', title: 'A count of members with a stance' },
  { value: 'statement', title: 'Another statement' },
] as const;
const stances = [
  { value: 'opposes', title: 'Opposes' },
  { value: 'supports', title: 'Supports' },
  { value: 'noncommittal', title: 'Noncommittal' },
  { value: 'defers', title: 'Defers: hides behind others' },
] as const;
const quantifiers = [
  { value: 'atLeast', title: 'At least' },
  { value: 'exactly', title: 'Exactly' },
  { value: 'majority', title: 'A majority' },
  { value: 'all', title: 'All' },
  { value: 'none', title: 'None' },
] as const;
const modes = [
  { value: 'asserts', title: 'Asserts it' },
  { value: 'denies', title: 'Denies it' },
  { value: 'questions', title: 'Calls it into question' },
] as const;
const modalities = [
  { value: 'now', title: 'Held now' },
  { value: 'expected', title: 'Expected' },
  { value: 'inAbstract', title: 'In the abstract' },
  { value: 'hypothetical', title: 'Hypothetical' },
] as const;
const channels = [
  { value: 'unknown', title: 'Not known' },
  { value: 'public', title: 'In public' },
  { value: 'private', title: 'In private' },
] as const;

interface ClaimFieldsProps {
  form: ClaimForm;
  onChange: (next: ClaimForm) => void;
  faults: FieldFaults;
  /** Entities that are not in the database yet. */
  atHand?: AtHand;
  /** A draft's claims know no condition, channel, period and no one on whose behalf. */
  inDraft: boolean;
  /** Whether the words can be found in the text; else their place must be given. */
  hasText: boolean;
  /** Known only through others: it stands nowhere in the text. */
  placeless?: boolean;
  children?: ComponentChildren;
}

export function ClaimFields({
  form,
  onChange: take,
  faults,
  atHand,
  inDraft,
  hasText,
  placeless,
  children,
}: ClaimFieldsProps) {
  const first = useRef(form);
  // While somebody looks for another holder there is none: the sentence is still of the one before.
  const whole = useRef(form);
  if (form.holder !== null && form.target !== null) whole.current = form;
  const onChange = (next: ClaimForm) => take(inStep({ ...whole.current, text: form.text }, next));
  const suggested = suggestedText(form);
  const sentenceHint =
    form.text === ''
      ? suggested && `Left empty: ${suggested}`
      : mayNotFit(first.current, form) && 'It may no longer fit what is chosen above: look at it.';
  const set =
    <Name extends keyof ClaimForm>(name: Name) =>
    (value: ClaimForm[Name]) =>
      onChange({ ...form, [name]: value });
  const text = (
    name: 'hedge' | 'wording' | 'condition' | 'from' | 'to' | 'number' | 'of' | 'at',
    label: string,
    hint?: string,
  ) => <TextField label={label} value={form[name]} onChange={set(name)} fault={faults[name]} {...(hint && { hint })} />;
  const at = { ...(atHand && { atHand }) };
  return (
    <>
      <Fields title="The claim">
        <ChoiceField label="Kind" value={form.kind} options={kinds} onChange={set('kind')} fault={faults.kind} />
        <EntityField
          label={
            form.kind === 'statement' ? 'Whom it is about' : form.kind === 'count' ? 'Whose members' : 'Who holds it'
          }
          types={actors}
          value={form.holder}
          onChange={set('holder')}
          fault={faults.holder}
          {...at}
        />
        {form.kind !== 'statement' && (
          <ChoiceField
            label="Stance"
            value={form.stance}
            options={stances}
            onChange={set('stance')}
            fault={faults.stance}
          />
        )}
        <EntityField
          label="On which plan or event"
          types={targets}
          value={form.target}
          onChange={set('target')}
          fault={faults.target}
          optional={form.kind === 'statement'}
          {...at}
        />
        {form.kind === 'count' && (
          <>
            <ChoiceField
              label="How many"
              value={form.quantifier}
              options={quantifiers}
              onChange={set('quantifier')}
              fault={faults.quantifier}
            />
            {text('number', 'Number')}
            {text('of', 'Of how many in all')}
          </>
        )}
        {form.kind === 'stance' && form.stance === 'defers' && (
          <div class="edit-field">
            <EntityField
              label="Behind whom"
              types={actors}
              value={null}
              clears
              onChange={(one) =>
                one && onChange({ ...form, shieldedBy: [...form.shieldedBy.filter(({ key }) => key !== one.key), one] })
              }
              fault={faults.shieldedBy}
              {...at}
            />
            <ul class="edit-chosen">
              {form.shieldedBy.map((one) => (
                <li key={one.key}>
                  <bdi>{one.name}</bdi>{' '}
                  <button
                    type="button"
                    class="link"
                    aria-label={`Leave out ${one.name}`}
                    onClick={() =>
                      onChange({ ...form, shieldedBy: form.shieldedBy.filter(({ key }) => key !== one.key) })
                    }
                  >
                    Leave out
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        <TextField
          label="In one plain sentence"
          value={form.text}
          onChange={set('text')}
          fault={faults.text}
          wide
          {...(sentenceHint && { hint: sentenceHint })}
        />
        {children}
      </Fields>
      <Fields title="How the article puts it">
        <ChoiceField label="The article" value={form.mode} options={modes} onChange={set('mode')} fault={faults.mode} />
        <ChoiceField
          label="The position is"
          value={form.modality}
          options={modalities}
          onChange={set('modality')}
          fault={faults.modality}
        />
        {text('wording', 'Its own word for it', 'Such as “resisting”.')}
        {text('hedge', 'Its hedge', 'Such as “reportedly”.')}
        {!inDraft && (
          <>
            {text('condition', 'Condition')}
            <ChoiceField
              label="Said"
              value={form.channel}
              options={channels}
              onChange={set('channel')}
              fault={faults.channel}
            />
            {text('from', 'Held from', 'A date such as 2024-10-24 or 2024-10.')}
            {text('to', 'Held until')}
            <EntityField
              label="On behalf of"
              types={actors}
              value={form.onBehalfOf}
              onChange={set('onBehalfOf')}
              fault={faults.onBehalfOf}
              optional
              {...at}
            />
          </>
        )}
        {!placeless && (
          <TextField
            label="The words that support it"
            value={form.words}
            onChange={set('words')}
            fault={faults.words}
            rows={3}
            longest={400}
            wide
            hint={
              hasText
                ? 'Exactly as they stand in the text, at most 400 characters.'
                : 'Exactly as they stand in the article.'
            }
          />
        )}
        {!placeless &&
          !hasText &&
          text('at', 'They begin at character', 'Counted from 0: the text itself is not held here.')}
      </Fields>
      <Links form={form} onChange={onChange} faults={faults} {...at} />
    </>
  );
}
