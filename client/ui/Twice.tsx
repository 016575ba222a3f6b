// A button whose first press asks for a second one: for what cannot be taken back.
import { useSignal } from '@preact/signals';

interface TwiceProps {
  /** On the button at first, and what it is called by. */
  text: string;
  label: string;
  /** On the button after the first press. */
  sure: string;
  onSure: () => void;
}

export function Twice({ text, label, sure, onSure }: TwiceProps) {
  const asked = useSignal(false);
  return (
    <button
      type="button"
      class={asked.value ? 'button' : 'button quiet'}
      aria-label={asked.value ? `${sure}: ${label}` : label}
      onBlur={() => {
        asked.value = false;
      }}
      onClick={() => {
        if (asked.value) onSure();
        asked.value = !asked.value;
      }}
    >
      {asked.value ? sure : text}
    </button>
  );
}
