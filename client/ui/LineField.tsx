// A labelled field for one line of text, kept in a signal.
import type { Signal } from '@preact/signals';
import { fieldValue } from './field.ts';

interface LineFieldProps {
  label: string;
  value: Signal<string>;
  /** Characters at most. */
  most: number;
  /** Absent: any text. */
  type?: 'url';
  required?: boolean;
  placeholder?: string;
  /** Whether the browser may offer what was typed before. */
  isOffered?: boolean;
}

export function LineField({ label, value, most, type, required = false, placeholder, isOffered }: LineFieldProps) {
  const field = {
    ...{ required, maxLength: most, value: value.value },
    ...(!isOffered && { autocomplete: 'off' as const }),
    ...(placeholder !== undefined && { placeholder }),
    onInput: (event: Event) => {
      value.value = fieldValue(event);
    },
  };
  return type === 'url' ? (
    <label>
      {label}
      <input type="url" {...field} />
    </label>
  ) : (
    <label>
      {label}
      <input type="text" {...field} />
    </label>
  );
}
