// Who is signed in, in the top bar; what they can do about it is fetched when it is first asked for.
import { account, accountOpen } from '../../state/account.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { LazyDialog } from '../../ui/Lazy.tsx';

export function AccountButton() {
  const who = account.value;
  if (who === null) return null;
  return (
    <>
      <IconButton
        icon="person"
        label={`Account: ${who.name}, ${who.role}`}
        onClick={() => {
          accountOpen.value = true;
        }}
      />
      <LazyDialog open={accountOpen} load={async () => (await import('./AccountDialog.tsx')).AccountDialog} />
    </>
  );
}
