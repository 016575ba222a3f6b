// The cases in a dialog: the list, and one case being made or changed with its articles.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CaseView } from '../../server/schema/curation.ts';
import { type CaseDraft, cases, casesOpen, draft, removeCase, saveCase } from '../state/cases.ts';
import { articles } from '../state/data.ts';
import { canDecide } from '../state/decide.ts';
import { toggled } from '../state/filters/sets.ts';
import { count } from '../text/format.ts';
import { Empty } from '../ui/basics.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FormProblem } from '../ui/FormProblem.tsx';
import { fieldValue } from '../ui/field.ts';
import { focusNext, useFocusTurn } from '../ui/focus.ts';
import { Twice } from '../ui/Twice.tsx';
import { titleOf } from './ArticleDetails.tsx';
import { dateOf, outletOf } from './AssertionCard.tsx';
import { caseChooser } from './Cases.tsx';

const newCase = 'make a new case';
const empty: CaseDraft = { key: null, name: '', description: '', articles: new Set() };
function Editor({ of }: { of: CaseDraft }) {
  const wrong = useSignal('');
  const busy = useSignal(false);
  const set = (part: Partial<CaseDraft>) => {
    draft.value = { ...of, ...part };
  };
  const held = articles.value.filter((article) => article.held);
  const name = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => name.current?.focus(), []);
  const save = async (event: Event) => {
    event.preventDefault();
    busy.value = true;
    wrong.value = (await saveCase(of)) ?? '';
    busy.value = false;
    if (wrong.value === '') casesOpen.value = false;
  };
  return (
    <form class="case-form" onSubmit={(event) => void save(event)}>
      <label for="case-name">Name</label>
      <input
        id="case-name"
        ref={name}
        type="text"
        value={of.name}
        maxLength={200}
        autocomplete="off"
        onInput={(event) => set({ name: fieldValue(event) })}
      />
      <label for="case-about">What it is about</label>
      <textarea
        id="case-about"
        rows={2}
        maxLength={2000}
        value={of.description}
        onInput={(event) => set({ description: fieldValue(event) })}
      />
      <fieldset class="case-articles">
        <legend>
          Articles <span class="tally">{of.articles.size}</span>
        </legend>
        {held.map((article) => (
          <label key={article.key}>
            <input
              type="checkbox"
              checked={of.articles.has(article.key)}
              onChange={() => set({ articles: toggled(of.articles, article.key) })}
            />
            <span>
              {titleOf(article)}
              <span class="relation-note">
                {outletOf(article)}, {dateOf(article)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <FormProblem words={wrong.value} />
      <div class="form-actions">
        <button type="submit" class="button primary" disabled={busy.value}>
          Keep the case
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            draft.value = null;
            focusNext(newCase);
          }}
        >
          Cancel
        </button>
      </div>
    </form>
  );
}

function List() {
  const button = useFocusTurn<HTMLButtonElement>(newCase);
  const remove = async (one: CaseView) => {
    await removeCase(one);
    focusNext(newCase);
  };
  return (
    <>
      {cases.value.length === 0 && (
        <Empty title="There are no cases yet">
          A case is one investigation: a set of articles. While it is chosen, every view and every count takes these
          alone.
        </Empty>
      )}
      <ul class="case-list">
        {cases.value.map((one) => (
          <li key={one.key}>
            <div>
              <strong>{one.name}</strong> <span class="relation-note">{count(one.articles.length, 'article')}</span>
              {one.description && <p class="rail-note">{one.description}</p>}
            </div>
            {canDecide() && (
              <div class="form-actions">
                <button
                  type="button"
                  class="button"
                  aria-label={`Change ${one.name}`}
                  onClick={() => {
                    draft.value = {
                      key: one.key,
                      name: one.name,
                      description: one.description ?? '',
                      articles: new Set(one.articles),
                    };
                  }}
                >
                  Change
                </button>
                <Twice
                  text="Remove"
                  label={`Remove ${one.name}`}
                  sure="Remove for good"
                  onSure={() => void remove(one)}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {canDecide() && (
        <button
          ref={button}
          type="button"
          class="button primary"
          onClick={() => {
            draft.value = empty;
          }}
        >
          New case
        </button>
      )}
    </>
  );
}

export const CasesDialog = () => (
  <Dialog
    open={casesOpen}
    back={caseChooser}
    title={draft.value === null ? 'Cases' : draft.value.key === null ? 'New case' : 'Change the case'}
  >
    {casesOpen.value && (draft.value === null ? <List /> : <Editor of={draft.value} />)}
  </Dialog>
);
