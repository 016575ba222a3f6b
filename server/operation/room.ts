// Whether the disks that will be written to have room, told at the start: a full one refuses every change.
import { statfs } from 'node:fs/promises';

/** In bytes: an import of a few thousand articles, or a restart's checkpoint, takes as much. */
const least = 200 * 2 ** 20;

/** A line for each folder on a disk with less room than that; none for a folder that cannot be asked. */
export async function littleRoom(folders: readonly string[], fewest = least): Promise<string[]> {
  const lines: string[] = [];
  for (const folder of folders) {
    const disk = await statfs(folder).catch(() => undefined);
    if (disk === undefined) continue;
    const left = disk.bavail * disk.bsize;
    if (left < fewest)
      lines.push(
        `Warning: the disk of ${folder} has ${Math.floor(left / 2 ** 20)} MB left. Where it is full, changes are refused: make room.`,
      );
  }
  return lines;
}
