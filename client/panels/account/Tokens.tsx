// Personal tokens: those there are, making one, which is shown once, and ending one.
import { computed, signal, useSignal } from '@preact/signals';
import type { MadeToken, Role } from '../../../server/schema/accounts.ts';
import { accountApi } from '../../api-account.ts';
import { account, accountOpen } from '../../state/account.ts';
import { resource } from '../../state/resource.ts';
import { formatDate } from '../../text/format.ts';
import { FailureCard } from '../../ui/basics.tsx';
import { FormProblem } from '../../ui/FormProblem.tsx';
import { fieldValue } from '../../ui/field.ts';
import { LineField } from '../../ui/LineField.tsx';
import { Twice } from '../../ui/Twice.tsx';
import { useSending } from '../sending.ts';
import { RoleField } from './RoleField.tsx';

/** Only while somebody looks. */
const wanted = computed(() => accountOpen.value || undefined);
const list = resource(wanted, (_, stop) => accountApi.tokens(stop), true);
/** The one made last, until the dialog is closed. */
const made = signal<MadeToken | null>(null);
accountOpen.subscribe((open) => {
  if (!open) made.value = null;
});

function Make() {
  const [name, role, days] = [useSignal(''), useSignal<Role>('reader'), useSignal('90')];
  const { send, busy, problem } = useSending();
  const submit = async (event: Event) => {
    event.preventDefault();
    const done = await send(async () => {
      made.value = await accountApi.makeToken({ name: name.value, role: role.value, days: Number(days.value) });
    });
    if (!done) return;
    name.value = '';
    list.retry();
  };
  return (
    <form class="account-form" onSubmit={(event) => void submit(event)}>
      <LineField label="What for" value={name} most={80} required />
      <RoleField
        label="Role of the token"
        value={role.value}
        most={account.value?.role ?? 'reader'}
        onChange={(next) => {
          role.value = next;
        }}
      />
      <label class="days">
        Days
        <input
          type="number"
          class="days"
          required
          min={1}
          max={366}
          value={days.value}
          onInput={(event) => {
            days.value = fieldValue(event);
          }}
        />
      </label>
      <button type="submit" class="button" aria-disabled={busy}>
        Make a token
      </button>
      <FormProblem words={problem} />
    </form>
  );
}

export function Tokens() {
  const status = list.status.value;
  const tokens = status.state === 'ready' ? status.value.tokens : [];
  const { send, problem } = useSending();
  return (
    <section>
      <h3>Tokens</h3>
      <p>For programs that use the API in your name. Each may at most what you may.</p>
      {status.state === 'failed' && <FailureCard failure={status.failure} retry={list.retry} />}
      {tokens.length > 0 && (
        <ul class="account-rows">
          {tokens.map((token) => (
            <li key={token.key}>
              <span class="what">
                <bdi>{token.name}</bdi>
                <small>
                  {token.role}, until {formatDate(token.expires.slice(0, 10))},{' '}
                  {token.used === null ? 'never used' : `last used on ${formatDate(token.used)}`}
                </small>
              </span>
              <Twice
                text="End"
                label={`End the token ${token.name}`}
                sure="End it"
                onSure={() => void send(() => accountApi.endToken(token.key)).then(() => list.retry())}
              />
            </li>
          ))}
        </ul>
      )}
      <FormProblem words={problem} />
      {made.value && (
        <div class="made-token" role="status">
          <span>
            The token <bdi>{made.value.name}</bdi>, shown this once:
          </span>
          <code>{made.value.token}</code>
        </div>
      )}
      <Make />
    </section>
  );
}
