// Delivers the changes of a watch to its web hook, one after the other; what is not delivered is tried again, after a restart too.
import { randomUUID } from 'node:crypto';
import type { WatchChange } from '../../schema/watch.ts';
import type { Store } from '../../store/port.ts';
import { changesOf, holdWatch, noteOnWatch, type Properties, type StoredWatch } from '../stored.ts';
import { messageOf } from './message.ts';
import { type Hook, unseal } from './seal.ts';
import { send } from './send.ts';
import type { HookSettings, HookTimes } from './settings.ts';

type Writes = Pick<Store, 'transaction'>;

export interface Due {
  changed: number;
  sentUntil: number;
  hasHook: boolean;
  nextOn: string | null;
  leaseUntil: string | null;
}

/** Whether there is something to send now that nobody else is sending. */
export const isDue = ({ changed, sentUntil, hasHook, nextOn, leaseUntil }: Due, now: string): boolean =>
  hasHook && changed > sentUntil && (nextOn ?? '') <= now && (leaseUntil ?? '') <= now;

/** The address and the secret; null where this server cannot read them. */
export const hookOf = ({ hook, key }: StoredWatch, { secret }: HookSettings): Hook | null =>
  hook === null ? null : unseal(hook, key, secret);

export const unreadable =
  'The address cannot be read: HEARSAY_WEBHOOK_SECRET is another one than it was. Set it again.';

const at = (ms: number): string => new Date(Date.now() + ms).toISOString();

/** The next change to send, which nobody else sends for a while; undefined where there is none. */
function take(store: Writes, key: string, leaseMs: number) {
  return store.transaction(
    async (tx): Promise<{ watch: StoredWatch; change: WatchChange; lease: string } | undefined> => {
      const watch = await holdWatch(tx, key);
      if (watch === undefined || !isDue({ ...watch, hasHook: watch.hook !== null }, at(0))) return undefined;
      const change = changesOf(watch).find(({ number }) => number > watch.sentUntil);
      if (change === undefined) return undefined;
      const lease = randomUUID();
      await noteOnWatch(tx, key, { lease, leaseUntil: at(leaseMs) });
      return { watch, change, lease };
    },
  );
}

/** What of the watch follows from how an attempt went. */
function after(watch: StoredWatch, { number }: WatchChange, failure: string | null, { waits }: HookTimes): Properties {
  const free = { lease: null, leaseUntil: null };
  const done = { ...free, sentUntil: number, attempts: null, nextOn: null };
  if (failure === null) return { ...done, deliveredOn: at(0), failure: null };
  const attempts = watch.attempts + 1;
  const wait = waits[attempts - 1];
  const failed = { failedOn: at(0), failure };
  if (wait === undefined)
    return { ...done, failedOn: at(0), failure: `${failure} Given up after ${attempts} attempts.` };
  return { ...free, ...failed, attempts, nextOn: at(wait) };
}

/** Sends what is due of one watch. Resolves when nothing is, or an attempt failed. Throws what the store throws. */
export async function deliver(
  store: Writes,
  key: string,
  settings: HookSettings,
  times: HookTimes,
  isStopped: () => boolean,
): Promise<void> {
  while (!isStopped()) {
    const taken = await take(store, key, times.leaseMs);
    if (taken === undefined) return;
    const { watch, change, lease } = taken;
    const hook = hookOf(watch, settings);
    const failure = hook === null ? unreadable : await send(hook, messageOf(watch, change), settings, times.timeoutMs);
    const isMine = await store.transaction(async (tx) => {
      const now = await holdWatch(tx, key);
      // It was given to another server, or to another hook, meanwhile.
      if (now?.lease !== lease) return false;
      await noteOnWatch(tx, key, after(now, change, failure, times));
      return true;
    });
    if (!isMine || failure !== null) return;
  }
}
