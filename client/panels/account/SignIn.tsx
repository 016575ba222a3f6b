// Signing in: over the whole page at first, over the work where a session ended in the middle of it.
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import '../../styles/account.css';
import { failureOf, sentencesOf } from '../../api.ts';
import { accountApi } from '../../api-account.ts';
import icon from '../../icon.svg';
import { account, answerSignIn, signInOpen } from '../../state/account.ts';
import { meta } from '../../state/data.ts';
import { FormProblem } from '../../ui/FormProblem.tsx';
import { fieldValue } from '../../ui/field.ts';

/** Nobody can sign in where nobody has an account: it says what to do about that. */
function useNobody(): boolean {
  const none = useSignal(false);
  useEffect(
    () =>
      signInOpen.subscribe((open) => {
        if (!open) return;
        accountApi.session().then(
          (session) => {
            none.value = session.none;
          },
          // What is wrong is told at signing in.
          () => undefined,
        );
      }),
    [],
  );
  return none.value;
}

export function SignIn() {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const nobody = useNobody();
  const name = useSignal('');
  const password = useSignal('');
  const problem = useSignal('');
  const busy = useSignal(false);
  const before = account.value;
  useEffect(
    () =>
      signInOpen.subscribe((open) => {
        const element = dialog.current;
        if (!element || element.open === open) return;
        if (!open) return element.close();
        password.value = '';
        problem.value = '';
        element.showModal();
        element.querySelector<HTMLElement>('input')?.focus();
      }),
    [],
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy.value) return;
    const who = before?.name ?? name.value.trim();
    problem.value = who === '' ? 'Type your name.' : password.value === '' ? 'Type your password.' : '';
    if (problem.value !== '') return;
    busy.value = true;
    try {
      await accountApi.signIn({ name: who, password: password.value });
      const session = await accountApi.session();
      // A role that changed meanwhile is the one from now on.
      if (meta.peek() && session.account) meta.value = { ...meta.value, account: session.account } as typeof meta.value;
      answerSignIn(true);
    } catch (error) {
      problem.value = sentencesOf(failureOf(error));
      password.value = '';
      dialog.current?.querySelector<HTMLElement>('input[type="password"]')?.focus();
    } finally {
      busy.value = false;
    }
  };
  return (
    <dialog
      ref={dialog}
      class={before === null ? 'sign-in sign-in-first' : 'sign-in dialog'}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        // Without anybody there is nothing behind it.
        if (before === null) event.preventDefault();
      }}
      onClose={() => answerSignIn(false)}
    >
      <form class="sign-in-form" onSubmit={(event) => void submit(event)}>
        {before === null && <img src={icon} alt="" width="32" height="32" />}
        <h2 id={`${id}-title`}>{before === null ? 'Sign in to Hearsay' : 'Sign in again'}</h2>
        {before !== null && (
          <p>
            The session of <bdi>{before.name}</bdi> has ended. What you typed is kept, and what you were about to do is
            done once you are signed in.
          </p>
        )}
        {nobody && (
          <p>
            Nobody has an account yet. Whoever runs this server adds the first admin with{' '}
            <code>npm run hearsay -- users add NAME --role admin</code>.
          </p>
        )}
        {before === null && (
          <>
            <label for={`${id}-name`}>Name</label>
            <input
              id={`${id}-name`}
              type="text"
              autocomplete="username"
              autocapitalize="none"
              spellcheck={false}
              maxLength={200}
              value={name.value}
              onInput={(event) => {
                name.value = fieldValue(event);
              }}
            />
          </>
        )}
        <label for={`${id}-password`}>Password</label>
        <input
          id={`${id}-password`}
          type="password"
          autocomplete="current-password"
          maxLength={1000}
          value={password.value}
          onInput={(event) => {
            password.value = fieldValue(event);
          }}
        />
        <FormProblem words={problem.value} />
        <div class="form-actions">
          <button type="submit" class="button primary" aria-disabled={busy.value}>
            {busy.value ? 'Signing in…' : 'Sign in'}
          </button>
          {before !== null && (
            <>
              <button type="button" class="button quiet" onClick={() => answerSignIn(false)}>
                Not now
              </button>
              <button type="button" class="link sign-in-other" onClick={() => window.location.reload()}>
                Somebody else
              </button>
            </>
          )}
        </div>
      </form>
    </dialog>
  );
}
