// The page: top bar, rail, the view of the tab, panel, timeline; on a phone the same in one column.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ArticlesTab } from './panels/ArticlesTab.tsx';
import { BriefTab } from './panels/BriefTab.tsx';
import { CanvasTools, ViewState } from './panels/CanvasTools.tsx';
import { CasesDialog } from './panels/CasesDialog.tsx';
import { CypherTab } from './panels/cypher/CypherTab.tsx';
import { editor } from './panels/cypher/editor-handle.ts';
import { FilterBar } from './panels/FilterBar.tsx';
import { Help } from './panels/Help.tsx';
import { LedgerTab } from './panels/Ledger.tsx';
import { MatrixTab } from './panels/Matrix.tsx';
import { Notices } from './panels/Notices.tsx';
import { Panel } from './panels/Panel.tsx';
import { Rail } from './panels/Rail.tsx';
import { Timeline } from './panels/Timeline.tsx';
import { Tabs, TopBar } from './panels/TopBar.tsx';
import { TableTab } from './panels/table/TableTab.tsx';
import { Stage } from './stage/Stage.tsx';
import { isForeign, loading } from './state/data.ts';
import { exportOpen } from './state/export.ts';
import { recall, remember } from './state/memory.ts';
import { tab } from './state/view.ts';
import { Lazy } from './ui/Lazy.tsx';

const phone = '(max-width: 760px)';

export function App() {
  const folded = useSignal(recall('rail-folded') === '1' || matchMedia(phone).matches);
  useEffect(
    () =>
      folded.subscribe((value) => {
        if (!matchMedia(phone).matches) remember('rail-folded', value ? '1' : '0');
      }),
    [],
  );
  const ready = loading.value.state === 'ready';
  return (
    <div class={`app${folded.value ? ' rail-folded' : ''} on-${tab.value}${isForeign.value ? ' foreign' : ''}`}>
      <a class="skip" href="#panel">
        Skip to details and evidence
      </a>
      {tab.value === 'cypher' && editor.value && (
        <button type="button" class="skip to-statement" onClick={() => editor.value?.focus()}>
          Skip to the statement
        </button>
      )}
      <TopBar />
      <Rail />
      <main class="view" aria-label="View">
        <FilterBar />
        <ViewState />
        {tab.value === 'graph' && <Stage />}
        {tab.value === 'graph' && <CanvasTools railFolded={folded} />}
        {tab.value === 'matrix' && ready && <MatrixTab />}
        {tab.value === 'ledger' && ready && <LedgerTab />}
        {tab.value === 'table' && ready && <TableTab />}
        {tab.value === 'articles' && ready && <ArticlesTab />}
        {tab.value === 'brief' && ready && <BriefTab />}
        {tab.value === 'cypher' && ready && <CypherTab />}
        <Notices />
      </main>
      <Panel />
      {!isForeign.value && tab.value !== 'cypher' && <Timeline />}
      <div class="bottom-tabs">
        <Tabs />
      </div>
      <Help />
      <Lazy open={exportOpen} load={async () => (await import('./panels/export/ExportDialog.tsx')).ExportDialog} />
      {!isForeign.value && <CasesDialog />}
    </div>
  );
}
