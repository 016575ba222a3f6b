// The buttons over the canvas, and what it says when it is empty, loading or cut short.
import { fit, zoom } from '../state/camera.ts';
import { isForeign, loading, shown, truncated } from '../state/data.ts';
import { drawableNodes, largestLabel, leaveOutLabel, moreNodes, showUpTo } from '../state/display-limit.ts';
import { openExport } from '../state/export.ts';
import { stopLayout, underWay } from '../state/layout.ts';
import { load } from '../state/load.ts';
import { openPath, pathOpen } from '../state/path.ts';
import { foldRail, railFolded } from '../state/rail.ts';
import { lassoing } from '../state/selection.ts';
import { count, formatNumber } from '../text/format.ts';
import { layoutTitle } from '../text/layouts.ts';
import { FailureCard, IconButton, Progress } from '../ui/basics.tsx';
import { LayoutMenu } from './LayoutMenu.tsx';
import { NothingLeft } from './NothingLeft.tsx';
import { LeftOut } from './views/LeftOut.tsx';

/** Loading or failure in the place of a view; null where there is something to see. */
export function ViewState() {
  const status = loading.value;
  if (status.state === 'loading')
    return (
      <div class="overlay">
        <Progress what={status.what} />
      </div>
    );
  if (status.state === 'failed')
    return (
      <div class="overlay">
        <FailureCard failure={status.failure} retry={() => void load()} />
      </div>
    );
  return null;
}

/** That there is more than is drawn, how to draw more of it, and the filter that makes room for it. */
function More() {
  const largest = largestLabel.value;
  const next = moreNodes.value;
  return (
    <>
      {' '}
      · the most connected of {count(drawableNodes.value, 'node')}
      {next !== undefined && (
        <>
          ;{' '}
          <button type="button" class="link" onClick={() => showUpTo(next)}>
            show up to {formatNumber(next)}
          </button>
        </>
      )}
      {largest ? (
        <>
          ;{' '}
          <button type="button" class="link" onClick={() => leaveOutLabel(largest.label)}>
            leave out {largest.label} ({formatNumber(largest.count)})
          </button>{' '}
          to make room; search{isForeign.value ? ', expand or use Cypher' : ' or expand'} for the rest
        </>
      ) : (
        '; search, expand or use Cypher for the rest'
      )}
    </>
  );
}

export function CanvasTools() {
  const { nodes, edges } = shown.value;
  return (
    <>
      <div class="canvas-tools" role="toolbar" aria-label="Canvas">
        <IconButton
          icon="rail"
          label={railFolded.value ? 'Show filters and legend' : 'Fold filters and legend away'}
          onClick={() => foldRail(!railFolded.value)}
          pressed={!railFolded.value}
        />
        <span class="tool-gap" />
        <IconButton kind="zoom" icon="plus" label="Zoom in" keys="+" onClick={() => zoom(0.7)} />
        <IconButton kind="zoom" icon="minus" label="Zoom out" keys="-" onClick={() => zoom(1 / 0.7)} />
        <IconButton icon="fit" label="Fit all" keys="f" onClick={fit} />
        <IconButton icon="path" label="Path between two" keys="p" onClick={openPath} pressed={pathOpen.value} />
        <IconButton
          kind="tool"
          icon="lasso"
          label="Select with a lasso"
          keys="Shift"
          onClick={() => {
            lassoing.value = !lassoing.value;
          }}
          pressed={lassoing.value}
        />
        <LayoutMenu />
        <IconButton icon="download" label="Export" keys="x" onClick={openExport} />
      </div>
      {underWay.value !== null && loading.value.state === 'ready' && (
        <div class="canvas-status">
          <Progress what={`Arranging: ${layoutTitle[underWay.value].toLowerCase()}`} stop={stopLayout} />
        </div>
      )}
      <LeftOut />
      <p class={truncated.value ? 'canvas-count cut' : 'canvas-count'}>
        {count(nodes.length, 'node')}, {count(edges.length, 'relation')}
        {truncated.value && nodes.length > 0 && <More />}
      </p>
      {loading.value.state === 'ready' && nodes.length === 0 && (
        <div class="overlay">
          <NothingLeft />
        </div>
      )}
    </>
  );
}
