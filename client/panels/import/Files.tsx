// The place for files: chosen with a button or dropped.
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { accepted } from '../../state/taking/forms.ts';
import { bring } from '../../state/taking/run.ts';

export function Files() {
  const chooser = useRef<HTMLInputElement>(null);
  const over = useSignal(false);
  return (
    <section
      class={over.value ? 'import-drop over' : 'import-drop'}
      aria-label="Place for files"
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        void bring([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <p>
        Articles as text, Markdown, HTML, PDF or Word; claims documents and exports of Hearsay (JSON); fact-checks as
        ClaimReview (JSON-LD), FollowTheMoney (NDJSON); CSV together with its mapping (JSON). They are only tried at
        first.
      </p>
      <button type="button" class="button" onClick={() => chooser.current?.click()}>
        Choose files…
      </button>
      <p class="rail-note">
        Or drop them here. Annotations in brat’s form are read on the command line: npm run hearsay -- import FOLDER.
      </p>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label="Files"
        accept={accepted}
        onChange={(event) => {
          const field = event.currentTarget;
          void bring([...(field.files ?? [])]);
          // The same files can be chosen again.
          field.value = '';
        }}
      />
    </section>
  );
}
