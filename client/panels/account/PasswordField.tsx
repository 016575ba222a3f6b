// A field for a password; a new one says how long it has to be before it is sent.
import type { Signal } from '@preact/signals';
import { fieldValue } from '../../ui/field.ts';

export const PasswordField = ({ label, value, isNew }: { label: string; value: Signal<string>; isNew: boolean }) => (
  <label>
    {label}
    <input
      type="password"
      autocomplete={isNew ? 'new-password' : 'current-password'}
      required
      minLength={isNew ? 12 : 1}
      maxLength={200}
      placeholder={isNew ? '12 characters or more' : ''}
      value={value.value}
      onInput={(event) => {
        value.value = fieldValue(event);
      }}
    />
  </label>
);
