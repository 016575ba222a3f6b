// The panel on the right: path, evidence, article or node, whichever was asked for last.
import { useSignal } from '@preact/signals';
import { comparing } from '../state/compare.ts';
import { loading } from '../state/data.ts';
import { recall, remember } from '../state/memory.ts';
import { closePath, pathOpen } from '../state/path.ts';
import { selectedArticle, selectedEdge, selectedNodes, several, stepBack } from '../state/selection.ts';
import { selection, tab } from '../state/view.ts';
import { count } from '../text/format.ts';
import { ArticleDetails } from './ArticleDetails.tsx';
import { ComparePanel } from './Diff.tsx';
import { EdgeEvidence } from './EdgeEvidence.tsx';
import { NodeDetails } from './NodeDetails.tsx';
import { NotesSection } from './notes/NotesSection.tsx';
import { PathPanel } from './PathPanel.tsx';
import { SelectionSummary } from './SelectionSummary.tsx';

const narrowest = 320;
const widest = 640;
const clamp = (width: number): number => Math.min(widest, Math.max(narrowest, Math.round(width)));

/** The panel's left edge: dragged, or moved with the arrow keys. */
function Splitter({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  const start = (event: PointerEvent) => {
    const handle = event.currentTarget as HTMLElement;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => onWidth(window.innerWidth - moved.clientX);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  const key = (event: KeyboardEvent) => {
    const by = { ArrowLeft: 20, ArrowRight: -20 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onWidth(width + by);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a window splitter is a focusable separator; hr cannot take keys
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-label="Width of the panel"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      onPointerDown={start}
      onKeyDown={key}
    />
  );
}

const Body = () => {
  if (loading.value.state === 'loading') return null;
  if (selectedEdge.value !== undefined) return <EdgeEvidence />;
  if (selectedArticle.value !== undefined) return <ArticleDetails />;
  if (selection.value === null && several.value) return <SelectionSummary />;
  if (selection.value === null && pathOpen.value) return <PathPanel />;
  return selection.value === null && comparing.value !== undefined ? <ComparePanel /> : <NodeDetails />;
};

/** What the panel shows once nothing is looked at. */
function backTo(): string {
  if (several.value) return `← Back to ${count(selectedNodes.value.size, 'selected node')}`;
  if (pathOpen.value) return '← Back to the path';
  return comparing.value ? '← Back to what changed' : '← Overview';
}

/** Above the details: the way back to a path that is still shown, or out of the selection. */
const Back = () => {
  if (selection.value === null) return null;
  return (
    <nav class="panel-back" aria-label="Panel">
      <button type="button" class="link" onClick={stepBack}>
        {backTo()}
      </button>
      {pathOpen.value && (
        <button type="button" class="link" onClick={closePath}>
          Close the path
        </button>
      )}
    </nav>
  );
};

export function Panel() {
  const width = useSignal(clamp(Number(recall('panel-width') ?? 400) || 400));
  const set = (next: number) => {
    width.value = clamp(next);
    remember('panel-width', String(width.value));
  };
  // A phone shows the table or the list alone until something is asked of it.
  const unasked = selection.value === null && !several.value && !pathOpen.value && tab.value !== 'graph';
  return (
    <aside
      class={unasked ? 'panel unasked' : 'panel'}
      id="panel"
      aria-label="Details and evidence"
      tabIndex={-1}
      style={{ '--panel-width': `${width.value}px` }}
    >
      <Splitter width={width.value} onWidth={set} />
      <div
        class="panel-scroll"
        key={
          selection.value ? `${selection.value.kind} ${selection.value.key}` : several.value ? 'several' : 'overview'
        }
      >
        <Back />
        <Body />
        {loading.value.state === 'ready' && <NotesSection />}
      </div>
    </aside>
  );
}
