// One watch: what is found now, what changed, and what can be done about it.
import { useSignal } from '@preact/signals';
import type { WatchChange, WatchHead, WatchView } from '../../../server/schema/watch.ts';
import { watchApi } from '../../api-watches.ts';
import { canDecide } from '../../state/decide.ts';
import { askForWatches } from '../../state/watches.ts';
import { count, formatDate } from '../../text/format.ts';
import { FormProblem } from '../../ui/FormProblem.tsx';
import { Twice } from '../../ui/Twice.tsx';
import { useSending } from '../sending.ts';
import { WatchHook } from './WatchHook.tsx';
import { WatchWay } from './WatchWay.tsx';

function Rows({ title, rows }: { title: string; rows: readonly string[] }) {
  if (rows.length === 0) return null;
  return (
    <p class="watch-rows">
      {title} <code>{rows.join(' ')}</code>
    </p>
  );
}

const Change = ({ of, isNew }: { of: WatchChange; isNew: boolean }) => (
  <li class={isNew ? 'watch-change unseen' : 'watch-change'}>
    <p>
      {isNew && <strong>New: </strong>}
      {of.words}
    </p>
    <Rows title="Came:" rows={of.came} />
    <Rows title="Went:" rows={of.went} />
    <p class="relation-note">
      {formatDate(of.on)}
      {of.causes.length > 0 &&
        `, after: ${of.causes.map(({ action, subjects }) => [action, ...subjects].join(' ')).join('; ')}`}
    </p>
  </li>
);

/** The earlier changes, fetched when they are asked for. */
function History({ watch }: { watch: WatchHead }) {
  const view = useSignal<WatchView | null>(null);
  const { send, problem } = useSending();
  const open = (event: Event) => {
    if ((event.currentTarget as HTMLDetailsElement).open)
      void send(async () => {
        view.value = await watchApi.one(watch.key);
      });
  };
  if (watch.changes < 2) return null;
  return (
    <details class="more" onToggle={open}>
      <summary>{count(watch.changes, 'change')} in all</summary>
      <FormProblem words={problem} />
      <ol class="watch-history" reversed>
        {view.value?.history.slice(1).map((one) => (
          <Change key={one.id} of={one} isNew={one.number > watch.changes - watch.unseen} />
        ))}
      </ol>
      {view.value !== null && view.value.seen.length > 0 && (
        <p class="relation-note">
          Seen by {view.value.seen.map(({ who, until }) => `${who} (up to ${until})`).join(', ')}.
        </p>
      )}
    </details>
  );
}

export function WatchItem({ watch, hooks }: { watch: WatchHead; hooks: boolean }) {
  const { send, busy, problem } = useSending();
  const { key, title, subject, now, last, unseen, paused, fault } = watch;
  const act = (work: () => Promise<unknown>) => void send(work).then(askForWatches);
  const state = fault ?? now ?? 'not looked at yet';
  return (
    <li class="watch" data-key={key}>
      <h3>
        <bdi>{title}</bdi>
        {unseen > 0 && <span class="tally unseen">{count(unseen, 'unseen change')}</span>}
        {paused && <span class="tally">paused</span>}
      </h3>
      <p class={fault === null ? 'watch-now' : 'watch-now fault'}>
        {fault !== null && <strong>Cannot be looked at: </strong>}
        {title === subject || watch.watches.kind === 'query' ? state : `${subject}: ${state}`}
      </p>
      {watch.watches.kind === 'query' && (
        <details class="more watch-statement">
          <summary>Statement</summary>
          <pre>{watch.watches.statement}</pre>
        </details>
      )}
      {last !== null && (
        <ul class="watch-history">
          <Change of={last} isNew={unseen > 0} />
        </ul>
      )}
      <History watch={watch} />
      <p class="relation-note">
        Watched by <bdi>{watch.by}</bdi> since {formatDate(watch.on)}
        {watch.checkedOn !== null && `; looked at ${formatDate(watch.checkedOn)}`}.
      </p>
      <div class="form-actions">
        {unseen > 0 && (
          <button
            type="button"
            class="button primary"
            aria-label={`Mark as seen: ${title}`}
            onClick={() => act(() => watchApi.seen(key, watch.changes))}
          >
            Mark as seen
          </button>
        )}
        <WatchWay of={watch} />
        <button
          type="button"
          class="button quiet"
          aria-label={`Check now: ${title}`}
          aria-disabled={busy}
          onClick={() => act(() => watchApi.check(key))}
        >
          Check now
        </button>
        {canDecide() && (
          <>
            <button
              type="button"
              class="button quiet"
              aria-label={`${paused ? 'Go on' : 'Pause'}: ${title}`}
              onClick={() => act(() => watchApi.change(key, { paused: !paused }))}
            >
              {paused ? 'Go on' : 'Pause'}
            </button>
            <Twice
              text="Remove"
              label={`Remove the watch ${title}`}
              sure="Remove for good"
              onSure={() => act(() => watchApi.remove(key))}
            />
          </>
        )}
      </div>
      <FormProblem words={problem} />
      <WatchHook watch={watch} hooks={hooks} />
    </li>
  );
}
