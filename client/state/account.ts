// Who is signed in and what they may; and signing in again in the middle of work, once for all that waits for it.
import { computed, signal } from '@preact/signals';
import { meta } from './data.ts';

/** Null where this server has no accounts: then everybody does everything. */
export const account = computed(() => meta.value?.account ?? null);
export const mayEdit = computed(() => account.value === null || account.value.role !== 'reader');
export const accountOpen = signal(false);

export const signInOpen = signal(false);
let waiting: { told: Promise<boolean>; tell: (signedIn: boolean) => void } | undefined;

/** Asks somebody to sign in; false where they would rather not. */
export function signIn(): Promise<boolean> {
  if (waiting === undefined) {
    let tell: (signedIn: boolean) => void = () => undefined;
    const told = new Promise<boolean>((resolve) => {
      tell = resolve;
    });
    waiting = { told, tell };
    signInOpen.value = true;
  }
  return waiting.told;
}

/** What waits for it goes on, or fails. */
export function answerSignIn(signedIn: boolean): void {
  const asked = waiting;
  waiting = undefined;
  signInOpen.value = false;
  asked?.tell(signedIn);
}
