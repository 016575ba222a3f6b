// What somebody made of a contradiction, and the form to decide on it: state, by whom, why.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { ContradictionView } from '../../server/schema/comparison.ts';
import type { DispositionState } from '../../server/schema/ledger.ts';
import { type Failure, failureOf } from '../api.ts';
import { account, mayEdit } from '../state/account.ts';
import { meta } from '../state/data.ts';
import { dispose } from '../state/ledger.ts';
import { recall, remember } from '../state/memory.ts';
import { notify } from '../state/notices.ts';
import { dispositionLine, dispositionMeaning, dispositionTitle } from '../text/ledger.ts';
import { focusNext, useFocusTurn } from '../ui/focus.ts';
import { SignedAs } from './SignedAs.tsx';

const states: readonly DispositionState[] = ['open', 'explained', 'settled'];

function Form({ entry, done }: { entry: ContradictionView; done: () => void }) {
  const id = useId();
  const state = useSignal<DispositionState>(entry.disposition.state);
  const by = useSignal(account.value?.name ?? entry.disposition.by ?? recall('by') ?? '');
  const why = useSignal(entry.disposition.why ?? '');
  const saving = useSignal(false);
  const failure = useSignal<Failure | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    saving.value = true;
    failure.value = null;
    try {
      await dispose(entry.key, { state: state.value, by: by.value.trim(), why: why.value.trim() });
      if (account.peek() === null) remember('by', by.value.trim());
      notify(`Kept: ${dispositionTitle[state.value].toLowerCase()}.`);
      done();
    } catch (error) {
      failure.value = failureOf(error);
    } finally {
      saving.value = false;
    }
  };
  return (
    <form class="disposition-form" onSubmit={(event) => void submit(event)}>
      <fieldset>
        <legend class="visually-hidden">What you make of it</legend>
        {states.map((one) => (
          <label key={one} title={dispositionMeaning[one]}>
            <input
              type="radio"
              name={`${id}-state`}
              checked={state.value === one}
              onChange={() => {
                state.value = one;
              }}
            />
            {dispositionTitle[one]}
          </label>
        ))}
      </fieldset>
      <p class="rail-note">
        {dispositionTitle[state.value]}: {dispositionMeaning[state.value]}.
      </p>
      <SignedAs>
        <label class="field-line">
          <span>By</span>
          <input
            type="text"
            required
            maxLength={200}
            value={by.value}
            onInput={(event) => {
              by.value = event.currentTarget.value;
            }}
          />
        </label>
      </SignedAs>
      <label class="field-line">
        <span>Why</span>
        <textarea
          required
          rows={2}
          maxLength={2000}
          value={why.value}
          onInput={(event) => {
            why.value = event.currentTarget.value;
          }}
        />
      </label>
      {failure.value && (
        <p class="form-failure" role="alert">
          {failure.value.title}. {failure.value.message}
        </p>
      )}
      <p class="form-actions">
        <button type="submit" class="button primary" disabled={saving.value}>
          {saving.value ? 'Keeping…' : 'Keep'}
        </button>
        <button type="button" class="button quiet" onClick={done}>
          Cancel
        </button>
      </p>
    </form>
  );
}

export function DispositionForm({ entry }: { entry: ContradictionView }) {
  const editing = useSignal(false);
  const opener = useId();
  const button = useFocusTurn<HTMLButtonElement>(opener);
  const { disposition } = entry;
  const stop = () => {
    editing.value = false;
    focusNext(opener);
  };
  return (
    <div class="disposition">
      <p class="disposition-line">
        <span class={`state state-${disposition.state}`}>{dispositionLine(disposition)}</span>
        {meta.value?.writable !== false && mayEdit.value && !editing.value && (
          <button
            ref={button}
            type="button"
            class="link"
            onClick={() => {
              editing.value = true;
            }}
          >
            {disposition.by === null ? 'Decide' : 'Change'}
          </button>
        )}
      </p>
      {disposition.why && !editing.value && <p class="disposition-why">{disposition.why}</p>}
      {editing.value && <Form entry={entry} done={stop} />}
    </div>
  );
}
