// Writes down what was found of a watch: once, by whichever server finds it first, and only of the database as it is now.
import { randomUUID } from 'node:crypto';
import { revisionOf } from '../evidence/settled.ts';
import { canonicalJson } from '../ingest/canonical.ts';
import { type WatchCause, type WatchChange, watchLimits } from '../schema/watch.ts';
import type { Reader, Store } from '../store/port.ts';
import type { Found } from './found.ts';
import { holdWatch, list, noteOnWatch, type Properties, type StoredWatch } from './stored.ts';
import { changeInWords, rowChanges } from './words.ts';

export type Outcome = { readonly found: Found } | { readonly fault: string };

const mostCauses = 5;

/** What the audit log has since a moment, but for what was done to watches; the latest first. */
async function causesSince(reader: Reader, since: string): Promise<WatchCause[]> {
  const asked = { who: '', what: '', from: since, before: '', after: '', limit: mostCauses * 2 };
  const rows = await reader.read('read/audit/entries', asked);
  return rows
    .filter(({ subjects }) => subjects.length === 0 || subjects.some((key) => !key.startsWith('watch:')))
    .slice(0, mostCauses)
    .map(({ entry, on, action, subjects }) => ({ entry, on, action, subjects: subjects.slice(0, 3) }));
}

const sameList = (a: readonly string[], b: readonly string[] | undefined): boolean =>
  b === undefined || canonicalJson(a) === canonicalJson(b);

/** Whether the watch says otherwise than what was found. */
function differs(watch: StoredWatch, outcome: Outcome): boolean {
  if ('fault' in outcome) return watch.fault !== outcome.fault;
  const { value, subject, claims } = outcome.found;
  return (
    watch.fault !== null || watch.value !== value || watch.subject !== subject || !sameList(watch.watchedClaims, claims)
  );
}

type Told = Pick<WatchChange, 'what' | 'words' | 'before' | 'after' | 'came' | 'went'>;

/** What is told of the difference; undefined where it is none that anybody waits for. */
function toldOf(watch: StoredWatch, outcome: Outcome): Told | undefined {
  const { watched, title, value, summary } = watch;
  const none = { came: [], went: [] };
  if ('fault' in outcome) {
    if (watch.fault !== null) return undefined;
    const words = `"${title}" can no longer be looked at: ${outcome.fault}`;
    return { what: 'fault', words, before: summary, after: outcome.fault, ...none };
  }
  const { found } = outcome;
  if (value === null || value === found.value) return undefined;
  const rows = watched.kind === 'query' ? rowChanges(value, found.value) : none;
  const words = changeInWords(watched, title, { value, summary: summary ?? '' }, found);
  return { what: 'change', words, before: summary, after: found.summary, ...rows };
}

function propertiesOf(watch: StoredWatch, outcome: Outcome, on: string, change: WatchChange | undefined): Properties {
  const known: Properties =
    'fault' in outcome
      ? { fault: outcome.fault, faultOn: on }
      : {
          ...{ fault: null, faultOn: null, value: outcome.found.value, summary: outcome.found.summary },
          ...{ subject: outcome.found.subject },
          ...(outcome.found.claims && list('watchedClaims', outcome.found.claims)),
        };
  if (change === undefined) return { ...known, checkedOn: on };
  const changes = [...watch.changes, JSON.stringify(change)].slice(-watchLimits.changes);
  return { ...known, checkedOn: on, changedOn: on, changed: change.number, ...list('changes', changes) };
}

export type Recorded = 'same' | 'noted' | 'changed' | 'late' | 'gone';

/**
 * `watch` as it was read before it was looked at, at that revision of the database; `since` is when it was looked at
 * before. `late` where the database or the watch was changed since: what was found holds no more.
 */
export async function record(
  store: Pick<Store, 'read' | 'transaction'>,
  watch: StoredWatch,
  outcome: Outcome,
  { revision, since }: { revision: number; since: string },
): Promise<Recorded> {
  if (!differs(watch, outcome)) return 'same';
  return store.transaction(async (tx) => {
    const now = await holdWatch(tx, watch.key);
    if (now === undefined) return 'gone';
    if ((await revisionOf(tx)) !== revision || canonicalJson(now.watched) !== canonicalJson(watch.watched))
      return 'late';
    // Another server may have been sooner.
    if (now.paused || !differs(now, outcome)) return 'same';
    const on = new Date().toISOString();
    const told = toldOf(now, outcome);
    const change = told && {
      ...{ id: randomUUID(), number: now.changed + 1, on, ...told },
      causes: await causesSince(tx, since),
    };
    await noteOnWatch(tx, now.key, propertiesOf(now, outcome, on, change));
    return change === undefined ? 'noted' : 'changed';
  });
}
