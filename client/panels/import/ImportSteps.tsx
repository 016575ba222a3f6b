// Opening a Hearsay export in a dialog, step by step: a file is chosen or dropped, tried, looked at, and imported.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ExchangeReport } from '../../../server/schema/exchange.ts';
import { chooseAgain, importOpen, importState, importTried, openExport } from '../../state/import-export.ts';
import { reportLists, reportRows } from '../../text/import-report.ts';
import { FailureCard, Progress, Properties } from '../../ui/basics.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FileDrop } from './FileDrop.tsx';
import { importOpener } from './opener.ts';
import '../../styles/import.css';

const Chooser = () => (
  <FileDrop
    title="Place for a file"
    action="Choose a file…"
    field="Hearsay export"
    accept="application/json,.json"
    onFiles={([file]) => {
      if (file) void openExport(file);
    }}
    note="Or drop it here."
  >
    A JSON file that Hearsay’s export wrote, of this database or of another. It is only tried at first.
  </FileDrop>
);

const Report = ({ report }: { report: ExchangeReport }) => (
  <>
    <Properties rows={reportRows(report)} />
    {reportLists(report).map(({ title, note, items }) => (
      <section key={title} class="import-list">
        <h3>
          {title} <span class="tally">{items.length}</span>
        </h3>
        <p class="rail-note">{note}</p>
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
    ))}
  </>
);

const changesNothing = ({ created, relations, articles, decisions }: ExchangeReport): boolean =>
  Object.keys(created).length === 0 &&
  relations === 0 &&
  articles.created + articles.revised + articles.replaced + decisions.taken === 0;

function Step() {
  const state = importState.value;
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone with the step before.
  useLayoutEffect(() => heading.current?.focus(), [state.step]);
  const again = (
    <button type="button" class="button quiet" onClick={chooseAgain}>
      Choose another file
    </button>
  );
  const close = (
    <button
      type="button"
      class="button primary"
      onClick={() => {
        importOpen.value = false;
      }}
    >
      Close
    </button>
  );
  switch (state.step) {
    case 'choosing':
      return <Chooser />;
    case 'trying':
      return <Progress what={`Trying ${state.file}`} stop={chooseAgain} />;
    case 'importing':
      return <Progress what={`Importing ${state.file}`} />;
    case 'failed':
      return (
        <>
          <h3 ref={heading} tabIndex={-1}>
            Nothing came of it
          </h3>
          <FailureCard failure={state.failure} {...(state.retry && { retry: state.retry })} />
          <div class="form-actions">{again}</div>
        </>
      );
    case 'tried':
      return (
        <>
          <h3 ref={heading} tabIndex={-1}>
            {changesNothing(state.report) ? `Nothing in ${state.file} is new here` : `What ${state.file} would bring`}
          </h3>
          <Report report={state.report} />
          <div class="form-actions">
            {changesNothing(state.report) ? (
              close
            ) : (
              <button type="button" class="button primary" onClick={() => void importTried()}>
                Import
              </button>
            )}
            {again}
          </div>
        </>
      );
    case 'done':
      return (
        <>
          <h3 ref={heading} tabIndex={-1}>
            {state.file} is imported
          </h3>
          <Report report={state.report} />
          <div class="form-actions">{close}</div>
        </>
      );
  }
}

export const ImportSteps = () => (
  <Dialog open={importOpen} title="Open a Hearsay export" back={importOpener}>
    {importOpen.value && (
      <div class="import-export" aria-live="polite">
        <Step />
      </div>
    )}
  </Dialog>
);
