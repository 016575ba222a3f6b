// Several selected nodes in the panel: how many of each type, what can be done with all of them, and their names.
import { typeOf } from '../graph/model.ts';
import { busy } from '../state/actions.ts';
import { dataset } from '../state/data.ts';
import { collapseSelected } from '../state/expand.ts';
import { togetherIn } from '../state/expansions.ts';
import { openPath } from '../state/path.ts';
import { clearSelection, hovered, lookAt, selectedNodes, toggleNode } from '../state/selection.ts';
import { expandAtOnce, expandSelected, hideSelected, keepOnlySelected } from '../state/several.ts';
import { expansions } from '../state/view.ts';
import { count, formatNumber } from '../text/format.ts';
import { IconButton } from '../ui/basics.tsx';
import { TypeMark } from '../ui/TypeMark.tsx';
import { PinButton } from './Pin.tsx';

/** So many names are listed; the canvas and the table show the rest. */
const listed = 50;

function Types({ types }: { types: readonly string[] }) {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return (
    <ul class="type-counts">
      {[...counts]
        .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
        .map(([type, number]) => (
          <li key={type}>
            <TypeMark type={type} /> {type} <span class="tally">{formatNumber(number)}</span>
          </li>
        ))}
    </ul>
  );
}

function Actions({ size }: { size: number }) {
  const expanding =
    size > expandAtOnce.nodes
      ? `Expand the first ${expandAtOnce.nodes}, each by up to ${expandAtOnce.each} nodes`
      : `Expand each, by up to ${expandAtOnce.each} nodes`;
  return (
    <div class="button-row">
      <button type="button" class="button" onClick={hideSelected}>
        Hide
      </button>
      <button type="button" class="button" onClick={keepOnlySelected}>
        Keep only these
      </button>
      {size === 2 && (
        <button type="button" class="button" onClick={openPath}>
          Path between them
        </button>
      )}
      <button
        type="button"
        class="button"
        title={expanding}
        disabled={busy.value !== null}
        onClick={() => void expandSelected()}
      >
        {size > expandAtOnce.nodes ? `Expand ${expandAtOnce.nodes}` : 'Expand all'}
      </button>
      {togetherIn(expansions.value, selectedNodes.value) && (
        <button
          type="button"
          class="button"
          title="Take off what expanding them together added"
          onClick={collapseSelected}
        >
          Collapse
        </button>
      )}
    </div>
  );
}

function Member({ node }: { node: { key: string; name: string; type: string } }) {
  const light = () => {
    hovered.value = { kind: 'node', key: node.key };
  };
  const dim = () => {
    hovered.value = null;
  };
  return (
    <li class="relation" onMouseEnter={light} onMouseLeave={dim}>
      <button type="button" class="link node-link" onClick={() => lookAt(node.key)} onFocus={light} onBlur={dim}>
        <TypeMark type={node.type} />
        {node.name}
      </button>
      <IconButton icon="close" label={`Take ${node.name} out of the selection`} onClick={() => toggleNode(node.key)} />
    </li>
  );
}

export function SelectionSummary() {
  const nodes = [...selectedNodes.value].map((key) => {
    const node = dataset.value.nodes.get(key);
    return { key, name: node?.name ?? key, type: node ? typeOf(node) : 'Node' };
  });
  return (
    <section class="selection-summary" aria-label="Selection">
      <header class="panel-head">
        <p class="kind">Selected together</p>
        <h2 aria-live="polite">{count(nodes.length, 'node')} selected</h2>
        <div class="panel-actions">
          <PinButton keys={nodes.map(({ key }) => key)} />
          <IconButton icon="close" label="Clear the selection" keys="Escape" onClick={clearSelection} />
        </div>
      </header>
      <Types types={nodes.map(({ type }) => type)} />
      <Actions size={nodes.length} />
      <ul class="relations">
        {nodes.slice(0, listed).map((node) => (
          <Member key={node.key} node={node} />
        ))}
      </ul>
      {nodes.length > listed && <p class="rail-note">And {count(nodes.length - listed, 'more node')}.</p>}
    </section>
  );
}
