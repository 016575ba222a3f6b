// What a run took and did: rows, time, what was written, what the engine remarks, and the text as it ran.
import type { QuerySummary } from '../../../server/schema/cypher.ts';
import type { Run } from '../../state/cypher/run.ts';
import { formatNumber } from '../../text/format.ts';
import { propertyLabel } from '../../text/words.ts';
import { Properties } from '../../ui/basics.tsx';

function Notifications({ of }: { of: QuerySummary['notifications'] }) {
  if (of.length === 0) return null;
  return (
    <section class="notifications">
      <h3>
        Remarks of the engine <span class="tally">{of.length}</span>
      </h3>
      <ul>
        {of.map((one, index) => (
          <li key={index}>
            <strong>{one.title}</strong> {one.description}{' '}
            <span class="muted">
              {one.severity.toLowerCase()} · {one.code}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Statistics({ run }: { run: Run }) {
  const state = run.state.value;
  const rows: [string, string][] = [
    [
      'Rows',
      `${formatNumber(run.received.value)}${state.state === 'done' && state.summary.truncated ? ', and there are more' : ''}`,
    ],
    ['In this page after', `${formatNumber(Math.round(run.elapsed()))} ms`],
    ['Asked to', run.request.mode === 'write' ? 'read and write' : 'read only'],
  ];
  if (state.state !== 'done') return <Properties rows={rows} />;
  const { ms, counters, notifications, rewritten } = state.summary;
  rows.splice(1, 0, ['On the server', `${formatNumber(Math.round(ms))} ms`]);
  const written = Object.entries(counters).filter(([, times]) => times > 0);
  rows.push([
    'Changed',
    written.length === 0
      ? 'nothing'
      : written.map(([name, times]) => `${propertyLabel(name).toLowerCase()}: ${formatNumber(times)}`).join(', '),
  ]);
  return (
    <div class="statistics">
      <Properties rows={rows} />
      <Notifications of={notifications} />
      {rewritten !== null && (
        <section>
          <h3>As it ran</h3>
          <p class="rail-note">This engine needs the statement written otherwise; the answer is the same.</p>
          <pre class="code">{rewritten}</pre>
        </section>
      )}
    </div>
  );
}
