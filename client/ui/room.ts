// How many things find room beside each other.

/**
 * How many of the first find room on a line, all widths in pixels: all of them where they do, else so many that what
 * says that there are more (`more` wide, with the gap before it) stands beside them.
 */
export function fitting(
  widths: readonly number[],
  { gap, room, more }: { gap: number; room: number; more: number },
): number {
  const ends: number[] = [];
  for (const width of widths) ends.push(ends.length === 0 ? width : (ends.at(-1) as number) + gap + width);
  if ((ends.at(-1) ?? 0) <= room) return widths.length;
  return ends.filter((end) => end + more <= room).length;
}
