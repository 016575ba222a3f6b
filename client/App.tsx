// The page: top bar, rail, the view of the tab, panel, timeline; on a phone the same in one column.
import { CanvasTools, ViewState } from './panels/CanvasTools.tsx';
import { editor } from './panels/cypher/editor-handle.ts';
import { FilterBar } from './panels/FilterBar.tsx';
import { Help } from './panels/Help.tsx';
import { DropTarget } from './panels/import/DropTarget.tsx';
import { ImportDialog } from './panels/import/ImportDialog.tsx';
import { Notices } from './panels/Notices.tsx';
import { Panel } from './panels/Panel.tsx';
import { Rail } from './panels/Rail.tsx';
import { Timeline } from './panels/Timeline.tsx';
import { Tabs, TopBar } from './panels/TopBar.tsx';
import { tabViews } from './panels/tabs.tsx';
import { Stage } from './stage/Stage.tsx';
import { answerSignIn, signInOpen } from './state/account.ts';
import { notesOpen } from './state/all-notes.ts';
import { casesOpen } from './state/cases.ts';
import { isForeign, loading } from './state/data.ts';
import { exportOpen } from './state/export.ts';
import { identityOpen } from './state/identity.ts';
import { railFolded } from './state/rail.ts';
import { tab } from './state/view.ts';
import { endStory, isPlaying } from './state/views/play.ts';
import { auditOpen, changesOpen, editOpen, reviewOpen, takeInOpen } from './state/work.ts';
import { Lazy, LazyDialog } from './ui/Lazy.tsx';

export function App() {
  const ready = loading.value.state === 'ready';
  const Other = tab.value === 'graph' ? null : tabViews[tab.value].View;
  return (
    <div
      class={`app${railFolded.value ? ' rail-folded' : ''} on-${tab.value}${isForeign.value ? ' foreign' : ''}${isPlaying.value ? ' presenting' : ''}`}
    >
      <a class="skip" href="#panel">
        Skip to details and evidence
      </a>
      {tab.value === 'graph' && (
        <button type="button" class="skip" onClick={() => document.querySelector<HTMLElement>('.stage')?.focus()}>
          Skip to the graph
        </button>
      )}
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
        {tab.value === 'graph' && <CanvasTools />}
        {Other && ready && <Other />}
        <Notices />
      </main>
      <Lazy
        open={isPlaying}
        load={async () => (await import('./panels/views/Player.tsx')).Player}
        close={() => void endStory()}
      />
      <Panel />
      {!isForeign.value && tab.value !== 'cypher' && <Timeline />}
      <div class="bottom-tabs">
        <Tabs />
      </div>
      <Help />
      <LazyDialog
        open={exportOpen}
        load={async () => (await import('./panels/export/ExportDialog.tsx')).ExportDialog}
      />
      {!isForeign.value && (
        <LazyDialog open={casesOpen} load={async () => (await import('./panels/CasesDialog.tsx')).CasesDialog} />
      )}
      {!isForeign.value && (
        <LazyDialog open={notesOpen} load={async () => (await import('./panels/notes/NotesDialog.tsx')).NotesDialog} />
      )}
      {!isForeign.value && (
        <LazyDialog
          open={identityOpen}
          load={async () => (await import('./panels/identity/IdentityDialog.tsx')).IdentityDialog}
        />
      )}
      {!isForeign.value && <ImportDialog />}
      <LazyDialog open={takeInOpen} load={async () => (await import('./panels/import/TakeIn.tsx')).TakeIn} />
      <LazyDialog
        open={reviewOpen}
        load={async () => (await import('./panels/review/ReviewDialog.tsx')).ReviewDialog}
      />
      <LazyDialog open={editOpen} load={async () => (await import('./panels/edit/EditDialog.tsx')).EditDialog} />
      <LazyDialog
        open={changesOpen}
        load={async () => (await import('./panels/changes/ChangesDialog.tsx')).ChangesDialog}
      />
      <LazyDialog open={auditOpen} load={async () => (await import('./panels/audit/AuditDialog.tsx')).AuditDialog} />
      <DropTarget />
      <Lazy
        open={signInOpen}
        load={async () => (await import('./panels/account/SignIn.tsx')).SignIn}
        close={() => answerSignIn(false)}
      />
    </div>
  );
}
