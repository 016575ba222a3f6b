// Whether a derived relation of an answer rests on anything: asked of the server, once for each.
import { effect, signal } from '@preact/signals';
import { api, failureOf } from '../../api.ts';
import { dataVersion } from '../resource.ts';
import { noFilter } from '../view-url.ts';

/** asking: no answer yet; backed: assertions or places say so; bare: nothing does; unknown: it could not be found out. */
export type Backing = 'asking' | 'backed' | 'bare' | 'unknown';

const known = signal<ReadonlyMap<string, Backing>>(new Map());
const waiting: string[] = [];
/** Waiting or under way. */
const pending = new Set<string>();
let asking = 0;
const atOnce = 3;

const note = (key: string, backing: Backing): void => {
  known.value = new Map(known.peek()).set(key, backing);
};

async function ask(key: string): Promise<Backing> {
  try {
    // Whether it rests on anything at all, whatever counts at the moment.
    const { assertions, places } = await api.evidence(key, noFilter);
    return assertions.length + places.length > 0 ? 'backed' : 'bare';
  } catch (error) {
    return failureOf(error).code === 'not-found' ? 'bare' : 'unknown';
  }
}

function askNext(): void {
  if (asking >= atOnce) return;
  const key = waiting.shift();
  if (key === undefined) return;
  asking++;
  void ask(key).then((backing) => {
    asking--;
    pending.delete(key);
    note(key, backing);
    askNext();
  });
  askNext();
}

/** What a relation rests on, by its key; reading it asks. */
export function backingOf(key: string): Backing {
  const backing = known.value.get(key);
  if (backing !== undefined) return backing;
  if (!pending.has(key)) {
    pending.add(key);
    waiting.push(key);
    queueMicrotask(askNext);
  }
  return 'asking';
}

// A decision or an import may change the answer.
effect(() => {
  dataVersion.value;
  known.value = new Map();
});
