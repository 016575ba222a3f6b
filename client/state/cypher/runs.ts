// The runs of this page: the last of each statement's tab, started, noted in the history and cleaned up after.
import { computed, signal } from '@preact/signals';
import { failureOf, type Statement } from '../../api.ts';
import { refreshAll } from '../load.ts';
import { notify } from '../notices.ts';
import { refused } from './check.ts';
import { closeDraft, draft, drafts, fields } from './drafts.ts';
import { forgetEnds } from './ends.ts';
import { noteRun } from './history.ts';
import { mayWrite, rowLimit, timeoutMs, writing } from './limits.ts';
import { readFields } from './parameters.ts';
import { type Run, startRun } from './run.ts';

export type ResultView = 'table' | 'graph' | 'json' | 'plan' | 'statistics';
export const resultViews: readonly ResultView[] = ['table', 'graph', 'json', 'plan', 'statistics'];

const runs = signal<ReadonlyMap<number, Run>>(new Map());
/** The run of the statement that is looked at, if it was run. */
export const run = computed(() => runs.value.get(draft.value.id));
export const resultView = signal<ResultView>('table');
/** The parameters for whose faults a run was not begun, and of which statement's tab. */
const refusedFields = signal<{ id: number; names: readonly string[] }>({ id: 0, names: [] });
/** What is wrong with fields of parameters, by name; told once a run was tried, until it is mended. */
export const fieldFaults = computed<Readonly<Record<string, string>>>(() => {
  const { id, names } = refusedFields.value;
  if (id !== draft.value.id) return {};
  const { faults } = readFields(draft.value.text, fields.value);
  return Object.fromEntries(Object.entries(faults).filter(([name]) => names.includes(name)));
});

/** Closes a statement's tab; what it runs is stopped. */
export function closeStatement(id: number): void {
  runs.peek().get(id)?.cancel();
  closeDraft(id);
}

/** Whatever else the page shows is asked for again. */
async function afterWrite(): Promise<void> {
  forgetEnds();
  try {
    await refreshAll();
  } catch (error) {
    const { title, message } = failureOf(error);
    notify(`The statement wrote, but what it changed could not be fetched: ${title}. ${message}`, 'problem');
  }
}

const explaining = /^\s*(?:EXPLAIN|PROFILE)\b/i;

/** Runs the statement that is looked at; with `how`, its plan is asked for, in place of its rows or beside them. */
export function runDraft(how?: 'EXPLAIN' | 'PROFILE'): Run | undefined {
  const { id, text } = draft.peek();
  if (text.trim() === '') return undefined;
  const { values, faults } = readFields(text, fields.peek());
  refusedFields.value = { id, names: Object.keys(faults) };
  if (Object.keys(faults).length > 0) return undefined;
  runs.peek().get(id)?.cancel();
  const writes = mayWrite.peek() && writing.peek();
  const [rows, ms] = [rowLimit.peek(), timeoutMs.peek()];
  const request: Statement = {
    statement: how === undefined ? text : `${how} ${text.replace(explaining, '')}`,
    parameters: values as NonNullable<Statement['parameters']>,
    mode: writes ? 'write' : 'read',
    ...(rows === undefined ? {} : { rowLimit: rows }),
    ...(ms === undefined ? {} : { timeoutMs: ms }),
  };
  const started = startRun(request);
  // The switch is for one run.
  writing.value = false;
  refused.value = null;
  // Results of tabs that were closed go with them.
  const there = new Set(drafts.peek().list.map((one) => one.id));
  runs.value = new Map([...runs.peek()].filter(([key]) => there.has(key)).concat([[id, started]]));
  if (explaining.test(request.statement)) resultView.value = 'plan';
  else if (resultView.peek() === 'plan') resultView.value = 'table';
  const filled = fields.peek();
  void started.ended.then(() => {
    const state = started.state.peek();
    if (state.state === 'failed' && state.failure.faults)
      refused.value = { text, faults: inText(state.failure.faults, how) };
    if (state.state === 'done' && Object.values(state.summary.counters).some((times) => times > 0)) void afterWrite();
    noteRun({
      statement: text,
      fields: filled,
      at: new Date().toISOString(),
      outcome: state.state === 'running' ? 'failed' : state.state,
      rows: started.rows.count,
      ms: Math.round(started.elapsed()),
    });
  });
  return started;
}

type Faults = NonNullable<typeof refused.value>['faults'];

/** Faults at their places in the text as written, without the word before it that asked for the plan. */
function inText(faults: Faults, how: string | undefined): Faults {
  const by = how === undefined ? 0 : how.length + 1;
  const moved = (place: Faults[number]['from']) => ({
    line: place.line,
    column: place.line === 1 ? Math.max(1, place.column - by) : place.column,
    offset: Math.max(0, place.offset - by),
  });
  return faults.map((fault) => ({ ...fault, from: moved(fault.from), to: moved(fault.to) }));
}
