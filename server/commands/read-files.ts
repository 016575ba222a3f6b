// Reads the JSON documents under files and folders, one at a time; and CSV files with their mappings.
import { createReadStream, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidDocument, NotFound } from '../errors.ts';
import type { NamedDocument } from '../ingest/many.ts';
import { parseMapping } from '../ingest/readers/csv/mapping.ts';
import type { CsvInput } from '../ingest/readers/csv/prepare.ts';
import type { CsvMapping } from '../schema/csv-mapping.ts';

const nothingWritten = 'then import again; nothing was written.';

type Wants = (name: string) => boolean;
const isJson: Wants = (name) => name.endsWith('.json');

/** The file itself, or of a folder and those below it the files that are wanted, by name. Links are followed. */
export function filesUnder(path: string, wants: Wants = isJson): string[] {
  if (!existsSync(path)) throw new NotFound(`There is no file or folder "${path}".`);
  return statSync(path).isDirectory() ? filesIn(path, [], wants) : [path];
}

/** `above` holds the real paths of the folders on the way: a link back to one of them would never end. */
function filesIn(folder: string, above: readonly string[], wants: Wants): string[] {
  const here = realpathSync(folder);
  if (above.includes(here))
    throw new InvalidDocument(`"${folder}" is a link to a folder it lies in. Take it out, ${nothingWritten}`);
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return names.sort().flatMap((name) => {
    const path = join(folder, name);
    // Of a folder nobody listed each entry by hand: a link that leads nowhere may be a document that is missed.
    if (!existsSync(path))
      throw new NotFound(`"${path}" is a link to nothing. Mend it or take it out, ${nothingWritten}`);
    if (statSync(path).isDirectory()) return filesIn(path, [...above, here], wants);
    return wants(name) ? [path] : [];
  });
}

/**
 * The documents in the given files, and in the .json files of the given folders and those below, by name.
 * Links are followed. Throws NotFound where there is none or a link leads nowhere, InvalidDocument on a file that is
 * no JSON in UTF-8 and on a link that leads back.
 */
export async function* readDocuments(paths: readonly string[]): AsyncGenerator<NamedDocument> {
  const files = paths.flatMap((path) => filesUnder(path));
  if (files.length === 0)
    throw new NotFound(`There is no .json file in ${paths.map((path) => `"${path}"`).join(', ')}.`);
  for (const file of files) yield { file, json: parse(file, await readFile(file)) };
}

function refuse(file: string, reason: string): never {
  throw new InvalidDocument(`${file} ${reason}; nothing was written.`, { errors: [{ file, pointer: '', reason }] });
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    // Leaves a byte order mark out.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(file, 'is not in UTF-8; save it in that encoding');
  }
}

/** Throws InvalidDocument for what is no JSON in UTF-8. */
export function parse(file: string, bytes: Uint8Array): unknown {
  const text = decode(file, bytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(file, `is not well-formed JSON (${(error as Error).message})`);
  }
}

function fileAt(path: string, what: string): { size: number } {
  if (!existsSync(path)) throw new NotFound(`There is no file "${path}".`);
  const found = statSync(path);
  if (found.isDirectory()) throw new NotFound(`"${path}" is a folder; name the ${what} itself.`);
  return found;
}

/** A CSV file, opened when its bytes are first asked for. Throws NotFound where there is none. */
export function openCsv(file: string): CsvInput {
  const { size } = fileAt(file, 'CSV file');
  const chunks = { [Symbol.asyncIterator]: () => createReadStream(file)[Symbol.asyncIterator]() };
  return { file, chunks, size };
}

/** The mapping in a file. Throws NotFound where there is none, InvalidDocument on one that is no JSON or no mapping. */
export async function readMapping(file: string): Promise<CsvMapping> {
  fileAt(file, 'mapping');
  return parseMapping(parse(file, await readFile(file)), file);
}
