// What the reader of folders does with links: it follows them, and names those that lead nowhere or back.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDocuments } from '../../../server/commands/read-files.ts';
import { InvalidDocument, NotFound } from '../../../server/errors.ts';
import { tempFolder } from '../../temp.ts';

async function filesRead(...paths: string[]): Promise<string[]> {
  const files: string[] = [];
  for await (const { file } of readDocuments(paths)) files.push(file);
  return files;
}

it('follows links to documents and to folders', async () => {
  const [folder, elsewhere] = [tempFolder(), tempFolder()];
  writeFileSync(join(elsewhere, 'a.json'), '{}');
  symlinkSync(elsewhere, join(folder, 'linked'));
  symlinkSync(join(elsewhere, 'a.json'), join(folder, 'b.json'));
  expect(await filesRead(folder)).toEqual([join(folder, 'b.json'), join(folder, 'linked', 'a.json')]);
});

it.each(['a.json', 'folder'])('names the link %s to nothing and says what to do', async (name) => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'z.json'), '{}');
  symlinkSync(join(folder, 'gone'), join(folder, name));
  await expect(filesRead(folder)).rejects.toThrow(NotFound);
  await expect(filesRead(folder)).rejects.toThrow(
    `"${join(folder, name)}" is a link to nothing. Mend it or take it out`,
  );
});

it('names a link back to a folder that it lies in', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'below'));
  symlinkSync(folder, join(folder, 'below', 'up'));
  await expect(filesRead(folder)).rejects.toThrow(InvalidDocument);
  await expect(filesRead(folder)).rejects.toThrow(`"${join(folder, 'below', 'up')}" is a link to a folder it lies in`);
});
