// Says in plain words why the embedded database could not be opened, and what to do about it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineUnavailable } from '../errors.ts';
import { projectRoot } from '../root.ts';
import type { Fault } from './embedded-protocol.ts';

/** As package.json pins it. */
function engineVersion(): string {
  const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  return String(dependencies['@grafeo-db/js']);
}

/** Where the engine's makers publish a binary, by process.platform, process.arch and C library. */
const packages: Readonly<Record<string, string>> = {
  'linux-x64-glibc': '@grafeo-db/js-linux-x64-gnu',
  'linux-arm64-glibc': '@grafeo-db/js-linux-arm64-gnu',
  'linux-arm64-musl': '@grafeo-db/js-linux-arm64-musl',
  'darwin-x64': '@grafeo-db/js-darwin-x64',
  'darwin-arm64': '@grafeo-db/js-darwin-arm64',
  'win32-x64': '@grafeo-db/js-win32-x64-msvc',
};

/** This machine as a key of the list of packages. */
export function thisPlatform(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform !== 'linux') return platform;
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  return `${platform}-${report?.header?.glibcVersionRuntime ? 'glibc' : 'musl'}`;
}

const useNeo4j =
  'or use a Neo4j database: set NEO4J_URI (such as bolt://localhost:7687), NEO4J_USER and NEO4J_PASSWORD and start again.';

function missingBinary(platform: string, message: string): string {
  const name = packages[platform];
  const glibc = /GLIBC_[\d.]+/.exec(message)?.[0];
  if (glibc)
    return `Its binary needs a newer C library (${glibc}) than this system has. Update the system, ${useNeo4j}`;
  if (!name) return `There is no binary of it for ${platform}. Run Hearsay on another platform, ${useNeo4j}`;
  return `Its binary for ${platform} is not installed. Install it with "npm install --no-save ${name}@${engineVersion()}", ${useNeo4j}`;
}

/** Errors: EngineUnavailable with a title and a way out for each kind of fault. */
export function openError(fault: Fault, folder: string, platform = thisPlatform()): EngineUnavailable {
  const told = (title: string, detail: string): EngineUnavailable =>
    new EngineUnavailable(title, { detail, cause: new Error(fault.message) });
  switch (fault.kind) {
    case 'binary':
      return told(
        'The embedded database engine does not load on this machine.',
        missingBinary(platform, fault.message),
      );
    case 'version':
      return told(
        `The data folder ${folder} was written by another version of the database engine.`,
        `It was written by ${fault.message}, this program brings @grafeo-db/js ${engineVersion()}, and their files differ. ` +
          'Start the Hearsay that wrote it to go on with it, or set HEARSAY_DATA to a new folder and import your documents there. Nothing was changed.',
      );
    case 'marker':
      return told(
        `The file engine.json in the data folder ${folder} is broken.`,
        `${fault.message} It says which engine wrote the database, and without it the database is not opened. Put a copy of it back, ` +
          'or set HEARSAY_DATA to a new folder and import your documents there. If this very version of Hearsay wrote the folder, ' +
          `engine.json holds {"engine": "@grafeo-db/js", "version": "${engineVersion()}", "format": 1}. Nothing was changed.`,
      );
    case 'rights':
      return told(
        `The data folder ${folder} may not be written by this user.`,
        `Change its owner or rights, and those of the files in it, or set HEARSAY_DATA to another folder. The system says: ${fault.message}.`,
      );
    case 'file':
      return told(
        `The data folder ${folder} cannot be made: a part of its path is a file.`,
        `Set HEARSAY_DATA to the path of a folder; it is made if it is not there. The system says: ${fault.message}.`,
      );
    case 'folder':
      return told(
        `The data folder ${folder} cannot be made or read.`,
        `Set HEARSAY_DATA to a folder in a place where this user can make one. The system says: ${fault.message}.`,
      );
    case 'locked':
      return told(
        `The data folder ${folder} is in use by another process.`,
        'One process at a time can open it. Stop the other Hearsay, or set HEARSAY_DATA to another folder for this one.',
      );
    case 'damaged':
      return told(
        `The database in ${folder} cannot be opened: it seems to be damaged.`,
        `The engine says: ${fault.message}. Nothing was changed. ` +
          (fault.message.includes('.wal')
            ? 'Only the log is affected, and every acknowledged write is in graph.grafeo: move the folder graph.grafeo.wal out of the data folder and start again.'
            : 'Put a copy of the folder back in its place, or set HEARSAY_DATA to a new folder and import your documents there.'),
      );
    default:
      return told(`The data folder ${folder} cannot be used.`, fault.message);
  }
}
