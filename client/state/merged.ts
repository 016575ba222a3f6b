// Old keys: what an address, a saved view or a story names by the key of an entity that was merged is shown as that is now.
import type { OperationView } from '../../server/schema/identity.ts';
import { api } from '../api.ts';
import { isForeign } from './data.ts';
import { notify } from './notices.ts';
import type { View } from './view-url.ts';

const entity = /^(?:person|country|organization|group|outlet|plan|event):/;

/** Where each of the keys is found that was of an entity merged into another; of what is no merge nothing. */
export async function mergesOf(keys: Iterable<string>): Promise<ReadonlyMap<string, OperationView>> {
  const asked = new Set([...keys].filter((key) => entity.test(key)));
  if (asked.size === 0 || isForeign.peek()) return new Map();
  // What is gone is said by whoever asks: that this could not be looked up is no news beside it.
  const { operations } = await api.merges().catch(() => ({ operations: [] }));
  return new Map(
    operations.filter(({ kind, from }) => kind === 'merge' && asked.has(from.key)).map((one) => [one.from.key, one]),
  );
}

/** The keys without those that are found elsewhere. */
export async function stillMissing(keys: readonly string[]): Promise<string[]> {
  const merged = await mergesOf(keys);
  return keys.filter((key) => !merged.has(key));
}

/** The keys of nodes that a view names. */
export function namedIn({ hand, picked, selection, canvas, evidence, path }: View): Set<string> {
  const selected =
    selection?.kind === 'node'
      ? [selection.key]
      : selection?.kind === 'edge'
        ? selection.key.split('~').slice(1, 3)
        : [];
  const ends = path === null ? [] : [path.from, path.to];
  return new Set([
    ...hand.added,
    ...hand.hidden,
    ...picked,
    ...canvas.pins.keys(),
    ...evidence.without,
    ...selected,
    ...ends,
  ]);
}

/** The view with each key as `now` says. */
export function renamed(view: View, now: (key: string) => string): View {
  const set = (keys: ReadonlySet<string>): ReadonlySet<string> => new Set([...keys].map(now));
  const { hand, selection, canvas, evidence, path } = view;
  const key =
    selection?.kind === 'edge' ? selection.key.split('~').map(now).join('~') : selection && now(selection.key);
  return {
    ...view,
    hand: { ...hand, added: set(hand.added), hidden: set(hand.hidden) },
    picked: set(view.picked),
    selection: selection === null || key === null ? null : { ...selection, key },
    canvas: { ...canvas, pins: new Map([...canvas.pins].map(([of, place]) => [now(of), place])) },
    evidence: { ...evidence, without: set(evidence.without) },
    path: path === null ? null : { ...path, from: now(path.from), to: now(path.to) },
  };
}

/** The view with what it names by old keys as that is now, and a word on it; `known` are keys of what is there. */
export async function followMerges(view: View, known: (key: string) => boolean): Promise<View> {
  const merged = await mergesOf([...namedIn(view)].filter((key) => !known(key)));
  if (merged.size === 0) return view;
  const words = [...merged.values()].map(({ from, into, by }) => `“${from.name}” is part of “${into.name}” (${by})`);
  const more = words.length > 3 ? ', and others' : '';
  notify(`Merged since this was kept: ${words.slice(0, 3).join(', ')}${more}. That is shown instead.`);
  return renamed(view, (key) => merged.get(key)?.now ?? key);
}
