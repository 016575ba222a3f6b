// An article pasted as text, with what is known of it.
import { useSignal } from '@preact/signals';
import { pastedFile } from '../../state/taking/forms.ts';
import { bring } from '../../state/taking/run.ts';
import { slugOf } from '../../text/slug.ts';
import { TextField } from '../edit/Field.tsx';

const empty = { title: '', outlet: '', author: '', date: '', url: '', text: '' };

export function Paste() {
  const of = useSignal(empty);
  const missing = useSignal('');
  const set = (change: Partial<typeof empty>) => {
    of.value = { ...of.value, ...change };
  };
  const submit = (event: Event) => {
    event.preventDefault();
    missing.value = of.value.text.trim() === '' ? 'Paste the text of the article.' : '';
    if (missing.value !== '') return;
    const name = `${slugOf(of.value.title, 60) || 'pasted'}.md`;
    void bring([new File([pastedFile(of.value)], name, { type: 'text/markdown' })]);
  };
  return (
    <form class="edit-form" aria-label="Paste a text" onSubmit={submit}>
      <TextField label="Title" value={of.value.title} longest={500} onChange={(title) => set({ title })} />
      <TextField label="Outlet" value={of.value.outlet} longest={200} onChange={(outlet) => set({ outlet })} />
      <TextField label="Author" value={of.value.author} longest={200} onChange={(author) => set({ author })} />
      <TextField
        label="Published on"
        value={of.value.date}
        longest={60}
        onChange={(date) => set({ date })}
        hint="Such as 2024-10-24."
      />
      <TextField label="Address" value={of.value.url} longest={2000} onChange={(url) => set({ url })} />
      <TextField
        label="Text"
        value={of.value.text}
        rows={8}
        longest={5_000_000}
        wide
        fault={missing.value || undefined}
        onChange={(text) => set({ text })}
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
