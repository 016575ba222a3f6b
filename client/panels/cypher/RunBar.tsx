// Run, explain, format, save, share; what runs and how to stop it; and the limits within which it runs.
import { useLayoutEffect } from 'preact/hooks';
import { draft, fields } from '../../state/cypher/drafts.ts';
import type { Run } from '../../state/cypher/run.ts';
import { run, runDraft } from '../../state/cypher/runs.ts';
import { copyLink } from '../../state/cypher/share.ts';
import { stops } from '../../state/keys.ts';
import { notify } from '../../state/notices.ts';
import { count } from '../../text/format.ts';
import { useElapsed } from '../../ui/elapsed.ts';
import { editor } from './editor-handle.ts';
import { Limits } from './Limits.tsx';
import { SaveDialog, saving } from './SaveDialog.tsx';

/** How long and how many rows so far. */
function Running({ of }: { of: Run }) {
  const ms = useElapsed(() => of.elapsed(), of);
  // With the picture, not after it: Escape stops what is seen to run.
  useLayoutEffect(() => {
    const cancel = () => of.cancel();
    stops.value = cancel;
    return () => {
      if (stops.peek() === cancel) stops.value = undefined;
    };
  }, [of]);
  return (
    <p class="progress running">
      <span class="progress-bar" aria-hidden="true" />
      <span>
        {count(of.received.value, 'row')} · {(ms.value / 1000).toFixed(1)} s
      </span>
      <button
        type="button"
        class="button"
        title="Cancel (Escape)"
        aria-keyshortcuts="Escape"
        onClick={() => of.cancel()}
      >
        Cancel
      </button>
    </p>
  );
}

async function format(): Promise<void> {
  try {
    await editor.value?.format();
  } catch (error) {
    notify(`The statement could not be formatted: ${error instanceof Error ? error.message : error}`, 'problem');
  }
}

export function RunBar() {
  const nothing = draft.value.text.trim() === '';
  const now = run.value;
  const running = now?.state.value.state === 'running';
  return (
    <div class="run-bar" role="toolbar" aria-label="Statement">
      <button
        type="button"
        class="button primary"
        disabled={nothing}
        title="Run (Ctrl+Enter)"
        aria-keyshortcuts="Control+Enter"
        onClick={() => void runDraft()}
      >
        {running ? 'Run again' : 'Run'}
      </button>
      <button type="button" class="button" disabled={nothing} onClick={() => void runDraft('EXPLAIN')}>
        Explain
      </button>
      <button type="button" class="button" disabled={nothing} onClick={() => void runDraft('PROFILE')}>
        Profile
      </button>
      <span class="tool-gap" />
      <button type="button" class="button quiet" disabled={nothing} onClick={() => void format()}>
        Format
      </button>
      <button
        type="button"
        class="button quiet"
        disabled={nothing}
        onClick={() => {
          saving.value = true;
        }}
      >
        Save
      </button>
      <button
        type="button"
        class="button quiet"
        disabled={nothing}
        onClick={() => void copyLink({ text: draft.value.text, fields: fields.value })}
      >
        Share
      </button>
      {running && now ? <Running of={now} /> : <Limits />}
      <SaveDialog />
    </div>
  );
}
