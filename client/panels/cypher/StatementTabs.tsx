// The statements that are open, each a tab with its close button; beside them the schema.
import { activate, draft, drafts, draftTitle, openDraft } from '../../state/cypher/drafts.ts';
import { closeStatement } from '../../state/cypher/runs.ts';
import { IconButton } from '../../ui/basics.tsx';
import { schemaOpen, sideOpen } from './layout.ts';

export function StatementTabs() {
  const { list } = drafts.value;
  return (
    <nav class="statement-tabs" aria-label="Statements">
      <IconButton
        icon="rail"
        label={sideOpen.value ? 'Fold the library away' : 'Show library and history'}
        pressed={sideOpen.value}
        onClick={() => {
          sideOpen.value = !sideOpen.value;
        }}
      />
      <ul>
        {list.map((one) => {
          const current = one.id === draft.value.id && !schemaOpen.value;
          return (
            <li key={one.id} class={current ? 'statement-tab current' : 'statement-tab'}>
              <button
                type="button"
                class="statement-title"
                aria-current={current ? 'true' : undefined}
                title={draftTitle(one)}
                onClick={() => {
                  activate(one.id);
                  schemaOpen.value = false;
                }}
              >
                {draftTitle(one)}
              </button>
              {(list.length > 1 || one.text !== '') && (
                <IconButton icon="close" label={`Close ${draftTitle(one)}`} onClick={() => closeStatement(one.id)} />
              )}
            </li>
          );
        })}
      </ul>
      <IconButton
        icon="plus"
        label="New statement"
        onClick={() => {
          schemaOpen.value = false;
          openDraft();
        }}
      />
      <button
        type="button"
        class="button quiet schema-button"
        aria-pressed={schemaOpen.value}
        onClick={() => {
          schemaOpen.value = !schemaOpen.value;
        }}
      >
        Schema
      </button>
    </nav>
  );
}
