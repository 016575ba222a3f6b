// The form of an article's facts: title, author, outlet, addresses, dates.
import { useEffect } from 'preact/hooks';
import type { ClaimsDocument } from '../../../server/schema/article.ts';
import { by } from '../../state/decide.ts';
import { closeArticleForm, editBusy, editFaults, editProblem, editWhy } from '../../state/edit/article.ts';
import { type FactsForm, factsForm, factsOf, saveFacts } from '../../state/edit/facts.ts';
import { focusNext } from '../../ui/focus.ts';
import { EditForm } from './EditForm.tsx';
import { EntityField } from './EntityField.tsx';
import { ChoiceField, Fields, TextField } from './Field.tsx';
import { changedArticle } from './names.ts';
import { Signature } from './Signature.tsx';

const bases = [
  { value: 'stated', title: 'Stated by the article' },
  { value: 'inferred', title: 'Inferred' },
  { value: 'unknown', title: 'Not known' },
] as const;

export function FactsEditor({ document }: { document: ClaimsDocument }) {
  useEffect(() => {
    factsForm.value = factsOf(document);
    return () => {
      factsForm.value = null;
    };
  }, []);
  const form = factsForm.value;
  if (form === null) return null;
  const set = (change: Partial<FactsForm>) => {
    factsForm.value = { ...form, ...change };
  };
  const faults = editFaults.value;
  const text = (
    name: Exclude<keyof FactsForm, 'outlet' | 'dateBasis'>,
    label: string,
    hint?: string,
    wide?: boolean,
  ) => (
    <TextField
      label={label}
      value={form[name]}
      longest={name === 'url' || name === 'archivedUrl' ? 2000 : 500}
      onChange={(value) => set({ [name]: value })}
      fault={faults[name]}
      {...(hint && { hint })}
      {...(wide && { wide })}
    />
  );
  const leave = () => {
    focusNext('add a claim');
    closeArticleForm();
  };
  return (
    <EditForm
      title="The facts of the article"
      onSave={saveFacts}
      onLeave={leave}
      onDone={() => focusNext(changedArticle)}
    >
      <Fields title="The article">
        {text('title', 'Title', undefined, true)}
        {text('author', 'Author')}
        <EntityField
          label="Outlet"
          types={['Outlet']}
          value={form.outlet}
          onChange={(outlet) => set({ outlet })}
          fault={faults.outlet}
          optional
        />
        {text('url', 'Address', undefined, true)}
        {text('archivedUrl', 'Archived at', undefined, true)}
        {text('lang', 'Language', 'A code such as en or uk.')}
      </Fields>
      <Fields title="When it was published">
        <ChoiceField
          label="How the date is known"
          value={form.dateBasis}
          options={bases}
          onChange={(dateBasis) => set({ dateBasis })}
          fault={faults.dateBasis}
        />
        {text('publishedFrom', 'From', 'A date such as 2024-10-24 or 2024-10.')}
        {text('publishedTo', 'To')}
        {form.dateBasis === 'inferred' && text('dateNote', 'Inferred from what')}
      </Fields>
      <Signature
        action="Save the facts"
        why={editWhy}
        fault={by.value.trim() === '' ? faults.by : undefined}
        problem={editProblem.value}
        busy={editBusy.value}
        onCancel={leave}
      />
    </EditForm>
  );
}
