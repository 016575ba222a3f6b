// Who guesses a password has to wait; who has it, and signed in from there before, does not wait for the guesses of others.
import { expect, it } from 'vitest';
import { Throttle } from '../../../server/accounts/throttle.ts';
import { TooManyRequests } from '../../../server/errors.ts';

/** Fails to sign in as anna from many addresses, as often as may be. */
function guess(throttle: Throttle, times: number): void {
  for (let at = 0; at < times; at++) {
    try {
      throttle.attempt('anna', `192.0.2.${at}`);
    } catch (error) {
      if (!(error instanceof TooManyRequests)) throw error;
    }
  }
}

it('guesses from many addresses hold up who comes from a new one, not who signed in from there', () => {
  const throttle = new Throttle(() => 1_000_000);
  throttle.attempt('anna', '198.51.100.1');
  throttle.succeeded('anna', '198.51.100.1');
  guess(throttle, 60);
  expect(() => throttle.attempt('anna', '198.51.100.2')).toThrow(TooManyRequests);
  throttle.attempt('anna', '198.51.100.1');
});

it('an address from which somebody signed in has no more guesses than others', () => {
  const throttle = new Throttle(() => 1_000_000);
  throttle.attempt('anna', '198.51.100.1');
  throttle.succeeded('anna', '198.51.100.1');
  for (let at = 0; at < 5; at++) throttle.attempt('anna', '198.51.100.1');
  expect(() => throttle.attempt('anna', '198.51.100.1')).toThrow(TooManyRequests);
});
