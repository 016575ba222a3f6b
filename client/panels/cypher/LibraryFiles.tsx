// One's own statements as a file to hand on, and the way to bring such a file in.
import { useRef } from 'preact/hooks';
import { bringIn, saved, savedFile } from '../../state/cypher/saved.ts';
import { download } from '../../state/download.ts';
import { notify } from '../../state/notices.ts';
import { count } from '../../text/format.ts';

async function take(file: File): Promise<void> {
  const { added, faults } = bringIn(await file.text());
  if (added > 0)
    notify(`${count(added, 'statement')} of ${file.name} ${added === 1 ? 'is' : 'are'} saved in this browser.`);
  if (faults.length > 0) notify(`${file.name}: ${faults.slice(0, 3).join(' ')}`, 'problem');
}

export function LibraryFiles({ empty }: { empty: boolean }) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div class="library-files">
      <button
        type="button"
        class="button"
        disabled={empty}
        title="All statements saved by you, as a file"
        onClick={() => download('statements.json', new Blob([savedFile(saved.value)], { type: 'application/json' }))}
      >
        Export saved
      </button>
      <button type="button" class="button" onClick={() => chooser.current?.click()}>
        Import file
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept="application/json,.json"
        onChange={(event) => {
          const field = event.currentTarget;
          const [file] = field.files ?? [];
          // The same file can be chosen again.
          if (file) void take(file).then(() => (field.value = ''));
        }}
      />
    </div>
  );
}
