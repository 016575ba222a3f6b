// Choosing an entity: found by its name while one types, or made new with its type.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { EntityType } from '../../../server/schema/key.ts';
import type { Chosen } from '../../state/edit/claim-form.ts';
import { type AtHand, finderOf, makeEntity } from '../../state/edit/entities.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { fieldValue } from '../../ui/field.ts';
import { focusNext, useFocusTurn } from '../../ui/focus.ts';
import { Fault } from './Field.tsx';

interface EntityFieldProps {
  label: string;
  types: readonly EntityType[];
  value: Chosen | null;
  onChange: (value: Chosen | null) => void;
  fault?: string | undefined;
  atHand?: AtHand;
  /** Whether it may be left empty. */
  optional?: boolean;
  /** A field that takes one after the other is empty again after each. */
  clears?: boolean;
  /** Whether only what is there already can be chosen. */
  known?: boolean;
}

const typeName = (key: string): string => key.slice(0, key.indexOf(':'));

function MakeNew({
  label,
  types,
  taken,
  onMade,
  onCancel,
}: {
  label: string;
  types: readonly EntityType[];
  taken: (key: string) => boolean;
  onMade: (made: Chosen) => void;
  onCancel: () => void;
}) {
  const id = useId();
  const name = useSignal('');
  const type = useSignal<EntityType>(types[0] ?? 'Organization');
  const field = useFocusTurn<HTMLInputElement>(`${label} new name`);
  const make = () => {
    if (name.value.trim() !== '') onMade(makeEntity(type.value, name.value, taken));
    else field.current?.focus();
  };
  return (
    <div class="edit-new">
      <label for={`${id}-name`}>Name of the new one</label>
      <input
        ref={field}
        id={`${id}-name`}
        type="text"
        maxLength={200}
        autocomplete="off"
        value={name.value}
        onInput={(event) => {
          name.value = fieldValue(event);
        }}
        onKeyDown={(event) => {
          // Enter would send the form around it.
          if (event.key !== 'Enter') return;
          event.preventDefault();
          make();
        }}
      />
      {types.length > 1 && (
        <>
          <label for={`${id}-type`}>Type</label>
          <select
            id={`${id}-type`}
            value={type.value}
            onChange={(event) => {
              type.value = fieldValue(event) as EntityType;
            }}
          >
            {types.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </>
      )}
      <div class="form-actions">
        <button type="button" class="button" onClick={make}>
          Take it
        </button>
        <button type="button" class="button quiet" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}

export function EntityField({
  label,
  types,
  value,
  onChange,
  fault,
  atHand,
  optional,
  clears,
  known,
}: EntityFieldProps) {
  const id = useId();
  const making = useSignal(false);
  const opener = useFocusTurn<HTMLButtonElement>(`${label} new`);
  const take = (chosen: Chosen) => {
    making.value = false;
    focusNext(`${label} new`);
    onChange(chosen);
  };
  return (
    <div class="edit-field entity-field">
      <span class="edit-label">
        {label}
        {value && (
          <span class="relation-note">
            {value.isNew ? `new ${typeName(value.key)}` : value.key}
            {optional && (
              <button type="button" class="link" aria-label={`Leave out: ${label}`} onClick={() => onChange(null)}>
                Leave out
              </button>
            )}
          </span>
        )}
      </span>
      <Combobox
        label={label}
        placeholder="Name"
        value={value?.name ?? ''}
        clears={clears ?? false}
        floats
        find={finderOf(types, atHand)}
        onPick={({ key, name, labels }) => take({ key, name, type: labels[0] as EntityType })}
      />
      <Fault id={`${id}-fault`} words={fault} />
      {known ? null : making.value ? (
        <MakeNew
          label={label}
          types={types}
          taken={(key) => atHand?.some((one) => one.key === key) ?? false}
          onMade={take}
          onCancel={() => {
            making.value = false;
            focusNext(`${label} new`);
          }}
        />
      ) : (
        <button
          ref={opener}
          type="button"
          class="link edit-make"
          aria-label={`Make a new one: ${label}`}
          onClick={() => {
            making.value = true;
            focusNext(`${label} new name`);
          }}
        >
          Make a new one
        </button>
      )}
    </div>
  );
}
