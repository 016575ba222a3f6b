// The saved views as a list: open one, send its address, rename it, put the present view in its place, take it away.
import { useSignal } from '@preact/signals';
import type { ViewHead } from '../../../server/schema/saved.ts';
import { sentencesOf } from '../../api.ts';
import { by } from '../../state/decide.ts';
import { notify } from '../../state/notices.ts';
import {
  removeView,
  renameView,
  replaceView,
  type Saving,
  viewList,
  views,
  viewsOpen,
} from '../../state/views/list.ts';
import { openSaved } from '../../state/views/open.ts';
import { clashWords, savedLine } from '../../text/saved-line.ts';
import { Empty, FailureCard } from '../../ui/basics.tsx';
import { fieldValue } from '../../ui/field.ts';
import { focusNext, useFocusTurn } from '../../ui/focus.ts';
import { Twice } from '../../ui/Twice.tsx';
import { SavedRow } from './SavedRow.tsx';

const firstView = 'the list of views';

function Rename({ of, end }: { of: ViewHead; end: (name: string | undefined) => void }) {
  const name = useSignal(of.name);
  return (
    <form
      class="rename-view"
      onSubmit={(event) => {
        event.preventDefault();
        end(name.value.trim() === '' ? undefined : name.value);
      }}
    >
      <input
        type="text"
        autofocus
        aria-label={`New name of ${of.name}`}
        value={name.value}
        maxLength={200}
        autocomplete="off"
        onInput={(event) => {
          name.value = fieldValue(event);
        }}
      />
      <button type="submit" class="button">
        Rename
      </button>
      <button type="button" class="button quiet" onClick={() => end(undefined)}>
        Cancel
      </button>
    </form>
  );
}

function Row({ of }: { of: ViewHead }) {
  const renaming = useSignal(false);
  const wrong = useSignal('');
  const tell = (saving: Saving, done: string) => {
    if ('done' in saving) {
      wrong.value = '';
      notify(done);
    } else if (saving.clash === undefined) wrong.value = sentencesOf(saving.failure);
    else
      wrong.value = `${clashWords('view', saving.clash, of.key)} ${saving.clash.key === of.key ? 'Open it to see what it is now, or try again.' : 'Choose another name.'}`;
  };
  const write = async (work: () => Promise<Saving>, done: string) => {
    if (by.value.trim() === '') wrong.value = 'Say above who saves it.';
    else tell(await work(), done);
  };
  const open = async () => {
    if (await openSaved(of.key, of.name)) viewsOpen.value = false;
  };
  return (
    <SavedRow
      kind="view"
      of={of}
      {...(renaming.value && {
        instead: (
          <Rename
            of={of}
            end={(name) => {
              renaming.value = false;
              if (name !== undefined && name !== of.name)
                void write(() => renameView(of, name), `The view ${of.name} is now called ${name}.`);
            }}
          />
        ),
      })}
      verb="Open"
      onOpen={() => void open()}
      note={savedLine(of)}
      wrong={wrong.value}
      onRemove={async () => {
        wrong.value = (await removeView(of)) ?? '';
        focusNext(firstView);
      }}
    >
      <button
        type="button"
        class="button quiet"
        aria-label={`Rename ${of.name}`}
        onClick={() => {
          renaming.value = !renaming.value;
        }}
      >
        Rename
      </button>
      <Twice
        text="Replace"
        label={`Replace ${of.name} by this view`}
        sure="Replace by this view"
        onSure={() => void write(() => replaceView(of), `${of.name} is now this view.`)}
      />
    </SavedRow>
  );
}

export function ViewList() {
  const list = useFocusTurn<HTMLUListElement>(firstView);
  const status = viewList.status.value;
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={viewList.retry} />;
  if (views.value.length === 0)
    return status.state === 'ready' ? (
      <Empty title="No view is saved yet">
        A saved view keeps what an address has no room for: every node on the canvas, every pin, and the filters,
        selection and camera.
      </Empty>
    ) : null;
  return (
    <ul class="saved-list" aria-label="Saved views" ref={list} tabIndex={-1}>
      {views.value.map((one) => (
        <Row key={one.key} of={one} />
      ))}
    </ul>
  );
}
