// The field of one parameter, as its type asks for.

import type { Field } from '../../state/cypher/parameters.ts';
import { nameOf } from '../../state/data.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { fieldValue } from '../../ui/field.ts';

interface ParameterFieldProps {
  id: string;
  label: string;
  field: Field;
  fault: string | undefined;
  /** Whether a note on it being empty stands below it. */
  note: string | undefined;
  onChange: (text: string) => void;
}

export function ParameterField({ id, label, field, fault, note, onChange }: ParameterFieldProps) {
  const common = {
    id,
    onInput: (event: Event) => onChange(fieldValue(event)),
    ...(fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-fault` }),
    ...(note === undefined ? {} : { 'aria-describedby': `${id}-empty` }),
  };
  switch (field.type) {
    case 'boolean':
      return (
        <select id={id} value={field.text} onChange={(event) => onChange(fieldValue(event))}>
          <option value="">null</option>
          <option value="true">true</option>
          <option value="false">false</option>
        </select>
      );
    case 'date':
      return (
        <input
          type="text"
          placeholder="A day, month or year: YYYY-MM-DD"
          spellcheck={false}
          value={field.text}
          {...common}
        />
      );
    case 'list':
      return <textarea rows={2} placeholder="One a line" value={field.text} {...common} />;
    case 'json':
      return (
        <textarea
          rows={2}
          placeholder='JSON, such as {"a": [1, 2]}'
          class="code"
          spellcheck={false}
          value={field.text}
          {...common}
        />
      );
    case 'key':
      return (
        <div class="key-field">
          <Combobox
            id={id}
            label={label}
            placeholder="Search by name"
            value={field.text === '' ? '' : nameOf(field.text)}
            onPick={(row) => onChange(row.key)}
            floats
          />
          <input
            type="text"
            class="code"
            aria-label={`Key of ${label}`}
            placeholder="or its key"
            spellcheck={false}
            value={field.text}
            onInput={(event) => onChange(fieldValue(event))}
          />
        </div>
      );
    default:
      return (
        <input type="text" inputMode={field.type === 'number' ? 'decimal' : 'text'} value={field.text} {...common} />
      );
  }
}
