// What a run may be: the limits that the server sets, those somebody asks for below them, and whether it may write.
import { computed, signal } from '@preact/signals';
import { meta } from '../data.ts';

/** The server's own limits; null until they are known. */
export const serverLimits = computed(() => meta.value?.limits.query ?? null);

/** At most so many rows and seconds for the next runs; null: what the server allows. */
export const wantedRows = signal<number | null>(null);
export const wantedSeconds = signal<number | null>(null);

export const rowLimit = computed(() => least(wantedRows.value, serverLimits.value?.rows));
export const timeoutMs = computed(() =>
  least(wantedSeconds.value === null ? null : wantedSeconds.value * 1000, serverLimits.value?.timeoutMs),
);

const least = (wanted: number | null, allowed: number | undefined): number | undefined =>
  wanted === null ? allowed : Math.min(wanted, allowed ?? wanted);

/** Whether the server was started so that statements may write. */
export const mayWrite = computed(() => serverLimits.value?.writes === true);
/** Whether the next run may write; off again after each run. */
export const writing = signal(false);
