// Taking articles and other files in: chosen, dropped, pasted or fetched; tried first, then imported, then reviewed.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { whyNoImport } from '../../state/import-export.ts';
import { clearItems, finished, importReady, items, phase, ready, stopTaking } from '../../state/taking/run.ts';
import { takeInOpen } from '../../state/work.ts';
import { count, formatNumber } from '../../text/format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { focusNext, useFocusTurn } from '../../ui/focus.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { Address } from './Address.tsx';
import { Files } from './Files.tsx';
import { takeInOpener } from './opener.ts';
import { Paste } from './Paste.tsx';
import { TakenItem } from './TakenItem.tsx';
import '../../styles/import.css';
import '../../styles/edit.css';

type Way = 'files' | 'paste' | 'address';
const ways = [
  { value: 'files', title: 'Files' },
  { value: 'paste', title: 'Paste a text' },
  { value: 'address', title: 'Web address' },
] as const;

function Bar() {
  const total = items.value.length;
  const doing = phase.value === 'importing' ? 'Importing' : 'Trying';
  return (
    <div class="take-bar">
      <progress value={finished.value} max={Math.max(total, 1)} aria-label={doing} />
      <span>
        {doing} {formatNumber(Math.min(finished.value + 1, total))} of {count(total, 'file')}
      </span>
      <button type="button" class="button" onClick={stopTaking}>
        Stop
      </button>
    </div>
  );
}

function Actions() {
  const yes = useFocusTurn<HTMLButtonElement>('import what was tried');
  const isDone = items.value.some(({ state }) => state.step === 'done');
  return (
    <div class="form-actions">
      {ready.value > 0 && (
        <button ref={yes} type="button" class="button primary" onClick={() => void importReady()}>
          {ready.value === items.value.length ? 'Import' : `Import ${count(ready.value, 'file')}`}
        </button>
      )}
      <button
        type="button"
        class={isDone && ready.value === 0 ? 'button primary' : 'button'}
        onClick={() => {
          takeInOpen.value = false;
        }}
      >
        Close
      </button>
      <button type="button" class="button quiet" onClick={clearItems}>
        Clear the list
      </button>
    </div>
  );
}

function Body() {
  const way = useSignal<Way>('files');
  const refused = whyNoImport.value;
  // Once everything is tried, what comes next is to say yes.
  useEffect(() => {
    if (phase.value === 'idle' && ready.value > 0) focusNext('import what was tried');
  }, [phase.value]);
  if (refused !== null) return <p>{refused}</p>;
  return (
    <>
      {phase.value === 'idle' && (
        <>
          <Segmented
            legend="Where it comes from"
            options={ways}
            value={way.value}
            onChoose={(value) => {
              way.value = value;
            }}
          />
          {way.value === 'files' && <Files />}
          {way.value === 'paste' && <Paste />}
          {way.value === 'address' && <Address />}
        </>
      )}
      {phase.value !== 'idle' && <Bar />}
      {items.value.length > 0 && (
        <>
          <ul class="take-list" aria-label="Files">
            {items.value.map((one) => (
              <TakenItem key={one.id} of={one} />
            ))}
          </ul>
          {phase.value === 'idle' && <Actions />}
        </>
      )}
    </>
  );
}

export const TakeIn = () => (
  <Dialog open={takeInOpen} title="Add articles" back={takeInOpener} kind="take-dialog">
    {takeInOpen.value && (
      <div class="import-export take-in">
        <Body />
        <p class="visually-hidden" role="status">
          {phase.value === 'idle' && items.value.length > 0
            ? `${formatNumber(ready.value)} of ${count(items.value.length, 'file')} can be imported.`
            : ''}
        </p>
      </div>
    )}
  </Dialog>
);
