// Whether the export is open. What it does is fetched with its dialog.
import { signal } from '@preact/signals';

export const exportOpen = signal(false);
export const openExport = (): void => {
  exportOpen.value = true;
};
