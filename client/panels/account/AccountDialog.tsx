// The own account: signing out, the password, tokens; and for admins everybody's.
import { useSignal } from '@preact/signals';
import '../../styles/account.css';
import { accountApi } from '../../api-account.ts';
import { account, accountOpen } from '../../state/account.ts';
import { roleMeaning } from '../../text/roles.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormProblem } from '../../ui/FormProblem.tsx';
import { useSending } from '../sending.ts';
import { PasswordField } from './PasswordField.tsx';
import { People } from './People.tsx';
import { Tokens } from './Tokens.tsx';

function Out() {
  const { send, busy, problem } = useSending();
  // What the page holds was for who is going.
  const out = (everywhere: boolean) =>
    void send(async () => {
      await accountApi.signOut(everywhere);
      window.location.reload();
    });
  return (
    <div>
      <div class="form-actions">
        <button type="button" class="button" aria-disabled={busy} onClick={() => out(false)}>
          Sign out
        </button>
        <button type="button" class="button quiet" aria-disabled={busy} onClick={() => out(true)}>
          Everywhere
        </button>
      </div>
      <FormProblem words={problem} />
    </div>
  );
}

function OwnPassword() {
  const [old, next, done] = [useSignal(''), useSignal(''), useSignal(false)];
  const { send, busy, problem } = useSending();
  const submit = async (event: Event) => {
    event.preventDefault();
    done.value = await send(() => accountApi.changePassword({ old: old.value, new: next.value }));
    if (done.value) [old.value, next.value] = ['', ''];
  };
  return (
    <section>
      <h3>Password</h3>
      <p>Another one ends all other sessions and all tokens.</p>
      <form class="account-form" onSubmit={(event) => void submit(event)}>
        <PasswordField label="Present password" value={old} isNew={false} />
        <PasswordField label="New password" value={next} isNew />
        <button type="submit" class="button" aria-disabled={busy}>
          Change
        </button>
        <FormProblem words={problem} />
        {done.value && <p role="status">It is changed.</p>}
      </form>
    </section>
  );
}

export function AccountDialog() {
  const who = account.value;
  if (who === null) return null;
  return (
    <Dialog open={accountOpen} title="Account">
      <div class="account">
        <section>
          <p>
            <strong>
              <bdi>{who.name}</bdi>
            </strong>{' '}
            is {who.role}: {roleMeaning[who.role]}.
          </p>
          {who.via === 'page' ? (
            <Out />
          ) : (
            <p>A proxy before this server has signed you in; signing out is done there.</p>
          )}
        </section>
        {who.via === 'page' && <OwnPassword />}
        <Tokens />
        {who.role === 'admin' && <People />}
      </div>
    </Dialog>
  );
}
