// The nodes and relations of the answer, and the way to the canvas for them.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isDerived } from '../../graph/derived.ts';
import { endsBeside, type Found, gather, mostNodes } from '../../state/cypher/result-graph.ts';
import type { Run } from '../../state/cypher/run.ts';
import { toCanvas } from '../../state/cypher/to-canvas.ts';
import { labelsOf } from '../../text/cypher-values.ts';
import { count, formatNumber } from '../../text/format.ts';
import { Empty, Progress } from '../../ui/basics.tsx';
import { TypeMark } from '../../ui/TypeMark.tsx';

/** How often each name stands in the list, the most frequent first. */
function tally(names: Iterable<string>): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function Summary({ found }: { found: Found }) {
  const nodes = tally([...found.nodes.values()].map((node) => labelsOf(node)[0] ?? 'node'));
  const relations = tally([...found.relations.values()].map(({ _type }) => _type));
  const derived = new Set([...found.relations.values()].filter(isDerived).map(({ _type }) => _type));
  return (
    <dl class="graph-counts">
      <div>
        <dt>{count(found.nodes.size, 'node')}</dt>
        <dd>
          {nodes.map(([name, times]) => (
            <span key={name}>
              <TypeMark type={name} /> {name} <span class="tally">{formatNumber(times)}</span>
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{count(found.relations.size, 'relation')}</dt>
        <dd>
          {relations.map(([name, times]) => (
            <span key={name}>
              <span class="relation-type">{name}</span> <span class="tally">{formatNumber(times)}</span>
              {derived.has(name) && <span class="muted"> derived</span>}
            </span>
          ))}
        </dd>
      </div>
    </dl>
  );
}

export function GraphResult({ run }: { run: Run }) {
  const found = useSignal<Found | null>(null);
  const ended = run.state.value.state !== 'running';
  useEffect(() => {
    let wanted = true;
    found.value = null;
    if (ended)
      void gather(run.rows).then((all) => {
        if (wanted) found.value = all;
      });
    return () => {
      wanted = false;
    };
  }, [run, ended]);
  const all = found.value;
  if (!all) return <Progress what={ended ? 'Looking for nodes' : 'Waiting for the rows'} />;
  const beside = endsBeside(all).size;
  const cut = all.more || all.nodes.size + beside > mostNodes;
  if (all.nodes.size + beside === 0)
    return (
      <Empty title="The answer has no nodes and no relations">
        Return nodes, relations or paths themselves, such as RETURN a, r, b, and they can go on the canvas.
      </Empty>
    );
  return (
    <div class="graph-result">
      <Summary found={all} />
      {beside > 0 && (
        <p class="rail-note">
          Its relations join {count(beside, 'node')} that the answer does not hold;{' '}
          {beside === 1 ? 'it is' : 'they are'} fetched too.
        </p>
      )}
      {cut && (
        <p class="rail-note">A canvas from a result holds {mostNodes} nodes; those beyond the first are left out.</p>
      )}
      <div class="graph-actions">
        <button type="button" class="button primary" onClick={() => void toCanvas(all, true)}>
          Show on a fresh canvas
        </button>
        <button type="button" class="button" onClick={() => void toCanvas(all, false)}>
          Add to the canvas
        </button>
      </div>
      <p class="rail-note">Relations among them that the answer does not name are fetched too. Undo takes it back.</p>
    </div>
  );
}
