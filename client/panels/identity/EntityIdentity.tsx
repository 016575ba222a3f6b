// Of an entity in the panel: what was merged into it or split off it, merging it into another, and splitting a part off.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { NodeView, SearchResult } from '../../../server/schema/view.ts';
import { api, failureOf, sentencesOf } from '../../api.ts';
import { typeOf } from '../../graph/model.ts';
import { articles } from '../../state/data.ts';
import { by, canDecide, lastReport } from '../../state/decide.ts';
import { toggled } from '../../state/filters/sets.ts';
import { identityOpen, merge, split, standing } from '../../state/identity.ts';
import { notify } from '../../state/notices.ts';
import { noFilter } from '../../state/view-url.ts';
import { openChanges, openEdit } from '../../state/work.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { fieldValue } from '../../ui/field.ts';
import { focusNext, useFocusTurn } from '../../ui/focus.ts';
import { titleOf } from '../ArticleDetails.tsx';
import { DecisionForm } from '../DecisionForm.tsx';
import { Report } from '../Report.tsx';
import { changed } from './Candidate.tsx';
import { Operation } from './Standing.tsx';

const entityTypes = new Set(['Person', 'Country', 'Organization', 'Group', 'Outlet', 'Plan', 'Event']);
type Form = 'merge' | 'split';
const openers: Readonly<Record<Form, string>> = { merge: 'merge it into another', split: 'split a part off' };

function MergeForm({ node, onDone }: { node: NodeView; onDone: (then: string) => void }) {
  const other = useSignal<{ key: string; name: string } | null>(null);
  const type = typeOf(node);
  const find = async (query: string, signal: AbortSignal): Promise<SearchResult> => {
    const { rows } = await api.search(query, signal);
    return { rows: rows.filter(({ key, labels }) => labels[0] === type && key !== node.key) };
  };
  const decide = async (why: string | undefined) => {
    if (other.value === null) return;
    const said = { by: by.value.trim(), ...(why === undefined ? {} : { why }) };
    if (await merge({ from: node.key, into: other.value.key, ...said })) onDone(changed);
  };
  return (
    <DecisionForm
      action="Merge it"
      missing={other.value === null ? 'Choose what it is part of.' : undefined}
      onCancel={() => onDone(openers.merge)}
      onDecide={decide}
    >
      <Combobox
        label="It is the same as"
        placeholder="Name"
        value={other.value?.name ?? ''}
        find={find}
        onPick={({ key, name }) => {
          other.value = { key, name };
        }}
      />
      <p class="rail-note">What reports say of it is said of the other then, which goes by its names too.</p>
    </DecisionForm>
  );
}

/** Held articles that name the entity, as far as the page knows them. */
function useNaming(key: string): ReadonlySet<string> {
  const found = useSignal<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const controller = new AbortController();
    const query = { types: ['MENTIONS', 'PUBLISHED'], limit: 500 };
    api.neighbours(key, query, noFilter, controller.signal).then(
      ({ nodes }) => {
        found.value = new Set(nodes.map((node) => node.key));
      },
      (error) => {
        if (!controller.signal.aborted) notify(sentencesOf(failureOf(error)), 'problem');
      },
    );
    return () => controller.abort();
  }, [key]);
  return found.value;
}

function SplitForm({ node, onDone }: { node: NodeView; onDone: (then: string) => void }) {
  const name = useSignal('');
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const naming = useNaming(node.key);
  const named = articles.value.filter(({ held, key }) => held && naming.has(key));
  const decide = async (why: string | undefined) => {
    const said = { by: by.value.trim(), ...(why === undefined ? {} : { why }) };
    const part = { entity: node.key, name: name.value.trim(), articles: [...chosen.value].sort() };
    if (await split({ ...part, ...said })) onDone(changed);
  };
  const missing =
    name.value.trim() === ''
      ? 'Say what the other is called.'
      : chosen.value.size === 0
        ? 'Choose the reports that are about the other.'
        : undefined;
  return (
    <DecisionForm action="Split it off" missing={missing} onCancel={() => onDone(openers.split)} onDecide={decide}>
      <label for="split-name">The other is called</label>
      <input
        id="split-name"
        type="text"
        maxLength={200}
        autocomplete="off"
        value={name.value}
        onInput={(event) => {
          name.value = fieldValue(event);
        }}
      />
      <fieldset class="case-articles">
        <legend>
          Reports about the other <span class="tally">{chosen.value.size}</span>
        </legend>
        {named.map((article) => (
          <label key={article.key}>
            <input
              type="checkbox"
              checked={chosen.value.has(article.key)}
              onChange={() => {
                chosen.value = toggled(chosen.value, article.key);
              }}
            />
            <span>{titleOf(article)}</span>
          </label>
        ))}
      </fieldset>
    </DecisionForm>
  );
}

function Opener({ form, onClick, children }: { form: Form; onClick: () => void; children: string }) {
  const button = useFocusTurn<HTMLButtonElement>(openers[form]);
  return (
    <button ref={button} type="button" class="button" onClick={onClick}>
      {children}
    </button>
  );
}

export function EntityIdentity({ node }: { node: NodeView }) {
  const open = useSignal<Form | null>(null);
  if (!entityTypes.has(typeOf(node))) return null;
  const mine = standing.value.filter(({ from, into }) => from.key === node.key || into.key === node.key);
  const report = lastReport.value?.report;
  const isMine = report && /^(?:merge|split):/.test(report.key) && !identityOpen.value;
  if (mine.length === 0 && !canDecide()) return null;
  const done = (then: string) => {
    open.value = null;
    focusNext(then);
  };
  return (
    <section class="relations decisions">
      <h3>Who it is {mine.length > 0 && <span class="tally">{mine.length}</span>}</h3>
      {mine.length > 0 && (
        <ul>
          {mine.map((one) => (
            <Operation key={one.key} of={one} />
          ))}
        </ul>
      )}
      {isMine && <Report report={report} name={changed} />}
      {open.value === 'merge' && <MergeForm node={node} onDone={done} />}
      {open.value === 'split' && <SplitForm node={node} onDone={done} />}
      {canDecide() && open.value === null && (
        <div class="form-actions">
          {(['merge', 'split'] as const).map((form) => (
            <Opener
              key={form}
              form={form}
              onClick={() => {
                open.value = form;
              }}
            >
              {form === 'merge' ? 'Merge into another' : 'Split a part off'}
            </Opener>
          ))}
          <button type="button" class="button" onClick={() => openEdit({ kind: 'entity', key: node.key })}>
            Correct it
          </button>
          <button type="button" class="button" onClick={() => openChanges(node)}>
            Changes
          </button>
        </div>
      )}
    </section>
  );
}
