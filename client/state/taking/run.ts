// Taking files in: each is tried first, then those that are well are taken in one after the other; it can be stopped.
import { batch, computed, effect, signal } from '@preact/signals';
import { type Failure, failureOf } from '../../api.ts';
import { formatNumber } from '../../text/format.ts';
import { dataset, meta } from '../data.ts';
import { whyNoImport } from '../import-export.ts';
import { load, refreshAll } from '../load.ts';
import { dropped, takeInOpen } from '../work.ts';
import { formOfJson, formOfName, type TakenForm } from './forms.ts';
import { type Brought, sendBrought, type TakenReport } from './send.ts';

export type ItemState =
  | { step: 'waiting' | 'reading' | 'trying' | 'importing' }
  | { step: 'tried' | 'done'; taken: TakenReport }
  | { step: 'refused'; failure: Failure }
  | { step: 'stopped' };

export interface Item {
  id: number;
  name: string;
  brought: Brought | null;
  state: ItemState;
}

export const items = signal<readonly Item[]>([]);
/** What is under way, all of it: nothing, trying or taking in. */
export const phase = signal<'idle' | 'trying' | 'importing'>('idle');
let running: AbortController | undefined;
let lastId = 0;

const set = (id: number, change: Partial<Item>): void => {
  items.value = items.peek().map((one) => (one.id === id ? { ...one, ...change } : one));
};
const refusal = (title: string, message: string): ItemState => ({
  step: 'refused',
  failure: { title, message, code: 'client', nearest: [] },
});

export const ready = computed(() => items.value.filter(({ state }) => state.step === 'tried').length);
export const finished = computed(
  () => items.value.filter(({ state }) => !['waiting', 'reading', 'trying', 'importing'].includes(state.step)).length,
);

/** Why a file is not even sent; undefined where it can be. */
function tooLarge(file: File): ItemState | undefined {
  const most = meta.peek()?.limits.documentBytes ?? Number.POSITIVE_INFINITY;
  if (file.size <= most) return undefined;
  const mb = (bytes: number) => `${formatNumber(Math.ceil(bytes / 1e6))} MB`;
  return refusal(
    `“${file.name}” is larger than this server takes`,
    `It has ${mb(file.size)}, and the limit is ${mb(most)}. Cut it, or have the operator raise HEARSAY_DOCUMENT_MB.`,
  );
}

interface Read {
  form: TakenForm;
  text?: string;
}

/** What a file is, or why it is nothing that is taken. */
async function formOf(file: File): Promise<Read | ItemState> {
  const large = tooLarge(file);
  if (large) return large;
  const form = formOfName(file.name);
  if (typeof form === 'object') return refusal(`“${file.name}” is not read here`, form.why);
  if (form !== 'json') return { form };
  const text = await file.text();
  try {
    const found = formOfJson(JSON.parse(text));
    return typeof found === 'object'
      ? refusal(`“${file.name}” is no document of Hearsay`, found.why)
      : { form: found, text };
  } catch (error) {
    return refusal(`“${file.name}” is not JSON`, `${error instanceof Error ? error.message : String(error)}.`);
  }
}

const isForm = (read: Read | ItemState): read is Read => 'form' in read;
const withoutEnding = (name: string): string => name.replace(/(\.mapping)?\.[^.]+$/i, '').toLowerCase();

