// The dialog for a list of names: the lines, what answers to each, and what of it goes onto the canvas.
import '../../styles/names.css';
import { useEffect, useId, useRef } from 'preact/hooks';
import { isForeign } from '../../state/data.ts';
import {
  copyMissing,
  listFault,
  matching,
  matchList,
  mostNames,
  names,
  namesOpen,
  namesText,
  outcome,
  putNamesOnCanvas,
  stopMatching,
} from '../../state/names.ts';
import { count, formatNumber } from '../../text/format.ts';
import { FailureCard, Progress } from '../../ui/basics.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { fieldValue } from '../../ui/field.ts';
import { MatchTable } from './MatchTable.tsx';

function Lines() {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  // After the dialog, which gives the focus to its first button when it opens.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const lines = names.value;
  const fault = listFault(lines);
  return (
    <form
      class="names-form"
      onSubmit={(event) => {
        event.preventDefault();
        void matchList();
      }}
    >
      <label for={id}>One name a line, at most {mostNames}</label>
      <textarea
        id={id}
        ref={field}
        rows={12}
        spellcheck={false}
        value={namesText.value}
        aria-describedby={`${id}-note`}
        aria-invalid={fault !== undefined}
        onInput={(event) => {
          namesText.value = fieldValue(event);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void matchList();
        }}
      />
      <p class={fault === undefined ? 'rail-note' : 'field-fault'} id={`${id}-note`} role="status">
        {fault ??
          (isForeign.value
            ? 'Whole texts of the nodes are compared, in any case and without diacritics.'
            : 'Other names and other spellings are found, too: Selenskyj, Зеленський and Zelenskyy are one person.')}
      </p>
      <button type="submit" class="button primary" disabled={lines.length === 0 || fault !== undefined}>
        Match {lines.length > 0 && count(lines.length, 'name')}
      </button>
    </form>
  );
}

function Matched() {
  const now = matching.value;
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (now.state !== 'matched') return null;
  const { of, found, open, missing, keys } = outcome.value;
  const { partial } = now.result;
  return (
    <>
      <p class="sentence" tabIndex={-1} ref={heading} role="status">
        {formatNumber(found)} of {count(of, 'name')} found
        {open > 0 && `, ${formatNumber(open)} of them to choose from several`}
        {missing.length > 0 && `; ${formatNumber(missing.length)} not found`}.
      </p>
      {partial && (
        <p class="rail-note">
          Only {formatNumber(partial.nodes)} of {count(partial.of, 'node')} were looked at in the time there is.
        </p>
      )}
      <MatchTable rows={now.result.rows} />
      <div class="names-actions">
        <button
          type="button"
          class="button primary"
          disabled={keys.length === 0}
          onClick={() => void putNamesOnCanvas()}
        >
          Put {count(keys.length, 'node')} on the canvas
        </button>
        {missing.length > 0 && (
          <button type="button" class="button" onClick={() => void copyMissing()}>
            Copy the {formatNumber(missing.length)} not found
          </button>
        )}
        <button type="button" class="button quiet" onClick={stopMatching}>
          Change the list
        </button>
      </div>
    </>
  );
}

export function NamesDialog() {
  const now = matching.value;
  return (
    <Dialog open={namesOpen} title="Find a list of names">
      <div class="names">
        {now.state === 'matching' && <Progress what="Matching the names" stop={stopMatching} />}
        {now.state === 'failed' && <FailureCard failure={now.failure} retry={() => void matchList()} />}
        {now.state === 'matched' ? <Matched /> : namesOpen.value && now.state !== 'matching' && <Lines />}
      </div>
    </Dialog>
  );
}
