// The form of an entity: its names, what it is, and the facts of its type.
import type { EntityType } from '../../../server/schema/key.ts';
import { show } from '../../state/actions.ts';
import { by } from '../../state/decide.ts';
import { allTypes } from '../../state/edit/entities.ts';
import {
  type EntityForm,
  editedNode,
  entityBusy,
  entityFaults,
  entityForm,
  entityProblem,
  entityReport,
  entityWhy,
  type OwnMember,
  ownMembers,
  saveEntity,
} from '../../state/edit/entity.ts';
import { edited, editOpen } from '../../state/work.ts';
import { FailureCard, Progress } from '../../ui/basics.tsx';
import { focusNext } from '../../ui/focus.ts';
import { Report } from '../Report.tsx';
import { EditForm } from './EditForm.tsx';
import { EntityField } from './EntityField.tsx';
import { ChoiceField, Fields, TextField } from './Field.tsx';
import { changedEntity } from './names.ts';
import { Signature } from './Signature.tsx';

const labels: Readonly<Record<OwnMember, string>> = {
  iso2: 'Country code, two letters',
  url: 'Address',
  owner: 'Owner',
  country: 'Country',
  proposedOn: 'Proposed on',
  on: 'Date',
  precision: 'The date is known to the',
};
const precisions = ['day', 'month', 'year', 'time'].map((value) => ({ value, title: value }));

function Done() {
  const done = entityReport.value;
  if (done === null) return null;
  return (
    <>
      <p>
        <bdi>{done.name}</bdi> {done.report.change === null ? 'is as it was.' : 'is saved.'}
      </p>
      <Report report={done.report} name={changedEntity} />
      <div class="form-actions">
        <button
          type="button"
          class="button primary"
          onClick={() => {
            editOpen.value = false;
            void show(done.key);
          }}
        >
          Show it
        </button>
      </div>
    </>
  );
}

function Own({
  form,
  member,
  set,
}: {
  form: EntityForm;
  member: OwnMember;
  set: (change: Partial<EntityForm>) => void;
}) {
  const fault = entityFaults.value[member];
  if (member === 'country')
    return (
      <EntityField
        label={labels.country}
        types={['Country']}
        value={form.country}
        onChange={(country) => set({ country })}
        fault={fault}
        optional
        known
      />
    );
  const change = (value: string) => set({ own: { ...form.own, [member]: value } });
  if (member === 'precision')
    return (
      <ChoiceField
        label={labels.precision}
        value={form.own.precision || 'day'}
        options={precisions}
        onChange={change}
        fault={fault}
      />
    );
  const isDate = member === 'on' || member === 'proposedOn';
  return (
    <TextField
      label={labels[member]}
      value={form.own[member] ?? ''}
      longest={2000}
      onChange={change}
      fault={fault}
      {...(isDate && { hint: 'A date such as 2024-10-24 or 2024-10.' })}
    />
  );
}

export function EntityEditor() {
  const status = editedNode.status.value;
  const form = entityForm.value;
  if (entityReport.value !== null) return <Done />;
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={editedNode.retry} />;
  if (form === null) return <Progress what="Fetching the entity" />;
  const set = (change: Partial<EntityForm>) => {
    entityForm.value = { ...form, ...change };
  };
  const faults = entityFaults.value;
  const leave = () => {
    editOpen.value = false;
  };
  const isNew = edited.value?.kind === 'entity' && edited.value.key === null;
  return (
    <EditForm
      title={isNew ? 'A new entity' : form.name || 'The entity'}
      onSave={saveEntity}
      onLeave={leave}
      onDone={() => focusNext(changedEntity)}
    >
      <Fields title="What it is">
        {isNew && (
          <ChoiceField
            label="Type"
            value={form.type}
            options={allTypes.map((value) => ({ value, title: value }))}
            onChange={(type: EntityType) => set({ type })}
          />
        )}
        <TextField
          label="Name"
          value={form.name}
          longest={200}
          onChange={(name) => set({ name })}
          fault={faults.name}
        />
        <TextField
          label="Other names, one a line"
          value={form.aliases}
          rows={4}
          longest={20_000}
          wide
          onChange={(aliases) => set({ aliases })}
          fault={faults.aliases}
        />
        <TextField
          label="One sentence on it"
          value={form.description}
          wide
          onChange={(description) => set({ description })}
          fault={faults.description}
        />
        {ownMembers[form.type].map((member) => (
          <Own key={member} form={form} member={member} set={set} />
        ))}
      </Fields>
      <Signature
        action={isNew ? 'Make it' : 'Save the correction'}
        why={entityWhy}
        fault={by.value.trim() === '' ? faults.by : undefined}
        problem={entityProblem.value}
        busy={entityBusy.value}
        onCancel={leave}
      />
    </EditForm>
  );
}
