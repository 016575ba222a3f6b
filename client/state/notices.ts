// Short messages to the person at the screen; the page shows them and a screen reader speaks them.
import { signal } from '@preact/signals';

export interface Notice {
  id: number;
  text: string;
  kind: 'info' | 'problem';
}

export const notices = signal<readonly Notice[]>([]);
let last = 0;
const shownFor = 6000;

/** Shows a message; what only informs goes away by itself, a problem stays until dismissed. */
export function notify(text: string, kind: Notice['kind'] = 'info'): void {
  const id = ++last;
  notices.value = [...notices.value.filter((notice) => notice.text !== text), { id, text, kind }].slice(-3);
  if (kind === 'info') setTimeout(() => dismiss(id), shownFor);
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}
