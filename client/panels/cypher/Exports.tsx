// The rows of the answer as a file.
import { useSignal } from '@preact/signals';
import { type FileKind, fileOf } from '../../state/cypher/export.ts';
import type { Run } from '../../state/cypher/run.ts';
import { download } from '../../state/download.ts';

const kinds: readonly { kind: FileKind; title: string; about: string }[] = [
  { kind: 'csv', title: 'CSV', about: 'A table for spreadsheets; what has parts is JSON in its field' },
  { kind: 'json', title: 'JSON', about: 'A list of objects by column, with plain values' },
  { kind: 'ndjson', title: 'NDJSON', about: 'A row a line, with the types as the server sent them' },
];

export function Exports({ run }: { run: Run }) {
  const busy = useSignal(false);
  const keep = async (kind: FileKind) => {
    busy.value = true;
    try {
      download(`result.${kind}`, await fileOf(run, kind));
    } finally {
      busy.value = false;
    }
  };
  const ended = run.state.value.state !== 'running';
  return (
    <div class="exports">
      <span class="muted">Save as</span>
      {kinds.map(({ kind, title, about }) => (
        <button
          key={kind}
          type="button"
          class="link"
          title={about}
          aria-label={`Save the rows as ${title}`}
          disabled={!ended || busy.value || run.received.value === 0}
          onClick={() => void keep(kind)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
