// Correcting by hand: what an article's document says, or an entity; whatever is open.
import { edited, editOpen } from '../../state/work.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ArticleEditor } from './ArticleEditor.tsx';
import { EntityEditor } from './EntityEditor.tsx';
import '../../styles/edit.css';

export function EditDialog() {
  const of = edited.value;
  const title = of?.kind === 'article' ? 'Correct the article' : of?.key === null ? 'New entity' : 'Correct the entity';
  return (
    <Dialog open={editOpen} title={title} kind="edit-dialog">
      {editOpen.value && of?.kind === 'article' && <ArticleEditor />}
      {editOpen.value && of?.kind === 'entity' && <EntityEditor />}
    </Dialog>
  );
}
