// The form that saves what is looked at by name, and what it says where the name is taken.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ViewHead } from '../../../server/schema/saved.ts';
import { sentencesOf } from '../../api.ts';
import { by } from '../../state/decide.ts';
import { notify } from '../../state/notices.ts';
import { replaceView, type Saving, saveView } from '../../state/views/list.ts';
import { clashWords } from '../../text/saved-line.ts';
import { FormProblem } from '../../ui/FormProblem.tsx';
import { fieldValue } from '../../ui/field.ts';
import { SavedBy } from './SavedBy.tsx';

export function SaveView() {
  const name = useSignal('');
  const wrong = useSignal('');
  const clash = useSignal<ViewHead | undefined>(undefined);
  const busy = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);

  const carryOut = async (work: () => Promise<Saving>, replaced: string | null = null) => {
    if (name.value.trim() === '') {
      wrong.value = 'Give it a name.';
      return;
    }
    if (by.value.trim() === '') {
      wrong.value = 'Say who saves it.';
      return;
    }
    busy.value = true;
    const saving = await work();
    busy.value = false;
    if ('done' in saving) {
      notify(`Saved: ${saving.done.name}.`);
      name.value = '';
      wrong.value = '';
      clash.value = undefined;
    } else {
      clash.value = saving.clash;
      wrong.value = saving.clash
        ? `${clashWords('view', saving.clash, replaced)} Replace it, or choose another name.`
        : sentencesOf(saving.failure);
    }
    field.current?.focus();
  };
  return (
    <form
      class="save-view"
      aria-label="Save this view"
      onSubmit={(event) => {
        event.preventDefault();
        void carryOut(() => saveView(name.value));
      }}
    >
      <div>
        <label for="view-name">Name of this view</label>
        <input
          id="view-name"
          ref={field}
          // The dialog may open after this is in it, and gives the focus then.
          autofocus
          type="text"
          value={name.value}
          maxLength={200}
          autocomplete="off"
          onInput={(event) => {
            name.value = fieldValue(event);
            clash.value = undefined;
            wrong.value = '';
          }}
        />
      </div>
      <div>
        <SavedBy />
      </div>
      <button type="submit" class="button primary" disabled={busy.value}>
        Save this view
      </button>
      <FormProblem words={wrong.value}>
        {clash.value && (
          <button
            type="button"
            class="button"
            onClick={() => {
              const there = clash.value;
              if (there) void carryOut(() => replaceView(there), there.key);
            }}
          >
            Replace {clash.value.name}
          </button>
        )}
      </FormProblem>
    </form>
  );
}
