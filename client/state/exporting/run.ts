// Runs an export: one at a time, with its progress, a way to stop it, and what came of it.
import { signal } from '@preact/signals';
import { api, type Failure, failureOf, RequestFailed } from '../../api.ts';
import { fileName } from '../../export/file-name.ts';
import type { Format } from '../../export/formats.ts';
import { textWidth } from '../../text/width.ts';
import { isForeign } from '../data.ts';
import { download } from '../download.ts';
import { evidenceFilter } from '../view.ts';
import { subject } from './about.ts';
import { collect, type Extent, partOf } from './collect.ts';
import { exportRequest } from './json.ts';
import { surface } from './paint.ts';

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
  const done = (file: string, blob: Blob, changed: boolean): void => {
    if (stopped.aborted) return;
    download(file, blob);
    exporting.value = { state: 'done', format, file, bytes: blob.size, changed };
  };
  try {
    if ('of' in format) {
      step('The server writes the export');
      const keys = partOf(extent).nodes.map(({ key }) => key);
      const request = exportRequest(format, keys, evidenceFilter.peek(), isForeign.peek());
      const blob = await api.exported(request, stopped);
      return done(
        fileName(format.of === 'all' ? 'whole database' : subject(), new Date().toISOString(), 'json'),
        blob,
        false,
      );
    }
    const { contents, changed } = await collect(extent, step('Reading where the relations are from'));
    const file = fileName(subject(), contents.about.exported, format.extension);
    const blob = await format.write(contents, {
      ...step(`Writing ${format.title}`),
      measure: textWidth,
      surface,
      asset,
    });
    done(file, blob, changed);
  } catch (error) {
    if (!stopped.aborted) exporting.value = { state: 'failed', format, failure: failureOf(error) };
  }
}
