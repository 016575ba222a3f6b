// How the web hook of a watch does, in a sentence.
import type { HookView } from '../../server/schema/watch.ts';
import { count, formatDate } from './format.ts';

/** "Sent to hooks.example; last delivered 23 Nov 2026, 15:04 UTC; 1 change waits, tried 2 times. It answered 500." */
export function hookLine({ host, waiting, attempts, nextOn, deliveredOn, failure }: HookView): string {
  const parts = [`Sent to ${host}`];
  parts.push(deliveredOn === null ? 'nothing delivered yet' : `last delivered ${formatDate(deliveredOn)}`);
  if (waiting > 0) {
    const tried = attempts === 0 ? '' : `, tried ${count(attempts, 'time')}`;
    const next = nextOn === null ? '' : `, again ${formatDate(nextOn)}`;
    parts.push(`${count(waiting, 'change')} ${waiting === 1 ? 'waits' : 'wait'}${tried}${next}`);
  }
  return `${parts.join('; ')}.${failure === null ? '' : ` ${failure}`}`;
}
