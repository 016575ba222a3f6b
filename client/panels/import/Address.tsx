// An article at a web address, where the operator lets the server ask for it.
import { useSignal } from '@preact/signals';
import { bringAddress } from '../../state/taking/run.ts';
import { addressFault } from '../../text/dates.ts';
import { TextField } from '../edit/Field.tsx';

export function Address() {
  const url = useSignal('');
  const missing = useSignal('');
  return (
    <form
      class="edit-form"
      aria-label="Web address"
      onSubmit={(event) => {
        event.preventDefault();
        missing.value = url.value.trim() === '' ? 'Give the address of the page.' : addressFault(url.value);
        if (missing.value === '') void bringAddress(url.value.trim());
      }}
    >
      <TextField
        label="Address of the page"
        value={url.value}
        longest={2000}
        wide
        fault={missing.value || undefined}
        onChange={(value) => {
          url.value = value;
        }}
        hint="The server fetches it, where its operator allows that (HEARSAY_FETCH); never from a private network."
      />
      <div class="form-actions">
        <button type="submit" class="button">
          Try it
        </button>
      </div>
    </form>
  );
}
