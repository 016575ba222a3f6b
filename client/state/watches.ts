// What is watched, and how much of what changed is unseen: asked for when the page has opened, and now and then again.
import { computed, effect, signal } from '@preact/signals';
import type { Watched, WatchHead, WatchList } from '../../server/schema/watch.ts';
import { watchApi } from '../api-watches.ts';
import { signedOut } from './account.ts';
import { isForeign, loading } from './data.ts';
import { resource } from './resource.ts';

export const watchesOpen = signal(false);
/** What somebody is about to watch; null where the dialog shows what is watched. */
export interface Asked {
  watches: Watched;
  /** What it is: "relation", "question", "contradiction", "statement". */
  what: string;
  /** What it may be called; absent where the server names it. */
  title?: string;
}
export const asked = signal<Asked | null>(null);
effect(() => {
  if (!watchesOpen.value) asked.value = null;
});

const whenReady = computed(() => (loading.value.state === 'ready' && !isForeign.value ? true : undefined));
const list = resource(whenReady, (_, stop) => watchApi.all(stop), true);
/** As last told by the server: what fails meanwhile takes nothing away. */
const known = signal<WatchList>({ watches: [], unseen: 0, hooks: false });
export const watchesFailed = computed(() =>
  list.status.value.state === 'failed' ? list.status.value.failure : undefined,
);
export const watchList = computed(() => known.value);
export const unseenChanges = computed(() => known.value.unseen);
export const askForWatches = (): void => list.retry();

/** JSON with its members in order, so that two of the same say are equal. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );

/** What watches the same already. */
export const watchOf = (watched: Watched): WatchHead | undefined => {
  const wanted = canonical(watched);
  return known.value.watches.find(({ watches }) => canonical(watches) === wanted);
};

/** How often it is asked for again while the page is looked at, in ms. */
const rhythm = 30_000;

/** Called once, when the page starts. */
export function startWatches(): () => void {
  const timer = setInterval(() => {
    const isWanted = document.visibilityState === 'visible' && whenReady.peek() && !signedOut.peek();
    if (isWanted && list.status.peek().state !== 'loading') list.retry();
  }, rhythm);
  const stop = effect(() => {
    const status = list.status.value;
    if (status.state === 'ready') known.value = status.value;
  });
  // Who opens the dialog sees what there is now.
  const opened = watchesOpen.subscribe((open) => {
    if (open && whenReady.peek()) list.retry();
  });
  return () => {
    clearInterval(timer);
    stop();
    opened();
  };
}
