// An article pasted as text, with what is known of it.
import { useRef } from 'preact/hooks';
import { pasted, pasteFaults, setPasted, tryPasted } from '../../state/taking/paste.ts';
import { TextField } from '../edit/Field.tsx';
import { focusFault } from '../edit/focus-fault.ts';

export function Paste() {
  const form = useRef<HTMLFormElement>(null);
  const of = pasted.value;
  const faults = pasteFaults.value;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!tryPasted()) focusFault(form.current);
  };
  return (
    <form class="edit-form" aria-label="Paste a text" ref={form} onSubmit={submit}>
      <TextField label="Title" value={of.title} longest={500} onChange={(title) => setPasted({ title })} />
      <TextField label="Outlet" value={of.outlet} longest={200} onChange={(outlet) => setPasted({ outlet })} />
      <TextField label="Author" value={of.author} longest={200} onChange={(author) => setPasted({ author })} />
      <TextField
        label="Published on"
        value={of.date}
        longest={60}
        fault={faults.date}
        onChange={(date) => setPasted({ date })}
        hint="Such as 2024-10-24."
      />
      <TextField
        label="Address"
        value={of.url}
        longest={2000}
        fault={faults.url}
        onChange={(url) => setPasted({ url })}
      />
      <TextField
        label="Text"
        value={of.text}
        rows={8}
        longest={5_000_000}
        wide
        fault={faults.text}
        onChange={(text) => setPasted({ text })}
        hint="Paragraphs apart by a blank line."
      />
      <div class="form-actions">
        <button type="submit" class="button">
          Try it
        </button>
      </div>
    </form>
  );
}
