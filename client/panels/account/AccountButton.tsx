// Who is signed in, in the top bar; what they can do about it is fetched when it is first asked for.
import { account, accountOpen, signedOut, signIn } from '../../state/account.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { LazyDialog } from '../../ui/Lazy.tsx';

export function AccountButton() {
  const who = account.value;
  if (who === null) return null;
  return (
    <>
      <IconButton
        icon="person"
        label={signedOut.value ? `Sign in again, ${who.name}` : `Account: ${who.name}, ${who.role}`}
        onClick={async () => {
          if (!signedOut.peek() || (await signIn(true))) accountOpen.value = true;
        }}
      />
      <LazyDialog open={accountOpen} load={async () => (await import('./AccountDialog.tsx')).AccountDialog} />
    </>
  );
}
