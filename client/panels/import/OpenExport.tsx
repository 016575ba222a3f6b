// The button that opens a Hearsay export, and why there is none.
import { isForeign } from '../../state/data.ts';
import { chooseAgain, importOpen, whyNoImport } from '../../state/import-export.ts';
import { useFocusTurn } from '../../ui/focus.ts';
import { importOpener } from './opener.ts';

export function OpenExport() {
  const button = useFocusTurn<HTMLButtonElement>(importOpener);
  if (isForeign.value) return null;
  if (whyNoImport.value !== null) return <p class="rail-note">{whyNoImport.value}</p>;
  return (
    <button
      ref={button}
      type="button"
      class="button"
      onClick={() => {
        chooseAgain();
        importOpen.value = true;
      }}
    >
      Open a Hearsay export…
    </button>
  );
}
