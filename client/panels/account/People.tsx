// All accounts, for admins: another role, another password, taking somebody in or out.
import { computed, useSignal } from '@preact/signals';
import type { AccountView, Role } from '../../../server/schema/accounts.ts';
import { accountApi } from '../../api-account.ts';
import { account, accountOpen } from '../../state/account.ts';
import { resource } from '../../state/resource.ts';
import { auditOpen } from '../../state/work.ts';
import { count } from '../../text/format.ts';
import { FailureCard } from '../../ui/basics.tsx';
import { FormProblem } from '../../ui/FormProblem.tsx';
import { LineField } from '../../ui/LineField.tsx';
import { Twice } from '../../ui/Twice.tsx';
import { useSending } from '../sending.ts';
import { PasswordField } from './PasswordField.tsx';
import { RoleField } from './RoleField.tsx';

/** Only while somebody looks. */
const wanted = computed(() => accountOpen.value || undefined);
const list = resource(wanted, (_, stop) => accountApi.accounts(stop), true);

function Person({ person }: { person: AccountView }) {
  const { send, problem } = useSending();
  const [renewing, password] = [useSignal(false), useSignal('')];
  const isMe = person.name === account.value?.name;
  const doing = (work: () => Promise<unknown>) => send(work).finally(() => list.retry());
  const renew = async (event: Event) => {
    event.preventDefault();
    if (!(await doing(() => accountApi.changeAccount(person.name, { password: password.value })))) return;
    renewing.value = false;
    password.value = '';
  };
  return (
    <li>
      <span class="what">
        <bdi>{person.name}</bdi>
        <small>
          {person.password ? '' : 'no password, '}
          {count(person.sessions, 'session')}, {count(person.tokens, 'token')}
        </small>
      </span>
      {isMe ? (
        <span>{person.role}, you</span>
      ) : (
        <>
          <RoleField
            label={`Role of ${person.name}`}
            value={person.role}
            onChange={(role) => void doing(() => accountApi.changeAccount(person.name, { role }))}
          />
          <button
            type="button"
            class="button quiet"
            aria-expanded={renewing.value}
            aria-label={`New password for ${person.name}`}
            onClick={() => {
              renewing.value = !renewing.value;
            }}
          >
            New password
          </button>
          <Twice
            text="Remove"
            label={`Remove ${person.name}`}
            sure="Remove for good"
            onSure={() => void doing(() => accountApi.removeAccount(person.name))}
          />
        </>
      )}
      {renewing.value && (
        <form class="account-form" onSubmit={(event) => void renew(event)}>
          <PasswordField label={`Password of ${person.name}`} value={password} isNew />
          <button type="submit" class="button">
            Set it
          </button>
        </form>
      )}
      <FormProblem words={problem} />
    </li>
  );
}

function Add() {
  const [name, role, password] = [useSignal(''), useSignal<Role>('reader'), useSignal('')];
  const { send, busy, problem } = useSending();
  const submit = async (event: Event) => {
    event.preventDefault();
    const body = { name: name.value.trim(), role: role.value, password: password.value };
    if (!(await send(() => accountApi.addAccount(body)))) return;
    [name.value, password.value] = ['', ''];
    list.retry();
  };
  return (
    <form class="account-form" onSubmit={(event) => void submit(event)}>
      <LineField label="Name" value={name} most={80} required />
      <PasswordField label="Password" value={password} isNew />
      <RoleField
        label="Role of the new account"
        value={role.value}
        onChange={(next) => {
          role.value = next;
        }}
      />
      <button type="submit" class="button" aria-disabled={busy}>
        Add
      </button>
      <FormProblem words={problem} />
    </form>
  );
}

export function People() {
  const status = list.status.value;
  const people = status.state === 'ready' ? status.value.accounts : [];
  return (
    <section>
      <h3>People</h3>
      <p>Another role or password, or removal, ends somebody’s sessions and tokens at once. What they did stays.</p>
      {status.state === 'failed' && <FailureCard failure={status.failure} retry={list.retry} />}
      <ul class="account-rows">
        {people.map((person) => (
          <Person key={person.name} person={person} />
        ))}
      </ul>
      <Add />
      <p>
        <button
          type="button"
          class="link"
          onClick={() => {
            accountOpen.value = false;
            auditOpen.value = true;
          }}
        >
          Who changed what: the audit log
        </button>
      </p>
    </section>
  );
}
