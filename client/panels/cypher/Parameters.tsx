// A field for each parameter that the statement's text has.
import { useEffect, useRef } from 'preact/hooks';
import { draft, fields, setField } from '../../state/cypher/drafts.ts';
import { labelOf } from '../../state/cypher/library.ts';
import { emptiness, type Field, type ParameterType, parameterTypes } from '../../state/cypher/parameters.ts';
import { fieldFaults, runDraft } from '../../state/cypher/runs.ts';
import { fieldValue } from '../../ui/field.ts';
import { ParameterField } from './ParameterField.tsx';

const typeTitles: Readonly<Record<ParameterType, string>> = {
  text: 'Text',
  number: 'Number',
  boolean: 'Yes or no',
  date: 'Date',
  list: 'List of texts',
  json: 'JSON',
  key: 'Node',
};

function Parameter({ name, field }: { name: string; field: Field }) {
  const label = labelOf(draft.value.title, name) ?? name;
  // While a field is first being filled in, half a number is no fault yet.
  const fault = fieldFaults.value[name];
  const empty = fault === undefined ? emptiness(draft.value.text, name, field) : undefined;
  const id = `parameter-${name}`;
  const said = useRef<HTMLParagraphElement>(null);
  // The fields scroll where there are many: whoever runs the statement should see why it does not.
  useEffect(() => said.current?.scrollIntoView({ block: 'nearest' }), [fault]);
  return (
    <div class={`parameter parameter-${field.type}`}>
      <div class="parameter-head">
        <label for={id}>
          {label} {label !== name && <code>${name}</code>}
        </label>
        <select
          aria-label={`Type of ${label}`}
          value={field.type}
          onChange={(event) => setField(name, { ...field, type: fieldValue(event) as ParameterType })}
        >
          {parameterTypes.map((type) => (
            <option key={type} value={type}>
              {typeTitles[type]}
            </option>
          ))}
        </select>
      </div>
      <ParameterField
        id={id}
        label={label}
        field={field}
        fault={fault}
        note={empty}
        onChange={(text) => setField(name, { ...field, text })}
      />
      {fault !== undefined && (
        <p class="field-fault" id={`${id}-fault`} role="alert" ref={said}>
          {fault}
        </p>
      )}
      {empty !== undefined && (
        <p class="field-empty" id={`${id}-empty`}>
          {empty}
        </p>
      )}
    </div>
  );
}

export function Parameters() {
  const list = Object.entries(fields.value);
  if (list.length === 0) return null;
  return (
    <fieldset
      class="parameters"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        runDraft();
      }}
    >
      <legend class="visually-hidden">Parameters</legend>
      {list.map(([name, field]) => (
        <Parameter key={`${draft.value.id} ${name}`} name={name} field={field} />
      ))}
    </fieldset>
  );
}
