// What is in the connected database: its labels and relation types as a small graph and as tables, constraints, indexes.
import { useSignal } from '@preact/signals';
import type { DatabaseSchema } from '../../../server/schema/cypher.ts';
import { knownSchema, schema } from '../../state/cypher/schema.ts';
import { isForeign } from '../../state/data.ts';
import { formatNumber } from '../../text/format.ts';
import { Empty, FailureCard, Progress } from '../../ui/basics.tsx';
import { SchemaGraph } from './SchemaGraph.tsx';
import { LabelTable, NamedTable, RelationTable } from './SchemaTables.tsx';

const helpers: ReadonlySet<string> = new Set(['Record', 'Actor', 'HearsayMarker', 'Audit']);
const none: ReadonlySet<string> = new Set();

function Body({ known }: { known: DatabaseSchema }) {
  const label = useSignal<string | undefined>(undefined);
  if (known.labels.length === 0)
    return (
      <Empty title="The database is empty">Once it holds nodes, their labels and relations are listed here.</Empty>
    );
  return (
    <>
      <SchemaGraph
        schema={known}
        hidden={isForeign.value ? none : helpers}
        chosen={label.value}
        onChoose={(name) => {
          label.value = label.value === name ? undefined : name;
        }}
      />
      {known.sampled && (
        <p class="rail-note">The database is large: properties, and what joins what, were read from a sample.</p>
      )}
      <LabelTable schema={known} chosen={label.value} />
      <RelationTable schema={known} chosen={label.value} />
      <NamedTable title="Constraints" rows={known.constraints} none="The database has no constraints." />
      <NamedTable title="Indexes" rows={known.indexes} none="The database has no indexes." />
      <section class="schema-table">
        <h3>
          Procedures <span class="tally">{formatNumber(known.procedures.length)}</span>
        </h3>
        <p class="procedures">
          {known.procedures.length === 0
            ? 'No procedure can be called here.'
            : known.procedures.map((name) => <code key={name}>{name}</code>)}
        </p>
      </section>
    </>
  );
}

export function SchemaView() {
  const status = schema.status.value;
  const known = knownSchema.value;
  return (
    <section class="schema-view" aria-label="Schema">
      {status.state === 'failed' && <FailureCard failure={status.failure} retry={schema.retry} />}
      {status.state === 'loading' && known === undefined && <Progress what="Reading the schema" />}
      {known && <Body known={known} />}
    </section>
  );
}
