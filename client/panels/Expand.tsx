// What expanding the node would add, counted before by relation type and direction, and the buttons that do it.
import type { NodeDetail } from '../../server/schema/view.ts';
import { busy, expand } from '../state/actions.ts';
import { isForeign, neighboursOf, shown, shownKeys } from '../state/data.ts';
import { count, formatNumber, sentenceCase } from '../text/format.ts';
import { relationWords } from '../text/words.ts';

type Degree = NodeDetail['degree'][number];

/** How many of a node's relations of one kind the canvas shows already. */
function onCanvas(key: string, degree: Degree): number {
  if (!shownKeys.value.has(key)) return 0;
  const end = degree.direction === 'out' ? 'source' : 'target';
  return shown.value.edges.filter((edge) => edge.type === degree.type && edge[end] === key).length;
}

export function Expand({ nodeKey, degree }: { nodeKey: string; degree: readonly Degree[] }) {
  neighboursOf.value;
  const rows = degree
    .map((row) => ({ ...row, more: row.count - onCanvas(nodeKey, row) }))
    .filter((row) => row.more > 0)
    .sort((a, b) => b.more - a.more || (a.type < b.type ? -1 : 1));
  if (rows.length === 0) return <p class="rail-note expand">All of its relations are on the canvas.</p>;
  return (
    <details class="expand">
      <summary>
        Expand:{' '}
        {count(
          rows.reduce((sum, row) => sum + row.more, 0),
          'relation',
        )}{' '}
        not on the canvas
      </summary>
      <ul>
        {rows.map((row) => (
          <li key={row.type + row.direction}>
            <span>{sentenceCase(relationWords(row.type, row.direction))}</span>
            <span class="tally">
              {formatNumber(row.more)} of {formatNumber(row.count)}
            </span>
            <button
              type="button"
              class="link"
              disabled={busy.value !== null}
              onClick={() => void expand(nodeKey, { type: row.type, direction: row.direction })}
              aria-label={`Add ${relationWords(row.type, row.direction)}`}
            >
              Add
            </button>
          </li>
        ))}
      </ul>
      <p class="rail-note">
        Each time up to 25 are added{isForeign.value ? '' : ', the most connected first'}. The key e adds of all kinds.
      </p>
    </details>
  );
}
