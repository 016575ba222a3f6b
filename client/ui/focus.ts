// Where the focus goes when what had it is gone: from a closed form to the report of what it did, or to what opened it.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What can be asked for, by name. */
const turns = new Map<string, RefObject<HTMLElement | null>>();
let wanted: string | undefined;
let watch: MutationObserver | undefined;

function lapse(): void {
  wanted = undefined;
  watch?.disconnect();
  document.removeEventListener('focusin', lapse);
}

/** Whether what had the focus was taken away: within a dialog the dialog has it then, elsewhere the page. */
function isLost(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.matches('dialog');
}

function give(): void {
  const element = wanted === undefined ? null : turns.get(wanted)?.current;
  if (!element || !isLost()) return;
  lapse();
  element.focus();
}

/**
 * Gives the focus to what goes by this name, as soon as it is in the page and what has the focus now is not. Whoever
 * takes it elsewhere meanwhile keeps it there.
 */
export function focusNext(name: string): void {
  lapse();
  wanted = name;
  // What is taken away says nothing of it, and that may be long after: once the server has answered.
  watch ??= new MutationObserver(give);
  watch.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', lapse);
  give();
}

/** For the element that goes by this name; of several, the last. */
export function useFocusTurn<Element extends HTMLElement>(name: string): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useLayoutEffect(() => {
    turns.set(name, element);
    return () => {
      if (turns.get(name) === element) turns.delete(name);
    };
  }, [name]);
  return element;
}
