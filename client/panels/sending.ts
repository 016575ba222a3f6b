// One request of a form at a time, with what went wrong in words.
import { useSignal } from '@preact/signals';
import { failureOf, sentencesOf } from '../api.ts';

/** `send` is true where it went well. */
export function useSending(): {
  send: (work: () => Promise<unknown>) => Promise<boolean>;
  busy: boolean;
  problem: string;
} {
  const [busy, problem] = [useSignal(false), useSignal('')];
  const send = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (busy.peek()) return false;
    busy.value = true;
    problem.value = '';
    try {
      await work();
      return true;
    } catch (error) {
      problem.value = sentencesOf(failureOf(error));
      return false;
    } finally {
      busy.value = false;
    }
  };
  return { send, busy: busy.value, problem: problem.value };
}
