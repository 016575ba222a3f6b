// A field of a form with its label, and what the server or the form has against what stands in it.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { fieldValue } from '../../ui/field.ts';

/** The words of a fault at its field, under an id that the field names. */
export const Fault = ({ id, words }: { id: string; words: string | undefined }) =>
  words === undefined ? null : (
    <p class="form-problem" id={id} role="alert">
      {words}
    </p>
  );

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  fault?: string | undefined;
  /** How to fill it in. */
  hint?: string;
  longest?: number;
  rows?: number;
  wide?: boolean;
}

export function TextField({ label, value, onChange, fault, hint, longest = 300, rows, wide }: TextFieldProps) {
  const id = useId();
  const faultId = `${id}-fault`;
  const hintId = `${id}-hint`;
  const described = [fault === undefined ? '' : faultId, hint === undefined ? '' : hintId].filter(Boolean).join(' ');
  const props = {
    id,
    value,
    dir: 'auto' as const,
    autocomplete: 'off',
    'aria-invalid': fault !== undefined,
    ...(described && { 'aria-describedby': described }),
    onInput: (event: Event) => onChange(fieldValue(event)),
  };
  return (
    <div class={wide ? 'edit-field wide' : 'edit-field'}>
      <label for={id}>{label}</label>
      {rows === undefined ? (
        <input type="text" maxLength={longest} {...props} />
      ) : (
        <textarea rows={rows} maxLength={longest} {...props} />
      )}
      {hint && (
        <p class="rail-note" id={hintId}>
          {hint}
        </p>
      )}
      <Fault id={faultId} words={fault} />
    </div>
  );
}

interface ChoiceFieldProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; title: string }[];
  onChange: (value: T) => void;
  fault?: string | undefined;
}

export function ChoiceField<T extends string>({ label, value, options, onChange, fault }: ChoiceFieldProps<T>) {
  const id = useId();
  return (
    <div class="edit-field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={fault !== undefined}
        {...(fault !== undefined && { 'aria-describedby': `${id}-fault` })}
        onChange={(event) => onChange(fieldValue(event) as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
      <Fault id={`${id}-fault`} words={fault} />
    </div>
  );
}

/** Several fields under one heading. */
export const Fields = ({
  title,
  fault,
  children,
}: {
  title: string;
  fault?: string | undefined;
  children: ComponentChildren;
}) => {
  const id = useId();
  return (
    <fieldset class="edit-fields" {...(fault !== undefined && { 'aria-describedby': id })}>
      <legend>{title}</legend>
      {children}
      <Fault id={id} words={fault} />
    </fieldset>
  );
};
