// Under whose name a decision goes: with accounts it is not chosen.
import type { ComponentChildren } from 'preact';
import { account } from '../state/account.ts';

/** The field for a name where there are no accounts; else the account's name. */
export const SignedAs = ({ children }: { children: ComponentChildren }) =>
  account.value === null ? (
    children
  ) : (
    <p class="rail-note">
      Signed <bdi>{account.value.name}</bdi>.
    </p>
  );
