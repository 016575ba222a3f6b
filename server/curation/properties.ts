// Properties of decisions as they are stored: what is absent is left out, and the same decision is told from another.

export type Stored = Record<string, string | number | boolean>;

export function stored(given: Readonly<Record<string, string | number | boolean | null | undefined>>): Stored {
  const kept: Stored = {};
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && value !== null && value !== '') kept[name] = value;
  }
  return kept;
}

/** Whether what is there says, of all names in `wanted` and of those alone, the same. */
export function sameStored(there: Readonly<Record<string, unknown>>, wanted: Stored): boolean {
  const names = Object.keys(there).filter((name) => there[name] !== null && there[name] !== undefined);
  return (
    names.length === Object.keys(wanted).length &&
    Object.entries(wanted).every(([name, value]) => there[name] === value)
  );
}
