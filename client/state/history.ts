// What was done, as steps that can be taken back and made again; knows nothing of what the parts of a state hold.
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';

/** One part of what steps change. */
export interface Part<T> {
  signal: Signal<T>;
  /** What a step back or forward makes of the part, from its value then and the one now; the value then if absent. */
  restored?: (then: T, now: T) => T;
}

export interface History<State extends object> {
  /** What was done, in words, the oldest first; those after `position` are taken back. */
  labels: ReadonlySignal<readonly string[]>;
  /** How many of the steps are in force. */
  position: ReadonlySignal<number>;
  /** Whether steps before the oldest were forgotten. */
  forgotten: ReadonlySignal<boolean>;
  /** What the next undo takes back, and the next redo makes again; undefined where there is nothing. */
  undoable: ReadonlySignal<string | undefined>;
  redoable: ReadonlySignal<string | undefined>;
  /**
   * Makes a change. `label` completes "Undo: …". Changes that follow one another with the same `merge` are one step, as
   * the many of one drag.
   */
  change(label: string, next: Partial<State>, merge?: string): void;
  /** Takes the last step back; says which, or undefined where there was none. */
  undo(): string | undefined;
  /** Makes the last step that was taken back again. */
  redo(): string | undefined;
  /** Goes back or forward to where the first `position` steps are in force. */
  goTo(position: number): void;
}

const longest = 100;

interface Step {
  label: string;
  merge: string | undefined;
}
interface Line<State> {
  steps: readonly Step[];
  /** How it was before each step and after the last; the one at `position` is as it was when it was left. */
  states: readonly State[];
  position: number;
  forgotten: boolean;
}

/** The history of some signals: nothing is done yet. */
export function createHistory<State extends object>(
  parts: { [Name in keyof State]: Part<State[Name]> },
): History<State> {
  const names = Object.keys(parts) as (keyof State)[];
  const snapshot = (): State =>
    Object.fromEntries(names.map((name) => [name, parts[name].signal.peek()])) as unknown as State;
  const line = signal<Line<State>>({ steps: [], states: [], position: 0, forgotten: false });

  const put = <Name extends keyof State>(name: Name, then: State[Name]): void => {
    const { signal: part, restored } = parts[name];
    part.value = restored ? restored(then, part.peek()) : then;
  };
  const goTo = (position: number): void => {
    const { steps, states, position: from } = line.peek();
    const to = states[position];
    if (position === from || to === undefined || position > steps.length) return;
    batch(() => {
      line.value = { ...line.peek(), states: states.with(from, snapshot()), position };
      for (const name of names) put(name, to[name]);
    });
  };
  const undoable = computed(() => line.value.steps[line.value.position - 1]?.label);
  const redoable = computed(() => line.value.steps[line.value.position]?.label);
  const by = (label: string | undefined, step: 1 | -1): string | undefined => {
    if (label !== undefined) goTo(line.peek().position + step);
    return label;
  };
  return {
    labels: computed(() => line.value.steps.map(({ label }) => label)),
    position: computed(() => line.value.position),
    forgotten: computed(() => line.value.forgotten),
    undoable,
    redoable,
    change(label, next, merge) {
      const { steps, states, position, forgotten } = line.peek();
      const last = steps[position - 1];
      const joins = merge !== undefined && last?.merge === merge && position === steps.length;
      const kept = joins ? steps.slice(0, -1) : steps.slice(0, position);
      const before = joins ? states.slice(0, position) : [...states.slice(0, position), snapshot()];
      const over = Math.max(0, kept.length + 1 - longest);
      batch(() => {
        for (const name of names) {
          const value = next[name];
          if (value !== undefined) parts[name].signal.value = value as State[typeof name];
        }
        line.value = {
          steps: [...kept, { label, merge }].slice(over),
          states: [...before, snapshot()].slice(over),
          position: kept.length + 1 - over,
          forgotten: forgotten || over > 0,
        };
      });
    },
    undo: () => by(undoable.peek(), -1),
    redo: () => by(redoable.peek(), 1),
    goTo,
  };
}
