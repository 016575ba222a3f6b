// Who is signed in and what they may; and signing in again in the middle of work, once for all that waits for it.
import { computed, signal } from '@preact/signals';
import { meta } from './data.ts';

/** Null where this server has no accounts: then everybody does everything. */
export const account = computed(() => meta.value?.account ?? null);
export const mayEdit = computed(() => account.value === null || account.value.role !== 'reader');
export const mayAdmin = computed(() => account.value === null || account.value.role === 'admin');
export const accountOpen = signal(false);

export const signInOpen = signal(false);
let waiting: { told: Promise<boolean>; tell: (signedIn: boolean) => void } | undefined;

/** Whether somebody would rather not: then only what they do themselves asks again. */
export const signedOut = signal(false);

/** Asks somebody to sign in; false where they would rather not. `urges`: it is for something that they do. */
export async function signIn(urges: boolean): Promise<boolean> {
  if (signedOut.peek() && !urges) return false;
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
  if (asked === undefined) return;
  waiting = undefined;
  signedOut.value = !signedIn;
  signInOpen.value = false;
  asked.tell(signedIn);
}
