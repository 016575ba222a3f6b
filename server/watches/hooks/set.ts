// Sets the web hook of a watch, takes it away, and tries it.
import { randomUUID } from 'node:crypto';
import { HookRefused } from '../../errors.ts';
import type { HookSet, HookTest } from '../../schema/watch.ts';
import type { Store } from '../../store/port.ts';
import { noWatch } from '../keep.ts';
import { holdWatch, type Properties, readWatch, setWatch } from '../stored.ts';
import { hookOf, unreadable } from './deliver.ts';
import { trialOf } from './message.ts';
import { seal } from './seal.ts';
import { checkedHook, send } from './send.ts';
import type { HookSettings, HookTimes } from './settings.ts';
import { newHookSecret } from './sign.ts';

type Kept = Pick<Store, 'read' | 'transaction'>;

/** Throws HookRefused where this server sends to none. */
export function requireHooks(settings: HookSettings | undefined): HookSettings {
  if (settings !== undefined) return settings;
  throw new HookRefused('This server sends to no web hooks.', {
    detail: 'Whoever runs it may allow it by HEARSAY_WEBHOOKS and HEARSAY_WEBHOOK_SECRET.',
  });
}

/** Nothing of an earlier hook is left. */
const fresh: Properties = {
  ...{ attempts: null, nextOn: null, lease: null, leaseUntil: null },
  ...{ deliveredOn: null, failedOn: null, failure: null },
};

function put(store: Kept, key: string, properties: (changed: number) => Properties): Promise<void> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    const watch = await holdWatch(tx, key);
    if (watch === undefined) throw await noWatch(tx, key);
    await setWatch(tx, key, { ...fresh, ...properties(watch.changed) });
  });
}

/** Changes from now on are sent there. Errors: HookRefused, NotFound with the nearest. */
export async function setHook(
  store: Kept,
  key: string,
  { address, by }: { address: string; by: string },
  settings: HookSettings,
): Promise<HookSet> {
  const { host } = checkedHook(address, settings);
  const secret = newHookSecret();
  const hook = seal({ address, secret }, key, settings.secret);
  const on = new Date().toISOString();
  await put(store, key, (changed) => ({ hook, hookHost: host, hookBy: by, hookOn: on, sentUntil: changed }));
  return { key, host, secret };
}

/** Errors: NotFound with the nearest. */
export const removeHook = (store: Kept, key: string): Promise<void> =>
  put(store, key, () => ({ hook: null, hookHost: null, hookBy: null, hookOn: null }));

/** Sends a trial once, and changes nothing. Errors: NotFound where there is no such watch, or it has no hook. */
export async function testHook(
  store: Kept,
  key: string,
  settings: HookSettings,
  { timeoutMs }: HookTimes,
): Promise<HookTest> {
  const watch = await readWatch(store, key);
  if (watch === undefined) throw await noWatch(store, key);
  const id = randomUUID();
  if (watch.hook === null) throw new HookRefused(`"${watch.title}" has no web hook.`, { detail: 'Set one first.' });
  const hook = hookOf(watch, settings);
  const failure = hook === null ? unreadable : await send(hook, trialOf(watch, id), settings, timeoutMs);
  return { delivered: failure === null, delivery: id, failure };
}
