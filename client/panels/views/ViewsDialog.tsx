// The dialog of saved views and stories; while a story is being written, of that.
import { isForeign } from '../../state/data.ts';
import { cannotSave, copyAddress, viewsOpen } from '../../state/views/list.ts';
import { storyDraft } from '../../state/views/stories.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { viewsButton } from './focus-names.ts';
import { SaveView } from './SaveView.tsx';
import { StoryEditor } from './StoryEditor.tsx';
import { StoryList } from './StoryList.tsx';
import { ViewList } from './ViewList.tsx';

const NotHere = ({ why }: { why: string }) => (
  <div class="card">
    <p>{why}</p>
    <button type="button" class="button" onClick={() => void copyAddress(window.location.href)}>
      Copy the address of this page
    </button>
  </div>
);

const titleNow = (): string => {
  const draft = storyDraft.value;
  return draft === null ? 'Saved views' : draft.key === null ? 'New story' : 'Change the story';
};

export const ViewsDialog = () => (
  <Dialog open={viewsOpen} back={viewsButton} title={titleNow()}>
    {viewsOpen.value && storyDraft.value && (
      <div class="views">
        <StoryEditor of={storyDraft.value} />
      </div>
    )}
    {viewsOpen.value && !storyDraft.value && (
      <div class="views">
        {cannotSave.value === undefined ? <SaveView /> : <NotHere why={cannotSave.value} />}
        {!isForeign.value && <ViewList />}
        {!isForeign.value && <StoryList />}
      </div>
    )}
  </Dialog>
);
