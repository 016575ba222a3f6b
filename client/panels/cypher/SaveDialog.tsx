// Saves the statement under a title, with what stands in its fields as the defaults.
import { signal, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { draft, fields } from '../../state/cypher/drafts.ts';
import { idOf, save, saved, savedOf } from '../../state/cypher/saved.ts';
import { notify } from '../../state/notices.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { fieldValue } from '../../ui/field.ts';

export const saving = signal(false);

function Form() {
  const [titleId, aboutId] = [useId(), useId()];
  const title = useSignal(draft.peek().title ?? '');
  const about = useSignal('');
  const known = saved.value.some(({ id }) => id === idOf(title.value));
  const submit = (event: Event) => {
    event.preventDefault();
    const called = title.value.trim();
    if (called === '') return;
    save(savedOf(called, about.value.trim(), draft.value.text, fields.value));
    saving.value = false;
    notify(`“${called}” is saved in this browser, in the library under “Saved by you”.`);
  };
  return (
    <form class="save-form" onSubmit={submit}>
      <label for={titleId}>Title</label>
      <input
        id={titleId}
        type="text"
        maxLength={200}
        required
        value={title.value}
        onInput={(event) => {
          title.value = fieldValue(event);
        }}
      />
      <label for={aboutId}>What it answers</label>
      <textarea
        id={aboutId}
        rows={3}
        maxLength={2000}
        value={about.value}
        onInput={(event) => {
          about.value = fieldValue(event);
        }}
      />
      <p class="rail-note">What stands in the fields of its parameters is kept as their defaults.</p>
      <button type="submit" class="button primary" disabled={title.value.trim() === ''}>
        {known ? 'Replace the saved one' : 'Save'}
      </button>
    </form>
  );
}

export const SaveDialog = () => (
  <Dialog open={saving} title="Save the statement">
    {saving.value && <Form />}
  </Dialog>
);
