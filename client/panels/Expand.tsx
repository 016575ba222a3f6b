// What expanding the node would add, counted before by relation type and direction, and what its expansions added.
import type { NodeDetail } from '../../server/schema/view.ts';
import { busy } from '../state/actions.ts';
import { neighboursOf, shown, shownKeys } from '../state/data.ts';
import { collapse, expand, pageSize, pageSizes, setPageSize } from '../state/expand.ts';
import { expansionsOf } from '../state/expansions.ts';
import { expansions } from '../state/view.ts';
import { count, formatNumber, sentenceCase } from '../text/format.ts';
import { relationWords } from '../text/words.ts';
import { fieldValue } from '../ui/field.ts';

type Degree = NodeDetail['degree'][number];

const kindOf = ({ type, direction }: Pick<Degree, 'type' | 'direction'>): string => `${direction} ${type}`;

/** How many of a node's relations the canvas shows already, by kind. */
function onCanvas(key: string): Map<string, number> {
  const counts = new Map<string, number>();
  if (!shownKeys.value.has(key)) return counts;
  for (const { type, source, target } of shown.value.edges) {
    if (source === key) counts.set(kindOf({ type, direction: 'out' }), (counts.get(`out ${type}`) ?? 0) + 1);
    if (target === key) counts.set(kindOf({ type, direction: 'in' }), (counts.get(`in ${type}`) ?? 0) + 1);
  }
  return counts;
}

/** How much is added at once. */
const Limit = () => (
  <label class="expand-limit">
    Add at most{' '}
    <select value={String(pageSize.value)} onChange={(event) => setPageSize(Number(fieldValue(event)))}>
      {pageSizes.map((size) => (
        <option key={size} value={String(size)}>
          {size}
        </option>
      ))}
    </select>{' '}
    at a time. The key e adds of all kinds.
  </label>
);

/** The expansions of the node that can be collapsed. */
function Expansions({ nodeKey }: { nodeKey: string }) {
  const list = expansionsOf(expansions.value, nodeKey);
  if (list.length === 0) return null;
  return (
    <ul class="expansions" aria-label="Expansions">
      {list.map((one) => {
        const name = one.kind
          ? relationWords(one.kind.type, one.kind.direction)
          : one.of.length > 1
            ? `together with ${count(one.of.length - 1, 'other')}`
            : 'all kinds';
        return (
          <li key={one.kind ? kindOf(one.kind) : one.of.join()}>
            <span>
              Expanded: {name}
              {one.next !== null && (
                <span class="relation-note"> {formatNumber(one.total - one.given)} more to come</span>
              )}
            </span>
            <span class="tally">{count(one.added.size, 'node')}</span>
            <button type="button" class="link" aria-label={`Collapse ${name}`} onClick={() => collapse(one)}>
              Collapse
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function Expand({ nodeKey, degree }: { nodeKey: string; degree: readonly Degree[] }) {
  neighboursOf.value;
  const there = onCanvas(nodeKey);
  const rows = degree
    .map((row) => ({ ...row, more: row.count - (there.get(kindOf(row)) ?? 0) }))
    .filter((row) => row.more > 0)
    .sort((a, b) => b.more - a.more || (a.type < b.type ? -1 : 1));
  const all = rows.reduce((sum, row) => sum + row.more, 0);
  return (
    <>
      {rows.length === 0 ? (
        <p class="rail-note expand">All of its relations are on the canvas.</p>
      ) : (
        <details class="expand">
          <summary>Expand: {count(all, 'relation')} not on the canvas</summary>
          <ul>
            {rows.map((row) => (
              <li key={kindOf(row)}>
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
            <Limit />
          </p>
        </details>
      )}
      <Expansions nodeKey={nodeKey} />
    </>
  );
}
