// Reads a backup: checked whole before anything is made of it, then its nodes and relations one by one.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { InvalidDocument, NotFound } from '../errors.ts';
import { BackupEnd, BackupHead, BackupNode, BackupRelation, backupFormat, backupVersion } from '../schema/backup.ts';
import type { StoredNode, StoredRelation } from '../store/port.ts';
import { Tally } from './lines.ts';
import { storedProperties } from './values.ts';

const otherFile = (path: string, why: string): InvalidDocument =>
  new InvalidDocument(`${path} is no backup of Hearsay's.`, {
    detail: `${why} A backup is made by "npm run hearsay -- backup FILE"; what "export" wrote is taken in by "import".`,
  });
const damaged = (path: string, why: string): InvalidDocument =>
  new InvalidDocument(`${path} is damaged: ${why}.`, { detail: 'Nothing was written. Use another copy of it.' });

/** The longest line in bytes: many times what a record may hold, and less than the longest text there can be. */
const mostLine = 256_000_000;

/** Passes on what unpacks, as long as its lines end; who made the file may not choose what is held in memory. */
function boundedLines(): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const [first, last] = [chunk.indexOf(10), chunk.lastIndexOf(10)];
      length = first === -1 ? length + chunk.length : chunk.length - last - 1;
      done(length > mostLine ? Object.assign(new Error('A line is too long.'), { code: 'LONG_LINE' }) : null, chunk);
    },
  });
}

/** The lines of a packed file. Errors: InvalidDocument for what does not unpack, NotFound. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new NotFound(`There is no file "${path}".`);
  if (!found.isFile()) throw new NotFound(`"${path}" is no file.`);
  const file = createReadStream(path);
  const unpacked = createGunzip();
  // Whether readline passes on what its input fails with or just waits depends on when it fails.
  let failure: NodeJS.ErrnoException | undefined;
  const bounded = boundedLines();
  const lines = createInterface({ input: bounded, crlfDelay: Number.POSITIVE_INFINITY });
  const fail = (error: NodeJS.ErrnoException): void => {
    failure ??= error;
    lines.close();
  };
  file.once('error', fail);
  unpacked.once('error', fail);
  bounded.once('error', fail);
  file.pipe(unpacked).pipe(bounded);
  let number = 0;
  try {
    for await (const line of lines) {
      number += 1;
      yield line;
    }
  } catch (error) {
    // An error of whoever reads does not come here, but as a return.
    failure ??= error as NodeJS.ErrnoException;
  } finally {
    file.destroy();
    unpacked.destroy();
    bounded.destroy();
  }
  if (failure === undefined) return;
  if (failure.code === 'Z_DATA_ERROR' && number === 0) throw otherFile(path, 'It does not unpack as gzip.');
  if (failure.code === 'Z_BUF_ERROR') throw damaged(path, `it ends too early, in line ${number + 1}`);
  if (failure.code === 'LONG_LINE') throw damaged(path, `line ${number + 1} does not end`);
  if (failure.code?.startsWith('Z_')) throw damaged(path, `it does not unpack after line ${number}`);
  throw failure;
}

function parsed<S extends z.ZodType>(schema: S, path: string, number: number, line: string): z.output<S> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw damaged(path, `line ${number} is not well-formed JSON`);
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw damaged(path, `line ${number} is of another form (${issue?.path.join('/')}: ${issue?.message})`);
}

function looselyParsed(line: string): { format?: unknown; version?: unknown } | null {
  try {
    const json: unknown = JSON.parse(line);
    return typeof json === 'object' ? json : null;
  } catch {
    return null;
  }
}

function headOf(path: string, line: string, newestSchema: number): BackupHead {
  const json = looselyParsed(line);
  if (json?.format !== backupFormat) throw otherFile(path, `Its first line does not name the format ${backupFormat}.`);
  const newer = (what: string): InvalidDocument =>
    new InvalidDocument(`${path} was written by a newer version of Hearsay.`, {
      detail: `${what} Update Hearsay. Nothing was written.`,
    });
  if (typeof json.version === 'number' && json.version > backupVersion)
    throw newer(`It has the form ${json.version}, this program knows forms up to ${backupVersion}.`);
  const head = parsed(BackupHead, path, 1, line);
  if (head.marker.schemaVersion > newestSchema)
    throw newer(`Its schema has version ${head.marker.schemaVersion}, this program knows up to ${newestSchema}.`);
  return head;
}

export interface CheckedBackup {
  readonly head: BackupHead;
  readonly end: BackupEnd;
}

const isRelation = (line: string): boolean => line.startsWith('{"type":');

function itemOf(path: string, number: number, line: string): StoredNode | StoredRelation {
  if (isRelation(line)) {
    const { properties, ...rest } = parsed(BackupRelation, path, number, line);
    return { ...rest, properties: storedProperties(properties) };
  }
  const { labels, place = null, properties } = parsed(BackupNode, path, number, line);
  return { labels, place, properties: storedProperties(properties) };
}

/**
 * Reads the whole file, a line at a time, and compares its counts and its checksum with what its end says.
 * Errors: InvalidDocument for what is no backup, is damaged or newer, NotFound.
 */
export async function checkBackup(path: string, newestSchema: number): Promise<CheckedBackup> {
  const tally = new Tally();
  let head: BackupHead | undefined;
  let last: string | undefined;
  let number = 0;
  for await (const line of linesOf(path)) {
    number += 1;
    if (head === undefined) {
      head = headOf(path, line, newestSchema);
      tally.add(line);
      continue;
    }
    // The end has no line feed to be told by: whatever is followed by a line is none.
    if (last !== undefined) {
      const item = itemOf(path, number - 1, last);
      tally.add(last, 'type' in item ? { type: item.type } : { labels: item.labels });
    }
    last = line;
  }
  if (head === undefined) throw otherFile(path, 'It is empty.');
  if (last === undefined || !last.startsWith('{"end":')) throw damaged(path, 'its end is missing');
  const end = parsed(BackupEnd, path, number, last);
  const found = tally.end();
  if (found.sha256 !== end.sha256) throw damaged(path, 'its checksum is another than its end says');
  if (JSON.stringify(found) !== JSON.stringify(end))
    throw damaged(path, 'it holds another number of things than its end says');
  return { head, end };
}

/** The nodes and relations of a backup that was checked. */
export async function* contentOf(path: string): AsyncGenerator<StoredNode | StoredRelation> {
  let number = 0;
  for await (const line of linesOf(path)) {
    number += 1;
    if (number > 1 && !line.startsWith('{"end":')) yield itemOf(path, number, line);
  }
}
