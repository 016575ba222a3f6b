// The Cypher workspace: the library and the history at the left, the statement, its parameters and its result beside them.
import '../../styles/cypher.css';
import '../../styles/cypher-side.css';
import '../../styles/cypher-results.css';
import '../../styles/cypher-schema.css';
import '../../styles/cypher-words.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { startChecking } from '../../state/cypher/check.ts';
import { openShared } from '../../state/cypher/share.ts';
import { shared } from '../../state/view.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { AskInWords } from './AskInWords.tsx';
import { History } from './History.tsx';
import { Library } from './Library.tsx';
import { schemaOpen, sideOpen } from './layout.ts';
import { Parameters } from './Parameters.tsx';
import { ProposalNote } from './ProposalNote.tsx';
import { Results } from './Results.tsx';
import { RunBar } from './RunBar.tsx';
import { SchemaView } from './SchemaView.tsx';
import { StatementEditor } from './StatementEditor.tsx';
import { StatementTabs } from './StatementTabs.tsx';

function Side() {
  const which = useSignal<'library' | 'history'>('library');
  return (
    <aside class="cypher-side" aria-label="Statements to choose from" hidden={!sideOpen.value}>
      <Segmented
        legend="List"
        options={[
          { value: 'library', title: 'Library' },
          { value: 'history', title: 'History' },
        ]}
        value={which.value}
        onChoose={(name) => {
          which.value = name;
        }}
      />
      {which.value === 'library' ? <Library /> : <History />}
    </aside>
  );
}

export function Workspace() {
  useEffect(startChecking, []);
  useEffect(() => shared.subscribe(openShared), []);
  return (
    <section class={sideOpen.value ? 'cypher-tab' : 'cypher-tab side-folded'} aria-label="Cypher">
      <Side />
      <div class="cypher-main">
        <StatementTabs />
        {/* Hidden rather than taken away, so that the editor keeps its undo and its place. */}
        <div class="cypher-work" hidden={schemaOpen.value}>
          <AskInWords />
          <ProposalNote />
          <StatementEditor />
          <Parameters />
          <RunBar />
          <Results />
        </div>
        {schemaOpen.value && <SchemaView />}
      </div>
    </section>
  );
}
