// The runs of this page: the last of each statement's tab, started, noted in the history and cleaned up after.
import { computed, signal } from '@preact/signals';
import type { Statement } from '../../api.ts';
import { refused } from './check.ts';
import { closeDraft, draft, drafts, fields } from './drafts.ts';
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
/** What is wrong with fields of parameters; shown once a run was tried. */
export const fieldFaults = signal<Readonly<Record<string, string>>>({});

/** Closes a statement's tab; what it runs is stopped. */
export function closeStatement(id: number): void {
  runs.peek().get(id)?.cancel();
  closeDraft(id);
}

const explaining = /^\s*(?:EXPLAIN|PROFILE)\b/i;

/** Runs the statement that is looked at; with `how`, its plan is asked for, in place of its rows or beside them. */
export function runDraft(how?: 'EXPLAIN' | 'PROFILE'): Run | undefined {
  const { id, text } = draft.peek();
  if (text.trim() === '') return undefined;
  const { values, faults } = readFields(fields.peek());
  fieldFaults.value = faults;
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
