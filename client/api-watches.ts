// The requests of watches and their web hooks; beside api.ts, which the first view has whole.
import type { ChangedWatch, HookSet, HookTest, Watched, WatchList, WatchView } from '../server/schema/watch.ts';
import { at, get, send } from './api.ts';

export const watchApi = {
  all: (signal?: AbortSignal) => get<WatchList>('watches', {}, signal),
  one: (key: string, signal?: AbortSignal) => get<WatchView>(`watches/${at(key)}`, {}, signal),
  make: (body: { title?: string; by: string; watches: Watched }) => send<WatchView>('POST', 'watches', body),
  change: (key: string, body: ChangedWatch) => send<WatchView>('PUT', `watches/${at(key)}`, body),
  remove: (key: string) => send<unknown>('DELETE', `watches/${at(key)}`),
  check: (key: string) => send<WatchView>('POST', `watches/${at(key)}/check`, {}),
  seen: (key: string, until: number) => send<WatchView>('POST', `watches/${at(key)}/seen`, { until }),
  setHook: (key: string, address: string) => send<HookSet>('PUT', `watches/${at(key)}/hook`, { address }),
  removeHook: (key: string) => send<unknown>('DELETE', `watches/${at(key)}/hook`),
  testHook: (key: string) => send<HookTest>('POST', `watches/${at(key)}/hook/test`, {}),
};
