// Where an arrow key leads in a grid whose cells may be split into several places, and which of its rows are in sight.

/**
 * The place that a key leads to from another, or undefined for keys that lead nowhere. `rows` are rows of cells of
 * places, none empty. Left and right go from place to place, up and down stay in the column; Home and End go to the ends
 * of the row.
 */
export function gridStep<Place>(
  rows: readonly (readonly (readonly Place[])[])[],
  from: Place,
  key: string,
): Place | undefined {
  const y = rows.findIndex((row) => row.some((cell) => cell.includes(from)));
  const row = rows[y];
  if (!row) return undefined;
  const x = row.findIndex((cell) => cell.includes(from));
  const line = row.flat();
  const at = line.indexOf(from);
  const part = row[x]?.indexOf(from) ?? 0;
  /** The same part of the split cell where there is one, else its last. */
  const inColumn = (to: readonly (readonly Place[])[] | undefined): Place | undefined => {
    const cell = to?.[x];
    return cell?.[Math.min(part, cell.length - 1)];
  };
  switch (key) {
    case 'ArrowRight':
      return line[at + 1];
    case 'ArrowLeft':
      return line[at - 1];
    case 'ArrowDown':
      return inColumn(rows[y + 1]);
    case 'ArrowUp':
      return inColumn(rows[y - 1]);
    case 'Home':
      return row[0]?.[0];
    case 'End':
      return row.at(-1)?.at(-1);
    default:
      return undefined;
  }
}

/** Rows from `from` up to but not including `to`. */
export interface Slice {
  from: number;
  to: number;
}
/** So many rows beyond both ends of what is in sight are kept ready. */
const beyond = 8;

/** The rows to keep in the page for a window of so many pixels, that far down. */
export function sliceOf(rows: number, top: number, height: number, rowHeight: number): Slice {
  const first = Math.floor(top / rowHeight);
  const from = Math.max(0, Math.min(first, rows) - beyond);
  return { from, to: Math.min(rows, first + Math.ceil(height / rowHeight) + beyond) };
}
