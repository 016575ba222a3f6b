// The web hook of a watch: where its changes go and how that went; for an administrator also setting and trying it.
import { useSignal } from '@preact/signals';
import type { HookSet, HookView, WatchHead } from '../../../server/schema/watch.ts';
import { watchApi } from '../../api-watches.ts';
import { mayAdmin } from '../../state/account.ts';
import { canDecide } from '../../state/decide.ts';
import { notify } from '../../state/notices.ts';
import { askForWatches } from '../../state/watches.ts';
import { hookLine } from '../../text/watches.ts';
import { FormProblem } from '../../ui/FormProblem.tsx';
import { LineField } from '../../ui/LineField.tsx';
import { Twice } from '../../ui/Twice.tsx';
import { useSending } from '../sending.ts';

const Standing = ({ of }: { of: HookView }) => (
  <p class={of.failure === null ? 'relation-note' : 'relation-note fault'}>{hookLine(of)}</p>
);

function Editor({ watch }: { watch: WatchHead }) {
  const [address, made] = [useSignal(''), useSignal<HookSet | null>(null)];
  const { send, busy, problem } = useSending();
  const { key, title, hook } = watch;
  const submit = async (event: Event) => {
    event.preventDefault();
    const done = await send(async () => {
      made.value = await watchApi.setHook(key, address.peek().trim());
    });
    if (!done) return;
    address.value = '';
    askForWatches();
  };
  const test = () =>
    void send(async () => {
      const { delivered, failure } = await watchApi.testHook(key);
      if (delivered) notify('The trial was delivered.');
      else notify(`The trial was not delivered: ${failure}`, 'problem');
    });
  return (
    <>
      <form class="watch-form" onSubmit={(event) => void submit(event)}>
        <LineField
          label={hook === null ? 'Web address' : 'Another web address'}
          value={address}
          most={2000}
          type="url"
          required
          placeholder="https://"
        />
        <p class="rail-note">
          Sent are the title, what is watched, what was found before and after, rows that came and went, and what was
          done to which records meanwhile; no names of accounts.
        </p>
        <FormProblem words={problem} />
        <div class="form-actions">
          <button type="submit" class="button" aria-disabled={busy}>
            {hook === null ? 'Send changes there' : 'Send there instead'}
          </button>
          {hook !== null && (
            <>
              <button type="button" class="button quiet" aria-label={`Send a test: ${title}`} onClick={test}>
                Send a test
              </button>
              <Twice
                text="Send nowhere"
                label={`Send nowhere: ${title}`}
                sure="Send nowhere any more"
                onSure={() => void send(() => watchApi.removeHook(key)).then(askForWatches)}
              />
            </>
          )}
        </div>
      </form>
      {made.value !== null && (
        <div class="watch-secret" role="status">
          <span>The secret that signs what is sent to {made.value.host}, shown this once:</span>
          <code>{made.value.secret}</code>
        </div>
      )}
    </>
  );
}

export function WatchHook({ watch, hooks }: { watch: WatchHead; hooks: boolean }) {
  const { hook } = watch;
  if (!hooks || !canDecide() || !mayAdmin.value) return hook && <Standing of={hook} />;
  return (
    <details class="more watch-hook">
      <summary>{hook === null ? 'Web hook' : `Web hook: ${hook.host}`}</summary>
      {hook && <Standing of={hook} />}
      <Editor watch={watch} />
    </details>
  );
}
