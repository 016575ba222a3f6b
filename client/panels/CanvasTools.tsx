// The buttons over the canvas, and what it says when it is empty, loading or cut short.
import { fit, zoom } from '../state/camera.ts';
import { dataset, isForeign, loading, shown, truncated } from '../state/data.ts';
import { drawableNodes, largestLabel, leaveOutLabel } from '../state/display-limit.ts';
import { stopLayout, underWay } from '../state/layout.ts';
import { load } from '../state/load.ts';
import { openPath, pathOpen } from '../state/path.ts';
import { foldRail, railFolded } from '../state/rail.ts';
import { lassoing } from '../state/selection.ts';
import { tab } from '../state/view.ts';
import { count, formatNumber } from '../text/format.ts';
import { layoutTitle } from '../text/layouts.ts';
import { Empty, FailureCard, IconButton, Progress } from '../ui/basics.tsx';
import { OpenExport } from './import/OpenExport.tsx';
import { LayoutMenu } from './LayoutMenu.tsx';
import { NothingLeft } from './NothingLeft.tsx';
import { LeftOut } from './views/LeftOut.tsx';

/** Loading, failure or emptiness in the place of a view; null where there is something to see. */
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
  // The workspace needs no graph: a statement may say why there is none.
  if (dataset.value.nodes.size === 0 && tab.value !== 'cypher') {
    return (
      <div class="overlay">
        <div class="empty-database">
          <Empty title="The database is empty">
            Import a claims document, for example with npm run hearsay -- import data/reports, and load the page again.
          </Empty>
          <OpenExport />
        </div>
      </div>
    );
  }
  return null;
}

/** That there is more than is drawn, and the filter that makes room for it. */
function More() {
  const largest = largestLabel.value;
  return (
    <>
      {' '}
      · the most connected of {count(drawableNodes.value, 'node')}
      {largest ? (
        <>
          ;{' '}
          <button type="button" class="link" onClick={() => leaveOutLabel(largest.label)}>
            leave out {largest.label} ({formatNumber(largest.count)})
          </button>{' '}
          to make room, or search, expand{isForeign.value ? ' or use Cypher' : ''} to reach the rest
        </>
      ) : (
        '; search, expand or use Cypher to reach the rest'
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
      </div>
      {underWay.value !== null && loading.value.state === 'ready' && (
        <div class="canvas-status">
          <Progress what={`Arranging: ${layoutTitle[underWay.value].toLowerCase()}`} stop={stopLayout} />
        </div>
      )}
      <LeftOut />
      <p class={truncated.value ? 'canvas-count cut' : 'canvas-count'}>
        {count(nodes.length, 'node')}, {count(edges.length, 'relation')}
        {truncated.value && <More />}
      </p>
      {loading.value.state === 'ready' && dataset.value.nodes.size > 0 && nodes.length === 0 && (
        <div class="overlay">
          <NothingLeft />
        </div>
      )}
    </>
  );
}
