// The button that pins nodes where they stand, and lets pinned ones go back to where the layout puts them.
import { pinHere, unpin } from '../state/pins.ts';
import { canvas } from '../state/view.ts';
import { IconButton } from '../ui/basics.tsx';

export function PinButton({ keys, disabled = false }: { keys: readonly string[]; disabled?: boolean }) {
  const all = keys.length > 0 && keys.every((key) => canvas.value.pins.has(key));
  const what = keys.length === 1 ? 'it' : 'them';
  return (
    <IconButton
      kind="tool"
      icon="pin"
      label={all ? `Unpin ${what}: back to the layout’s place` : `Pin ${what} here`}
      pressed={all}
      disabled={disabled}
      onClick={() => (all ? unpin(keys) : pinHere(keys))}
    />
  );
}
