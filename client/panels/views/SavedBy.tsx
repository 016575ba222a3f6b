// The field for who saves a view or a story: the same person as decides elsewhere on the page.
import { useId } from 'preact/hooks';
import { by } from '../../state/decide.ts';
import { fieldValue } from '../../ui/field.ts';
import { SignedAs } from '../SignedAs.tsx';

export function SavedBy() {
  const id = useId();
  return (
    <SignedAs>
      <label for={id}>Who saves it</label>
      <input
        id={id}
        type="text"
        value={by.value}
        maxLength={200}
        autocomplete="name"
        onInput={(event) => {
          by.value = fieldValue(event);
        }}
      />
    </SignedAs>
  );
}
