// Walks the buttons of a list with the arrow keys, Home and End.

/** For the list's `onKeyDown`: moves the focus among its buttons and keeps it in sight. */
export function walkList(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const stops = [...list.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  const at = stops.indexOf(event.target as HTMLButtonElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  stops[Math.min(stops.length - 1, Math.max(0, to))]?.focus();
}
