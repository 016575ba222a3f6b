// The style as a file to hand on, and the way to bring one in.
import { useRef } from 'preact/hooks';
import { isPlainStyle } from '../../graph/style.ts';
import { download } from '../../state/download.ts';
import { openStyleFile } from '../../state/style.ts';
import { styleFile } from '../../state/style-file.ts';
import { mostStyled } from '../../state/style-url.ts';
import { style } from '../../state/view.ts';

export function StyleFiles() {
  const chooser = useRef<HTMLInputElement>(null);
  const plain = isPlainStyle(style.value);
  return (
    <div class="facet-group style-files">
      <div class="button-row">
        <button
          type="button"
          class="button"
          disabled={plain}
          title={plain ? 'Every type looks as usual: there is nothing to save' : 'What is chosen here, as a file'}
          onClick={() =>
            download('hearsay-style.json', new Blob([styleFile(style.value)], { type: 'application/json' }))
          }
        >
          Save style…
        </button>
        <button type="button" class="button" onClick={() => chooser.current?.click()}>
          Open style…
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label="Style file"
          accept="application/json,.json"
          onChange={(event) => {
            const field = event.currentTarget;
            const [file] = field.files ?? [];
            // The same file can be chosen again.
            if (file) void openStyleFile(file).finally(() => (field.value = ''));
          }}
        />
      </div>
      <p class="rail-note">
        What is chosen is kept in this browser; the address holds it for up to {mostStyled} types.
      </p>
    </div>
  );
}
