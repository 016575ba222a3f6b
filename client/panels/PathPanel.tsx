// The shortest path between two nodes: the two ends, the most hops, and what was found.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Paths } from '../../server/schema/view.ts';
import { dataset, meta } from '../state/data.ts';
import {
  closePath,
  findPath,
  pathAlone,
  pathFocus,
  pathFrom,
  pathHops,
  pathResult,
  pathTo,
  pathType,
} from '../state/path.ts';
import { hovered, selectEdge } from '../state/selection.ts';
import { path } from '../state/view.ts';
import { count, countInWords, sentenceCase } from '../text/format.ts';
import { relationWords } from '../text/words.ts';
import { Empty, FailureCard, IconButton, NodeLink, Progress, type WayOut } from '../ui/basics.tsx';
import { Combobox } from '../ui/Combobox.tsx';

const mostHops = (): number => meta.value?.limits.maxHops ?? 8;

const nameIn = (found: Paths, key: string): string =>
  found.nodes.find((node) => node.key === key)?.name ?? dataset.value.nodes.get(key)?.name ?? key;

/** One path, a step a line: node, relation as it is read in that direction, node. */
function Steps({ found, one }: { found: Paths; one: Paths['paths'][number] }) {
  return (
    <ol class="path-steps">
      {one.nodes.map((key, index) => {
        const edge = found.edges.find((candidate) => candidate.key === one.edges[index]);
        return (
          <li key={key}>
            <NodeLink node={{ key, name: nameIn(found, key) }} mark />
            {edge && (
              <button
                type="button"
                class="link path-edge"
                onClick={() => selectEdge(edge.key)}
                onMouseEnter={() => {
                  hovered.value = { kind: 'edge', key: edge.key };
                }}
                onMouseLeave={() => {
                  hovered.value = null;
                }}
              >
                {relationWords(edge.type, edge.source === key ? 'out' : 'in')}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The same question with as many hops as there may be. */
function farther({ maxHops }: Paths): WayOut | undefined {
  const most = mostHops();
  if (maxHops >= most) return undefined;
  const run = () => {
    pathHops.value = most;
    findPath();
  };
  return { title: `Allow ${count(most, 'hop')}`, run };
}

function Result({ found }: { found: Paths }) {
  const from = nameIn(found, found.from);
  const to = nameIn(found, found.to);
  if (found.length === null) {
    return (
      <Empty title={`No path within ${count(found.maxHops, 'hop')}`} action={farther(found)}>
        {from} and {to} are not joined by {countInWords(found.maxHops, 'relation')} or fewer
        {found.type !== null && ` of the kind “${relationWords(found.type)}”`}. Allow more hops,{' '}
        {found.type !== null && 'another kind of relation, '}or choose another end.
      </Empty>
    );
  }
  if (found.length === 0) return <Empty title="Both ends are the same node">Choose two different nodes.</Empty>;
  const several = found.paths.length > 1;
  return (
    <section aria-live="polite">
      <p class="sentence">
        {from} and {to} are {countInWords(found.length, 'hop')} apart
        {several ? `, by ${found.more ? 'more than ' : ''}${countInWords(found.paths.length, 'shortest path')}` : ''}
        {found.type !== null && `, along “${relationWords(found.type)}” only`}.
      </p>
      {found.paths.map((one, index) => (
        <section class="relations" key={one.edges.join(' ')}>
          {several && (
            <h3 class="path-title">
              {sentenceCase(`path ${index + 1}`)}
              <button
                type="button"
                class="link"
                aria-pressed={pathAlone.value === index}
                onClick={() => {
                  pathAlone.value = pathAlone.value === index ? null : index;
                }}
              >
                {pathAlone.value === index ? 'Light up all' : 'Light up this one only'}
              </button>
            </h3>
          )}
          <Steps found={found} one={one} />
        </section>
      ))}
    </section>
  );
}

/** Puts the focus where the form wants it, so that the letters written next are a name and not keys of the page. */
function useFormFocus() {
  const form = useRef<HTMLFormElement>(null);
  const wanted = pathFocus.value;
  useLayoutEffect(() => {
    if (wanted === null) return;
    pathFocus.value = null;
    const [from, to] = form.current?.querySelectorAll('input') ?? [];
    const filled = pathFrom.value !== null && pathTo.value !== null;
    if (wanted === 'next' && filled) form.current?.querySelector('button')?.focus();
    else (pathFrom.value === null ? from : to)?.focus();
  }, [wanted]);
  return form;
}

export function PathPanel() {
  const form = useFormFocus();
  const most = mostHops();
  const status = pathResult.status.value;
  const kinds = (meta.value?.types ?? [])
    .map(({ type }) => [type, sentenceCase(relationWords(type))] as const)
    .sort((a, b) => (a[1] < b[1] ? -1 : 1));
  const nameNow = (end: { key: string; name: string } | null) =>
    end ? (dataset.value.nodes.get(end.key)?.name ?? end.name) : '';
  const ready = pathFrom.value !== null && pathTo.value !== null;
  const submit = (event: Event) => {
    event.preventDefault();
    findPath();
  };
  return (
    <>
      <header class="panel-head">
        <p class="kind">Shortest path</p>
        <h2>Path between two nodes</h2>
        <div class="panel-actions">
          <IconButton icon="close" label="Close the path" onClick={closePath} />
        </div>
      </header>
      <form class="path-form" ref={form} onSubmit={submit}>
        <div class="field">
          <span aria-hidden="true">From</span>
          <Combobox
            label="From"
            placeholder="A name"
            value={nameNow(pathFrom.value)}
            onPick={(row) => {
              pathFrom.value = row;
              pathFocus.value = 'next';
            }}
          />
        </div>
        <div class="field">
          <span aria-hidden="true">To</span>
          <Combobox
            label="To"
            placeholder="A name"
            value={nameNow(pathTo.value)}
            onPick={(row) => {
              pathTo.value = row;
              pathFocus.value = 'next';
            }}
          />
        </div>
        <div class="field">
          <label for="path-type">Along</label>
          <select
            id="path-type"
            value={pathType.value}
            onChange={(event) => {
              pathType.value = (event.target as HTMLSelectElement).value;
            }}
          >
            <option value="">any relation</option>
            {kinds.map(([type, words]) => (
              <option key={type} value={type}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="path-hops">At most</label>
          <select
            id="path-hops"
            value={String(pathHops.value)}
            onChange={(event) => {
              pathHops.value = Number((event.target as HTMLSelectElement).value);
            }}
          >
            {Array.from({ length: most }, (_, index) => (
              <option key={index} value={String(index + 1)}>
                {count(index + 1, 'hop')}
              </option>
            ))}
          </select>
          <button type="submit" class="button primary" disabled={!ready}>
            Find
          </button>
        </div>
      </form>
      {path.value === null && (
        <Empty title="No path asked for yet">
          Choose two nodes. The shortest way between them, over any relation or one kind of it, is lit up on the canvas.
        </Empty>
      )}
      {status.state === 'loading' && (
        <Progress
          what="Looking for the shortest path"
          stop={() => {
            path.value = null;
          }}
        />
      )}
      {status.state === 'failed' && <FailureCard failure={status.failure} retry={pathResult.retry} />}
      {status.state === 'ready' && path.value !== null && <Result found={status.value} />}
    </>
  );
}
