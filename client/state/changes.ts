// The history of what people changed by hand, and taking a change back.
import { computed, effect, signal } from '@preact/signals';
import type { ChangeReport, ChangeView } from '../../server/schema/changes.ts';
import { type Failure, failureOf } from '../api.ts';
import { workApi } from '../api-work.ts';
import { by } from './decide.ts';
import { refreshAll } from './load.ts';
import { resource } from './resource.ts';
import { changesOf, changesOpen } from './work.ts';

const first = 50;
const most = 500;
/** How many changes are asked for. */
const wanted = signal(first);
const question = computed(() => (changesOpen.value ? `${wanted.value} ${changesOf.value?.key ?? ''}` : undefined));
export const changes = resource(
  question,
  (_, signal) => workApi.changes(changesOf.peek()?.key ?? null, wanted.peek(), signal),
  true,
);

/** Asks for ten times as many. */
export function moreChanges(): void {
  wanted.value = Math.min(wanted.peek() * 10, most);
}
export const canHaveMore = (): boolean => wanted.value < most;

/** The change that is about to be taken back, until somebody signs or leaves it. */
export const takingBack = signal<string | null>(null);
export const backWhy = signal('');
export const backBusy = signal(false);
export const backFailure = signal<Failure | null>(null);
export const backReport = signal<ChangeReport | null>(null);

export function askToTakeBack(key: string | null): void {
  takingBack.value = key;
  backWhy.value = '';
  backFailure.value = null;
  backReport.value = null;
}

/** Takes it back; refused, the failure says why and nothing is otherwise. */
export async function takeBack({ key }: ChangeView): Promise<boolean> {
  if (backBusy.peek() || by.peek().trim() === '') return false;
  const why = backWhy.peek().trim();
  backBusy.value = true;
  backFailure.value = null;
  try {
    const report = await workApi.takeBack(key, { by: by.peek().trim(), ...(why === '' ? {} : { why }) });
    takingBack.value = null;
    await refreshAll();
    backReport.value = report;
    return true;
  } catch (error) {
    backFailure.value = failureOf(error);
    return false;
  } finally {
    backBusy.value = false;
  }
}

effect(() => {
  if (changesOpen.value) return;
  wanted.value = first;
  askToTakeBack(null);
});
