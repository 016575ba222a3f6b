// The dialog of saved views.
import { isForeign } from '../../state/data.ts';
import { cannotSave, copyAddress, viewsOpen } from '../../state/views/list.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { viewsButton } from './focus-names.ts';
import { SaveView } from './SaveView.tsx';
import { ViewList } from './ViewList.tsx';

const NotHere = ({ why }: { why: string }) => (
  <div class="card">
    <p>{why}</p>
    <button type="button" class="button" onClick={() => void copyAddress(window.location.href)}>
      Copy the address of this page
    </button>
  </div>
);

export const ViewsDialog = () => (
  <Dialog open={viewsOpen} back={viewsButton} title="Saved views">
    {viewsOpen.value && (
      <div class="views">
        {cannotSave.value === undefined ? <SaveView /> : <NotHere why={cannotSave.value} />}
        {!isForeign.value && <ViewList />}
      </div>
    )}
  </Dialog>
);
