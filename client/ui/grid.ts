// Where a key leads in a grid of cells, and how its column comes into sight.

export interface Cell {
  row: number;
  column: number;
}

/** The cell that a key leads to, kept inside the grid; undefined for a key that moves nothing. `page` is rows in sight. */
export function step(
  key: string,
  ctrl: boolean,
  { row, column }: Cell,
  size: { rows: number; columns: number; page: number },
): Cell | undefined {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const to: Readonly<Record<string, Cell>> = {
    ArrowDown: { row: ctrl ? lastRow : row + 1, column },
    ArrowUp: { row: ctrl ? 0 : row - 1, column },
    ArrowRight: { row, column: ctrl ? lastColumn : column + 1 },
    ArrowLeft: { row, column: ctrl ? 0 : column - 1 },
    PageDown: { row: row + size.page, column },
    PageUp: { row: row - size.page, column },
    Home: { row: ctrl ? 0 : row, column: 0 },
    End: { row: ctrl ? lastRow : row, column: lastColumn },
  };
  const next = Object.hasOwn(to, key) ? to[key] : undefined;
  return (
    next && {
      row: Math.min(Math.max(0, next.row), lastRow),
      column: Math.min(Math.max(0, next.column), lastColumn),
    }
  );
}

/**
 * Scrolls sideways, and only so, until a column is in sight; to the very start for the first.
 * `head` is its header, `stays` px at the left do not scroll.
 */
export function showColumn(frame: HTMLElement | null, head: HTMLElement | undefined, column: number, stays = 0): void {
  if (!frame || !head) return;
  const { offsetLeft: left, offsetWidth: width } = head;
  frame.scrollLeft = Math.min(
    column === 0 ? 0 : left - stays,
    Math.max(frame.scrollLeft, left + width - frame.clientWidth),
  );
}
