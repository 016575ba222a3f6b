// One saved view or story in its list: its name opens it, who saved it, its address, and what else can be done with it.
import type { ComponentChildren } from 'preact';
import { cannotSave, copyAddress, linkTo } from '../../state/views/list.ts';
import { FormProblem } from '../../ui/FormProblem.tsx';
import { Twice } from '../../ui/Twice.tsx';

interface SavedRowProps {
  kind: 'view' | 'story';
  of: { key: string; name: string };
  /** What stands in the place of the name, such as the field for another one; undefined for the name. */
  instead?: ComponentChildren;
  /** What pressing the name does, as the name's button is called: "Open" or "Play". */
  verb: string;
  onOpen: () => void;
  note: string;
  wrong: string;
  onRemove: () => void;
  /** The buttons that change it. */
  children: ComponentChildren;
}

export const SavedRow = ({ kind, of, instead, verb, onOpen, note, wrong, onRemove, children }: SavedRowProps) => (
  <li>
    {instead ?? (
      <button type="button" class="link saved-name" aria-label={`${verb} ${of.name}`} onClick={onOpen}>
        {of.name}
      </button>
    )}
    <span class="relation-note">{note}</span>
    <div class="saved-actions">
      <button
        type="button"
        class="button quiet"
        aria-label={`Copy address of ${of.name}`}
        onClick={() => void copyAddress(linkTo(kind, of.key, window.location))}
      >
        Copy address
      </button>
      {cannotSave.value === undefined && (
        <>
          {children}
          <Twice text="Remove" label={`Remove ${of.name}`} sure="Remove for good" onSure={onRemove} />
        </>
      )}
    </div>
    <FormProblem words={wrong} />
  </li>
);
