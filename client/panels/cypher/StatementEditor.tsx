// The editor with what is wrong with the statement listed below it, each fault leading to its place.
import { useComputed } from '@preact/signals';
import { Editor } from '../../editor/Editor.tsx';
import { check, faults, warnings } from '../../state/cypher/check.ts';
import { draft, fields, writeDraft } from '../../state/cypher/drafts.ts';
import { runDraft } from '../../state/cypher/runs.ts';
import { knownSchema } from '../../state/cypher/schema.ts';
import { editor } from './editor-handle.ts';

const shownAtOnce = 4;

export function StatementEditor() {
  const names = useComputed(() => Object.keys(fields.value));
  const all = [...faults.value, ...warnings.value];
  const status = check.status.value;
  return (
    <div class="statement">
      <Editor
        label="Cypher statement. Tab indents; Escape, then Tab leaves the editor."
        document={draft}
        faults={faults}
        warnings={warnings}
        schema={knownSchema}
        parameters={names}
        onWrite={writeDraft}
        onRun={() => void runDraft()}
        onReady={(handle) => {
          editor.value = handle;
        }}
      />
      <div class="statement-notes">
        <ul class="faults" aria-live="polite" aria-label="What is wrong with the statement">
          {all.slice(0, shownAtOnce).map((fault) => (
            <li
              key={`${fault.from.offset} ${fault.message}`}
              {...(fault.code.startsWith('unknown-') ? { class: 'warning' } : {})}
            >
              <button type="button" class="link" onClick={() => editor.value?.goTo(fault.from)}>
                Line {fault.from.line}, column {fault.from.column}
              </button>{' '}
              {fault.message}
              {fault.wayOut !== null && <span class="way-out"> {fault.wayOut}</span>}
            </li>
          ))}
          {all.length > shownAtOnce && <li class="muted">and {all.length - shownAtOnce} more, underlined above</li>}
        </ul>
        {status.state === 'failed' && (
          <p class="rail-note">
            The statement could not be checked: {status.failure.title}. {status.failure.message}
          </p>
        )}
        <p class="rail-note editor-hint">
          Ctrl+Enter runs, Escape cancels. Tab indents; Escape, then Tab leaves the editor.
        </p>
      </div>
    </div>
  );
}