/** Reads what was brought, and puts each CSV file together with its mapping. */
async function sortOut(files: readonly File[], signal: AbortSignal): Promise<number[]> {
  const own = files.map((file): Item => ({ id: ++lastId, name: file.name, brought: null, state: { step: 'reading' } }));
  items.value = [...items.peek(), ...own];
  const read: { id: number; file: File; read: Read | ItemState }[] = [];
  for (const [at, file] of files.entries()) {
    if (signal.aborted) return [];
    read.push({
      id: own[at]?.id ?? 0,
      file,
      read: await formOf(file).catch((error) => ({ step: 'refused' as const, failure: failureOf(error) })),
    });
  }
  const mappings = read.filter(({ read }) => isForm(read) && read.form === 'mapping');
  const used = new Set<number>();
  const sorted: number[] = [];
  for (const { id, file, read: one } of read) {
    if (!isForm(one)) set(id, { state: one });
    else if (one.form === 'csv') {
      const named = mappings.find((mapping) => withoutEnding(mapping.file.name) === withoutEnding(file.name));
      const mapping = named ?? (mappings.length === 1 ? mappings[0] : undefined);
      if (mapping && isForm(mapping.read)) {
        used.add(mapping.id);
        set(id, { brought: { form: 'csv', file, mapping: mapping.read.text ?? '' }, state: { step: 'waiting' } });
        sorted.push(id);
      } else
        set(id, {
          state: refusal(
            `“${file.name}” comes without a mapping`,
            'Bring it together with its mapping, a JSON file that says what the columns mean ("format": "hearsay-csv/1"), of the same name where there are several. The documentation on CSV says how one is written.',
          ),
        });
    } else if (one.form !== 'mapping') {
      set(id, { brought: { form: one.form, file }, state: { step: 'waiting' } });
      sorted.push(id);
    }
  }
  for (const { id, file } of mappings) {
    if (used.has(id)) items.value = items.peek().filter((one) => one.id !== id);
    else set(id, { state: refusal(`“${file.name}” is a mapping without a CSV file`, 'Bring both together.') });
  }
  return sorted;
}

/** Sends those that are due, one after the other. */
async function each(ids: readonly number[], dryRun: boolean, signal: AbortSignal): Promise<void> {
  for (const id of ids) {
    const item = items.peek().find((one) => one.id === id);
    if (!item?.brought) continue;
    if (signal.aborted) {
      set(id, { state: { step: 'stopped' } });
      continue;
    }
    set(id, { state: { step: dryRun ? 'trying' : 'importing' } });
    try {
      const taken = await sendBrought(item.brought, dryRun, signal);
      set(id, { state: { step: dryRun ? 'tried' : 'done', taken } });
    } catch (error) {
      set(id, { state: signal.aborted ? { step: 'stopped' } : { step: 'refused', failure: failureOf(error) } });
    }
  }
}

async function run(what: 'trying' | 'importing', work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  running = controller;
  phase.value = what;
  await work(controller.signal);
  if (running === controller) phase.value = 'idle';
}

/** Tries files: nothing is written. */
export async function bring(files: readonly File[]): Promise<void> {
  if (files.length === 0 || phase.peek() !== 'idle' || whyNoImport.peek() !== null) return;
  await run('trying', async (signal) => each(await sortOut(files, signal), true, signal));
}

/** Tries the page at a web address. */
export async function bringAddress(url: string): Promise<void> {
  if (phase.peek() !== 'idle' || whyNoImport.peek() !== null) return;
  const item: Item = { id: ++lastId, name: url, brought: { form: 'address', url }, state: { step: 'waiting' } };
  items.value = [...items.peek(), item];
  await run('trying', (signal) => each([item.id], true, signal));
}

/** Takes in what was tried and is well, then shows the page anew. */
export async function importReady(): Promise<void> {
  if (phase.peek() !== 'idle') return;
  const ids = items.peek().flatMap(({ id, state }) => (state.step === 'tried' ? [id] : []));
  const wasEmpty = dataset.peek().nodes.size === 0;
  await run('importing', async (signal) => {
    await each(ids, false, signal);
    await refreshAll().catch(() => undefined);
    // Nothing has a place yet.
    if (wasEmpty) await load();
  });
}

/** Stops after what cannot be stopped: what is in stays in. */
export const stopTaking = (): void => running?.abort();

export function leaveOut(id: number): void {
  items.value = items.peek().filter((one) => one.id !== id);
}
export function clearItems(): void {
  if (phase.peek() === 'idle') items.value = [];
}

// What was dropped on the page is tried as soon as the dialog is there.
effect(() => {
  const files = dropped.value;
  if (!takeInOpen.value || files.length === 0) return;
  batch(() => {
    dropped.value = [];
  });
  void bring(files);
});
// Closed, it begins anew the next time, unless something is still under way.
effect(() => {
  if (!takeInOpen.value) clearItems();
});
