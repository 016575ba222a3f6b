// Undo, redo, and the list of what was done, from which one goes back or forward to any step.
import { useRef } from 'preact/hooks';
import { redoNext, travelTo, undoLast } from '../../state/actions.ts';
import { redoable, stepLabels, stepsDone, stepsForgotten, undoable } from '../../state/view.ts';
import { sentenceCase } from '../../text/format.ts';
import { IconButton } from '../../ui/basics.tsx';
import { Icon } from '../../ui/marks.tsx';
import { walkList } from '../../ui/walk.ts';

/** The steps in the order they were made; those taken back can be made again from here. */
function Steps() {
  const done = stepsDone.value;
  const steps = [stepsForgotten.value ? 'Earlier steps, no longer kept' : 'As it was opened', ...stepLabels.value];
  return (
    <ol class="history-steps" aria-label="Steps" onKeyDown={walkList}>
      {steps.map((label, index) => (
        <li key={index}>
          <button
            type="button"
            class={index > done ? 'taken-back' : ''}
            aria-current={index === done ? 'step' : undefined}
            aria-label={index > done ? `${sentenceCase(label)} (taken back)` : sentenceCase(label)}
            onClick={() => travelTo(index)}
          >
            {sentenceCase(label)}
          </button>
        </li>
      ))}
    </ol>
  );
}

export function HistoryTools() {
  const popover = useRef<HTMLDivElement>(null);
  const onToggle = (event: ToggleEvent) => {
    if (event.newState !== 'open') return;
    popover.current?.querySelector<HTMLElement>('[aria-current="step"]')?.focus();
  };
  return (
    <fieldset class="history-tools">
      <legend class="visually-hidden">History</legend>
      <IconButton
        icon="undo"
        label="Undo"
        keys="Ctrl+Z"
        title={undoable.value === undefined ? 'Nothing to undo' : `Undo: ${undoable.value} (Ctrl+Z)`}
        disabled={undoable.value === undefined}
        onClick={undoLast}
      />
      <IconButton
        icon="redo"
        label="Redo"
        keys="Ctrl+Shift+Z"
        title={redoable.value === undefined ? 'Nothing to do again' : `Redo: ${redoable.value} (Ctrl+Shift+Z)`}
        disabled={redoable.value === undefined}
        onClick={redoNext}
      />
      <button
        type="button"
        class="icon-button"
        aria-label="History"
        title="What was done, step by step"
        popovertarget="history-popover"
      >
        <Icon name="history" />
      </button>
      <div id="history-popover" class="popover history-popover" popover="auto" ref={popover} onToggle={onToggle}>
        <h2>History</h2>
        <Steps />
        <p>Click a step, or walk with the arrow keys and press Enter, to see the view as it was after it.</p>
      </div>
    </fieldset>
  );
}
