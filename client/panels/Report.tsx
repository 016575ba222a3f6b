// What the last decision changed: each relation with its origins before and after, and the way to take it back.
import type { CurationReport } from '../../server/schema/curation.ts';
import { edgeName } from '../state/decide.ts';
import { selectEdge } from '../state/selection.ts';
import { count } from '../text/format.ts';
import { doesWords } from '../text/words.ts';
import { useFocusTurn } from '../ui/focus.ts';

type Counts = CurationReport['edges'][number]['before'];
const range = (of: Counts): string => (of === null ? 'none' : `${of.min}–${of.max}`);

interface ReportProps {
  report: CurationReport;
  /** What `focusNext` calls it. */
  name: string;
  undo?: () => void;
}

export function Report({ report, name, undo }: ReportProps) {
  const element = useFocusTurn<HTMLDivElement>(name);
  return (
    <div class="report" role="status" tabIndex={-1} ref={element}>
      <p>
        {report.edges.length === 0
          ? 'No relation is counted otherwise.'
          : `${count(report.edges.length, 'relation')} counted otherwise:`}{' '}
        {undo && (
          <button type="button" class="link" onClick={undo}>
            Take it back
          </button>
        )}
      </p>
      <ul class="changes">
        {report.edges.map(({ key, before, after }) => (
          <li class="change" key={key}>
            <button type="button" class="change-name" onClick={() => selectEdge(key)}>
              {edgeName(key, doesWords)}
            </button>
            <span class="change-counts">
              <span class="origin-badge">{range(before)}</span>
              <span aria-hidden="true">→</span>
              <span class="visually-hidden">becomes</span>
              <span class="origin-badge">{range(after)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
