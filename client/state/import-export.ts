// Opening a Hearsay export: the file that was chosen, what the server says it would do, and that it is done.
import { batch, computed, signal } from '@preact/signals';
import type { ExchangeReport } from '../../server/schema/exchange.ts';
import { api, type Failure, failureOf } from '../api.ts';
import { mayEdit } from './account.ts';
import { dataset, isForeign, meta } from './data.ts';
import { canDecide } from './decide.ts';
import { load, refreshAll } from './load.ts';

export type ImportState =
  | { step: 'choosing' }
  | { step: 'trying' | 'importing'; file: string }
  | { step: 'tried'; file: string; text: string; report: ExchangeReport }
  | { step: 'done'; file: string; report: ExchangeReport }
  | { step: 'failed'; failure: Failure; retry: (() => void) | null };

export const importOpen = signal(false);
export const importState = signal<ImportState>({ step: 'choosing' });

/** Why nothing can be imported; null where it can. */
export const whyNoImport = computed((): string | null => {
  if (canDecide()) return null;
  if (meta.value === null || isForeign.value)
    return 'This database belongs to somebody else: nothing is written to it.';
  if (!mayEdit.value) return 'You are a reader here: editors import.';
  return 'This database was opened for reading: no export is imported into it.';
});

let running: AbortController | undefined;

/** What was tried is forgotten; an import that is under way goes on. */
export function chooseAgain(): void {
  if (importState.peek().step === 'importing') return;
  running?.abort();
  importState.value = { step: 'choosing' };
}

function notJson(file: string, error: unknown): Failure {
  return {
    title: `“${file}” is not JSON`,
    message: `${error instanceof Error ? error.message : String(error)}. Open a file as an export of Hearsay wrote it.`,
    code: 'not-json',
    nearest: [],
  };
}

async function tryText(file: string, text: string): Promise<void> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  importState.value = { step: 'trying', file };
  try {
    const report = await api.importExport(text, true, controller.signal);
    if (!controller.signal.aborted) importState.value = { step: 'tried', file, text, report };
  } catch (error) {
    if (controller.signal.aborted) return;
    importState.value = { step: 'failed', failure: failureOf(error), retry: () => void tryText(file, text) };
  }
}

/** Reads a file and tries it: nothing is written. */
export async function openExport(file: File): Promise<void> {
  if (importState.peek().step === 'importing' || whyNoImport.peek() !== null) return;
  batch(() => {
    importOpen.value = true;
    importState.value = { step: 'trying', file: file.name };
  });
  try {
    const text = await file.text();
    try {
      JSON.parse(text);
    } catch (error) {
      importState.value = { step: 'failed', failure: notJson(file.name, error), retry: null };
      return;
    }
    await tryText(file.name, text);
  } catch (error) {
    importState.value = { step: 'failed', failure: failureOf(error), retry: () => void openExport(file) };
  }
}

/** Imports what was tried, then shows the page anew. */
export async function importTried(): Promise<void> {
  const tried = importState.peek();
  if (tried.step !== 'tried') return;
  const { file, text } = tried;
  const wasEmpty = dataset.peek().nodes.size === 0;
  importState.value = { step: 'importing', file };
  try {
    const report = await api.importExport(text, false);
    importState.value = { step: 'done', file, report };
  } catch (error) {
    // Of many articles those before a refused one are in: what is shown would be of before.
    importState.value = { step: 'failed', failure: failureOf(error), retry: () => void tryText(file, text) };
  }
  await refreshAll();
  // Nothing has a place yet.
  if (wasEmpty) await load();
}
