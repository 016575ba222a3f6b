// A folder of its own for a test, gone when the test file is done.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Makes an empty folder that is removed after the last test of the file. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-test-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
