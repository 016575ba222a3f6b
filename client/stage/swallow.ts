// Tells a drag from a click: how far a press may move, and that the click which ends a drag is none.

/** A press that moves less than this, in pixels, is a click. */
export const still = 4;

/** The browser's click after this drag reaches nobody. */
export function swallowClick(container: HTMLElement): void {
  const swallow = (click: Event) => click.stopPropagation();
  container.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => container.removeEventListener('click', swallow, { capture: true }));
}
