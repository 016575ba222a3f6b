// The button that adds articles; where nothing can be imported the one beside it says why.
import { isForeign } from '../../state/data.ts';
import { whyNoImport } from '../../state/import-export.ts';
import { takeIn } from '../../state/work.ts';
import { useFocusTurn } from '../../ui/focus.ts';
import { takeInOpener } from './opener.ts';

export function AddArticles() {
  const button = useFocusTurn<HTMLButtonElement>(takeInOpener);
  if (isForeign.value || whyNoImport.value !== null) return null;
  return (
    <button ref={button} type="button" class="button" onClick={() => takeIn()}>
      Add articles…
    </button>
  );
}
