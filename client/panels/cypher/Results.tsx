// The answer to the statement that is looked at: as rows, on the canvas, as JSON, its plan, and what it took.
import type { QuerySummary } from '../../../server/schema/cypher.ts';
import { draft } from '../../state/cypher/drafts.ts';
import type { Run } from '../../state/cypher/run.ts';
import { fieldFaults, type ResultView, resultView, resultViews, run, runDraft } from '../../state/cypher/runs.ts';
import { isForeign } from '../../state/data.ts';
import { count, formatNumber, listNames } from '../../text/format.ts';
import { Empty, FailureCard } from '../../ui/basics.tsx';
import { WatchThis } from '../watches/WatchThis.tsx';
import { Exports } from './Exports.tsx';
import { GraphResult } from './GraphResult.tsx';
import { JsonResult } from './JsonResult.tsx';
import { isPhone } from './layout.ts';
import { PlanView } from './PlanView.tsx';
import { ResultTable } from './ResultTable.tsx';
import { Statistics } from './Statistics.tsx';

const titles: Readonly<Record<ResultView, string>> = {
  table: 'Table',
  graph: 'Graph',
  json: 'JSON',
  plan: 'Plan',
  statistics: 'Statistics',
};

/** Failures that the same request would meet again. */
const lasting = new Set(['statement-refused', 'statement-failed', 'invalid-request', 'read-only']);

/** "1,204 rows in 35 ms", and that there would be more; of a statement that was only planned, how long that took. */
function Outcome({ of, summary }: { of: Run; summary: QuerySummary }) {
  const ms = Math.round(summary.ms);
  if (/^\s*EXPLAIN\b/i.test(of.request.statement)) return <>Planned, not run, in {formatNumber(ms)} ms</>;
  return (
    <>
      {count(summary.rows, 'row')} in {formatNumber(ms)} ms
      {summary.truncated && (
        <strong class="truncated"> There are more: only the first {formatNumber(of.rows.count)} were asked for.</strong>
      )}
    </>
  );
}

/** That the last run was not begun, so that what is below it is not taken for its answer. */
function NotRun({ before }: { before: boolean }) {
  const names = Object.keys(fieldFaults.value);
  if (names.length === 0) return null;
  return (
    <div class="card failure not-run" role="alert">
      <h3>Not run</h3>
      <p>
        Mend {listNames(names.map((name) => `$${name}`))} above, then run it again.
        {before && ' What is below is the answer to the run before.'}
      </p>
    </div>
  );
}

function Line({ of }: { of: Run }) {
  const state = of.state.value;
  return (
    <p class="result-line" role="status">
      {state.state === 'done' && <Outcome of={of} summary={state.summary} />}
      {state.state === 'cancelled' &&
        `Cancelled after ${count(of.received.value, 'row')}; it is stopped in the database too.`}
      {state.state === 'failed' && of.received.value > 0 && `${count(of.received.value, 'row')} before it failed.`}
      {state.state === 'running' && 'Running…'}
    </p>
  );
}

function Body({ of, view }: { of: Run; view: ResultView }) {
  if (view === 'table') return <ResultTable run={of} />;
  if (view === 'graph') return <GraphResult run={of} />;
  if (view === 'json') return <JsonResult run={of} />;
  return view === 'plan' ? <PlanView run={of} /> : <Statistics run={of} />;
}

/** Of a statement that read and was run to its end. */
function WatchRows({ of }: { of: Run }) {
  const { statement, parameters = {}, mode } = of.request;
  if (isForeign.value || mode === 'write' || of.state.value.state !== 'done') return null;
  if (/^\s*(?:EXPLAIN|PROFILE)\b/i.test(statement)) return null;
  return (
    <WatchThis watches={{ kind: 'query', statement, parameters }} what="statement" title={draft.value.title ?? ''} />
  );
}

export function Results() {
  const of = run.value;
  if (!of)
    return (
      <div class="results">
        <NotRun before={false} />
        <Empty title="Nothing was run yet">
          {isPhone()
            ? 'Write a statement, or open one of the library by the button at the top left; Run runs it, and its rows appear here.'
            : 'Write a statement, or open one of the library at the left; Ctrl+Enter runs it, and its rows appear here.'}
        </Empty>
      </div>
    );
  const state = of.state.value;
  // Faults of the statement itself stand at their places, above.
  const failure = state.state === 'failed' ? state.failure : undefined;
  return (
    <section class="results" aria-label="Result">
      <NotRun before />
      <header class="result-bar">
        <fieldset class="segmented">
          <legend class="visually-hidden">View of the result</legend>
          {resultViews.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={resultView.value === name}
              onClick={() => {
                resultView.value = name;
              }}
            >
              {titles[name]}
              {name === 'statistics' && state.state === 'done' && state.summary.notifications.length > 0 && (
                <span class="tab-count">{state.summary.notifications.length}</span>
              )}
            </button>
          ))}
        </fieldset>
        <Line of={of} />
        <WatchRows of={of} />
        <Exports run={of} />
      </header>
      {failure && (
        <FailureCard failure={failure} {...(lasting.has(failure.code) ? {} : { retry: () => void runDraft() })} />
      )}
      <Body of={of} view={resultView.value} key={`${resultView.value} ${of.number}`} />
    </section>
  );
}
