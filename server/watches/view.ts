// Watches as they are sent: with what whoever asks has not seen yet, and of a web hook its host and how it does.
import { compare } from '../schema/lists.ts';
import type { HookView, WatchHead, WatchView } from '../schema/watch.ts';
import { changesOf, type StoredWatch } from './stored.ts';

function hookOf(watch: StoredWatch): HookView | null {
  const { hook, hookHost, hookBy, hookOn, changed, sentUntil, attempts, nextOn } = watch;
  if (hook === null) return null;
  const { deliveredOn, failedOn, failure } = watch;
  const waiting = Math.max(0, changed - sentUntil);
  return {
    ...{ host: hookHost ?? '', by: hookBy ?? '', on: hookOn ?? '', waiting },
    ...{ attempts, nextOn: waiting === 0 ? null : nextOn, deliveredOn, failedOn, failure },
  };
}

/** `who` is the account's name; empty where there are no accounts. */
export function headOf(watch: StoredWatch, who: string): WatchHead {
  const { key, title, by, on, watched, subject, summary, paused, checkedOn, changedOn, fault, changed } = watch;
  const seen = watch.seenUntil[watch.seenBy.indexOf(who)] ?? 0;
  return {
    ...{ key, title, by, on, watches: watched, subject, now: summary, paused, checkedOn, changedOn, fault },
    ...{ changes: changed, unseen: Math.max(0, changed - seen) },
    last: changesOf({ changes: watch.changes.slice(-1) })[0] ?? null,
    hook: hookOf(watch),
  };
}

export const inOrder = (heads: readonly WatchHead[]): WatchHead[] =>
  [...heads].sort(
    (a, b) =>
      Number(b.unseen > 0) - Number(a.unseen > 0) ||
      compare(a.title.toLowerCase(), b.title.toLowerCase()) ||
      compare(a.key, b.key),
  );

export function viewOf(watch: StoredWatch, who: string): WatchView {
  const seen = watch.seenBy
    .map((name, at) => ({ who: name, until: watch.seenUntil[at] ?? 0, on: watch.seenOn[at] ?? '' }))
    .filter((one) => one.who !== '');
  return { ...headOf(watch, who), history: changesOf(watch).reverse(), seen };
}
