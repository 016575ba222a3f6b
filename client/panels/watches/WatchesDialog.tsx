// The watches in a dialog: what is watched, what changed of it, and one being made.
import { useSignal } from '@preact/signals';
import '../../styles/watches.css';
import { watchApi } from '../../api-watches.ts';
import { by, canDecide } from '../../state/decide.ts';
import { notify } from '../../state/notices.ts';
import { type Asked, asked, askForWatches, watchesFailed, watchesOpen, watchList } from '../../state/watches.ts';
import { Empty, FailureCard } from '../../ui/basics.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormProblem } from '../../ui/FormProblem.tsx';
import { LineField } from '../../ui/LineField.tsx';
import { SignedAs } from '../SignedAs.tsx';
import { useSending } from '../sending.ts';
import { watchesButton } from './focus-names.ts';
import { WatchItem } from './WatchItem.tsx';

function Make({ of }: { of: Asked }) {
  const title = useSignal(of.title ?? '');
  const { send, busy, problem } = useSending();
  const submit = async (event: Event) => {
    event.preventDefault();
    const name = title.peek().trim();
    const body = { by: by.peek().trim(), watches: of.watches, ...(name === '' ? {} : { title: name }) };
    const done = await send(async () => {
      const made = await watchApi.make(body);
      notify(`Watched from now on: ${made.title}.`);
    });
    if (!done) return;
    asked.value = null;
    askForWatches();
  };
  return (
    <form class="watch-form" onSubmit={(event) => void submit(event)}>
      <p class="rail-note">
        It is looked at after each change of the data. What changes of it is told here, to everybody who uses this
        server.
      </p>
      <LineField label="What to call it" value={title} most={200} placeholder="As what is watched" />
      <SignedAs>
        <LineField label="Your name" value={by} most={200} required isOffered />
      </SignedAs>
      <FormProblem words={problem} />
      <div class="form-actions">
        <button type="submit" class="button primary" aria-disabled={busy}>
          Start watching
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            watchesOpen.value = false;
          }}
        >
          Cancel
        </button>
      </div>
    </form>
  );
}

function List() {
  const { watches, hooks } = watchList.value;
  const failure = watchesFailed.value;
  return (
    <>
      {failure && <FailureCard failure={failure} retry={askForWatches} />}
      {watches.length === 0 && !failure && (
        <Empty title="Nothing is watched yet">
          {canDecide()
            ? 'Watch this … stands beside the evidence for a relation, in the ledger, under an empty cell of the matrix and at the rows of a Cypher statement.'
            : 'Editors choose what is watched; what changes of it would be told here.'}
        </Empty>
      )}
      <ul class="watch-list">
        {watches.map((watch) => (
          <WatchItem key={watch.key} watch={watch} hooks={hooks} />
        ))}
      </ul>
    </>
  );
}

export const WatchesDialog = () => (
  <Dialog
    open={watchesOpen}
    back={watchesButton}
    kind="watches"
    title={asked.value === null ? 'Watches' : `Watch a ${asked.value.what}`}
  >
    {watchesOpen.value && (asked.value === null ? <List /> : <Make of={asked.value} />)}
  </Dialog>
);
