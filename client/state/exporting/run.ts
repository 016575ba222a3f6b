// Runs an export: one at a time, with its progress, a way to stop it, and what came of it.
import { signal } from '@preact/signals';
import { type Failure, failureOf, RequestFailed } from '../../api.ts';
import { fileName } from '../../export/file-name.ts';
import type { Format } from '../../export/formats.ts';
import { download } from '../download.ts';
import { subject } from './about.ts';
import { collect, type Extent } from './collect.ts';
import { measureText, surface } from './paint.ts';

export type ExportState =
  | { state: 'idle' }
  | { state: 'running'; format: Format; what: string; share: number }
  | { state: 'done'; format: Format; file: string; bytes: number; changed: boolean }
  | { state: 'failed'; format: Format; failure: Failure };

export const exporting = signal<ExportState>({ state: 'idle' });
let running: AbortController | undefined;

export function stopExport(): void {
  running?.abort();
  running = undefined;
  if (exporting.peek().state === 'running') exporting.value = { state: 'idle' };
}

async function asset(path: string): Promise<string> {
  const response = await fetch(path).catch(() => undefined);
  if (response?.ok) return response.text();
  throw new RequestFailed({
    title: `The server has no ${path}`,
    message: 'It belongs to the built page: run npm run build, load the page again and retry.',
    code: 'not-found',
    nearest: [],
  });
}

/** Makes the file and hands it to the browser's downloads. Resolves when that is done, stopped or failed. */
export async function runExport(format: Format, extent: Extent): Promise<void> {
  stopExport();
  const controller = new AbortController();
  running = controller;
  const { signal: stopped } = controller;
  const step = (what: string) => {
    const progress = (share: number) => {
      if (!stopped.aborted) exporting.value = { state: 'running', format, what, share };
    };
    progress(0);
    return { signal: stopped, progress };
  };
  try {
    const { contents, changed } = await collect(extent, step('Reading where the relations are from'));
    const file = fileName(subject(), contents.about.exported, format.extension);
    const blob = await format.write(contents, {
      ...step(`Writing ${format.title}`),
      measure: measureText,
      surface,
      asset,
    });
    if (stopped.aborted) return;
    download(file, blob);
    exporting.value = { state: 'done', format, file, bytes: blob.size, changed };
  } catch (error) {
    if (!stopped.aborted) exporting.value = { state: 'failed', format, failure: failureOf(error) };
  }
}
