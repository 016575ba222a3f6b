// Reads the JSON documents under files and folders, one at a time.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidDocument, NotFound } from './errors.ts';
import type { NamedDocument } from './ingest/many.ts';

function filesUnder(path: string): string[] {
  if (!existsSync(path)) throw new NotFound(`There is no file or folder "${path}".`);
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'));
  const wanted = entries.filter((entry) => entry.isDirectory() || entry.name.endsWith('.json'));
  return wanted
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/**
 * The documents in the given files, and in the .json files of the given folders and those below, by name.
 * Throws NotFound where there is none, InvalidDocument on a file that is no JSON.
 */
export async function* readDocuments(paths: readonly string[]): AsyncGenerator<NamedDocument> {
  const files = paths.flatMap(filesUnder);
  if (files.length === 0)
    throw new NotFound(`There is no .json file in ${paths.map((path) => `"${path}"`).join(', ')}.`);
  for (const file of files) yield { file, json: parse(file, await readFile(file, 'utf8')) };
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = `is not well-formed JSON (${(error as Error).message})`;
    throw new InvalidDocument(`${file} ${reason}; nothing was written.`, { errors: [{ file, pointer: '', reason }] });
  }
}
