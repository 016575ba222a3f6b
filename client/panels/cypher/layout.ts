// What of the workspace is open: the lists at the left, the schema in place of the statement.
import { signal } from '@preact/signals';

const phone = '(max-width: 760px)';

export const isPhone = (): boolean => window.matchMedia(phone).matches;
export const sideOpen = signal(!isPhone());
export const schemaOpen = signal(false);

/** On a phone the lists cover the statement, so they go once something was chosen. */
export function chosen(): void {
  schemaOpen.value = false;
  if (isPhone()) sideOpen.value = false;
}
