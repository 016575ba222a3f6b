// Preferences of this browser: theme, panel width, folded rail, style. Losing them costs nothing.

const prefix = 'hearsay.';

/** The value kept under a name, or undefined; also where the browser keeps nothing. */
export function recall(name: string): string | undefined {
  try {
    return globalThis.localStorage?.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(name: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(prefix + name, value);
  } catch {
    // A browser that keeps nothing still works; the choice lasts until the page is closed.
  }
}

export function forget(name: string): void {
  try {
    globalThis.localStorage?.removeItem(prefix + name);
  } catch {
    // As above.
  }
}
