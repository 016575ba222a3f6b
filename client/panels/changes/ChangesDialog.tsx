// The history of changes by hand: of the whole database or of one article or entity, each with the way back.
import { useId } from 'preact/hooks';
import { backReport, canHaveMore, changes, moreChanges } from '../../state/changes.ts';
import { shownName } from '../../state/record-names.ts';
import { changesOf, changesOpen, openChanges } from '../../state/work.ts';
import { formatNumber } from '../../text/format.ts';
import { withoutTurns } from '../../text/titles.ts';
import { Empty, FailureCard, Progress } from '../../ui/basics.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Report } from '../Report.tsx';
import { Change, takenBack } from './Change.tsx';
import '../../styles/changes.css';

function List() {
  const status = changes.status.value;
  const id = useId();
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={changes.retry} />;
  const found = status.state === 'ready' ? status.value : status.state === 'loading' ? status.previous : undefined;
  if (found === undefined) return <Progress what="Fetching the changes" stop={changes.stop} />;
  if (found.changes.length === 0)
    return (
      <Empty title="Nothing was changed by hand yet">
        What somebody accepts of a draft, corrects, adds, takes out or grades is listed here, with what was before.
      </Empty>
    );
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {found.total === found.changes.length ? 'All changes' : `The latest ${formatNumber(found.changes.length)}`}{' '}
        <span class="tally">{formatNumber(found.total)}</span>
      </h3>
      <ol class="change-list">
        {found.changes.map((one) => (
          <Change key={one.key} of={one} />
        ))}
      </ol>
      {found.total > found.changes.length && canHaveMore() && (
        <button type="button" class="button" onClick={moreChanges}>
          Show more
        </button>
      )}
    </section>
  );
}

export function ChangesDialog() {
  const of = changesOf.value;
  const report = backReport.value;
  return (
    <Dialog open={changesOpen} title="Changes" kind="changes-dialog">
      {changesOpen.value && (
        <div class="changes-frame">
          {of && (
            <p>
              On <bdi>{of.name === of.key ? shownName(of.key) : withoutTurns(of.name)}</bdi>.{' '}
              <button type="button" class="link" onClick={() => openChanges(null)}>
                Show those on everything
              </button>
            </p>
          )}
          {report && <Report report={report} name={takenBack} />}
          <List />
        </div>
      )}
    </Dialog>
  );
}
