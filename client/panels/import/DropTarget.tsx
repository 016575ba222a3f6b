// The whole page as a place for files: while some are dragged over it, it says what dropping them does.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { whyNoImport } from '../../state/import-export.ts';
import { takeIn, takeInOpen } from '../../state/work.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
/** What lies over the page has the files, if it takes any. */
const isFree = (): boolean => takeInOpen.peek() || !document.querySelector('dialog[open]');

export function DropTarget() {
  const over = useSignal(false);
  useEffect(() => {
    const listening = new AbortController();
    const on = (name: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      window.addEventListener(
        name,
        (event) => {
          if (!hasFiles(event) || event.defaultPrevented) return;
          // Or the browser would leave the page for the file.
          event.preventDefault();
          act(event);
        },
        listening,
      );
    on('dragover', () => {
      over.value = isFree();
    });
    on('dragleave', (event) => {
      if (event.relatedTarget === null) over.value = false;
    });
    on('drop', (event) => {
      over.value = false;
      if (isFree()) takeIn([...(event.dataTransfer?.files ?? [])]);
    });
    return () => listening.abort();
  }, []);
  return over.value ? <div class="drop-target">{whyNoImport.value ?? 'Drop files to add articles'}</div> : null;
}
