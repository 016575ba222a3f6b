// The audit log, for admins: who changed what and when, searched by person, words and days, the latest first.
import { type Signal, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import {
  type AuditQuestion,
  anything,
  auditEntries,
  auditQuestion,
  firstAudit,
  hasMoreAudit,
  moreAudit,
} from '../../state/audit.ts';
import { auditOpen } from '../../state/work.ts';
import { Empty, FailureCard, Progress } from '../../ui/basics.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { fieldValue } from '../../ui/field.ts';
import { Entry } from './Entry.tsx';
import '../../styles/audit.css';

const fields = [
  { name: 'who', label: 'Who', hint: 'An account' },
  { name: 'what', label: 'What', hint: 'Words or a key' },
  { name: 'from', label: 'From', hint: '' },
  { name: 'to', label: 'Until', hint: '' },
] as const;

interface FieldProps {
  name: keyof AuditQuestion;
  label: string;
  hint: string;
  typed: Signal<AuditQuestion>;
}

function Field({ name, label, hint, typed }: FieldProps) {
  const id = useId();
  const shared = {
    id,
    value: typed.value[name],
    onInput: (event: Event) => {
      typed.value = { ...typed.value, [name]: fieldValue(event) };
    },
  };
  const isDay = name === 'from' || name === 'to';
  return (
    <div>
      <label for={id}>{label}</label>
      {isDay ? <input type="date" {...shared} /> : <input type="text" maxLength={200} placeholder={hint} {...shared} />}
    </div>
  );
}

function Search() {
  const typed = useSignal<AuditQuestion>(auditQuestion.peek());
  const isAny = Object.values(auditQuestion.value).every((value) => value === '');
  return (
    <form
      class="audit-search"
      onSubmit={(event) => {
        event.preventDefault();
        auditQuestion.value = { ...typed.value, who: typed.value.who.trim(), what: typed.value.what.trim() };
      }}
    >
      {fields.map(({ name, label, hint }) => (
        <Field key={name} name={name} label={label} hint={hint} typed={typed} />
      ))}
      <p>
        <button type="submit" class="button">
          Find
        </button>
        {!isAny && (
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              typed.value = anything;
              auditQuestion.value = anything;
            }}
          >
            All
          </button>
        )}
      </p>
    </form>
  );
}

function List() {
  const status = firstAudit.status.value;
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={firstAudit.retry} />;
  const entries = auditEntries.value;
  if (status.state === 'loading' && entries.length === 0)
    return <Progress what="Fetching the audit log" stop={firstAudit.stop} />;
  if (entries.length === 0)
    return auditQuestion.value === anything ? (
      <Empty title="Nothing was changed yet">
        Every import, decision, edit and removal is listed here, with who made it and when.
      </Empty>
    ) : (
      <Empty title="No entry is like that">Names of accounts are asked for as they are written.</Empty>
    );
  return (
    <>
      <ol class="audit-list" aria-label="Entries">
        {entries.map((entry) => (
          <Entry key={entry.entry} of={entry} />
        ))}
      </ol>
      {hasMoreAudit.value && (
        <button type="button" class="button" onClick={() => void moreAudit()}>
          Earlier entries
        </button>
      )}
    </>
  );
}

export function AuditDialog() {
  return (
    <Dialog open={auditOpen} title="Audit log" kind="audit-dialog">
      {auditOpen.value && (
        <div class="audit-frame">
          <Search />
          <List />
        </div>
      )}
    </Dialog>
  );
}
