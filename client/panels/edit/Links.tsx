// What a claim rests on in a form: sources, relayed articles and quotes of the article, chosen or added.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { SourceKind } from '../../../server/schema/stance.ts';
import type { Chosen, ClaimForm, FieldFaults, NewSource } from '../../state/edit/claim-form.ts';
import { type AtHand, actors } from '../../state/edit/entities.ts';
import { freeId } from '../../state/edit/parts.ts';
import { sourceKindWords } from '../../text/words.ts';
import { fieldValue } from '../../ui/field.ts';
import { EntityField } from './EntityField.tsx';
import { ChoiceField, Fields, TextField } from './Field.tsx';

interface LinksProps {
  form: ClaimForm;
  onChange: (next: ClaimForm) => void;
  faults: FieldFaults;
  atHand?: AtHand;
}

const sourceKinds: readonly SourceKind[] = ['named', 'document', 'ownReporting', 'anonymous', 'unresolved'];

interface CheckProps {
  words: string;
  on: boolean;
  quoted?: boolean;
  onToggle: () => void;
}
const Check = ({ words, on, quoted, onToggle }: CheckProps) => (
  <label class="edit-check">
    <input type="checkbox" checked={on} onChange={onToggle} />
    {quoted ? <q class="words">{words}</q> : <bdi>{words}</bdi>}
  </label>
);

interface AddingProps {
  /** What opens it, such as "Another source", and what adds it. */
  title: string;
  action: string;
  disabled?: boolean;
  /** False where something is amiss: it stays open. */
  onAdd: () => boolean;
  children: ComponentChildren;
}

/** The fields of something new, behind a button until they are asked for. */
function Adding({ title, action, disabled = false, onAdd, children }: AddingProps) {
  const open = useSignal(false);
  const turn = () => {
    open.value = !open.value;
  };
  if (!open.value)
    return (
      <button type="button" class="link" onClick={turn}>
        {title}
      </button>
    );
  return (
    <div class="edit-new">
      {children}
      <div class="form-actions">
        <button type="button" class="button" disabled={disabled} onClick={() => onAdd() && turn()}>
          {action}
        </button>
        <button type="button" class="button quiet" onClick={turn}>
          Cancel
        </button>
      </div>
    </div>
  );
}

function AddSource({ atHand, onAdd }: { atHand?: AtHand; onAdd: (made: NewSource) => void }) {
  const made = useSignal<NewSource>({ kind: 'anonymous', descriptor: '', actor: null, minCount: '1' });
  const fault = useSignal('');
  const set = (change: Partial<NewSource>) => {
    made.value = { ...made.value, ...change };
  };
  const isNamed = made.value.kind === 'named';
  const add = () => {
    const descriptor = made.value.descriptor.trim() || (isNamed ? (made.value.actor?.name ?? '') : '');
    fault.value =
      isNamed && made.value.actor === null
        ? 'Say who it is.'
        : descriptor === ''
          ? 'Say how the article calls it.'
          : '';
    if (fault.value !== '') return false;
    onAdd({ ...made.value, descriptor });
    set({ descriptor: '', actor: null, minCount: '1' });
    return true;
  };
  return (
    <Adding title="Another source" action="Add the source" onAdd={add}>
      <ChoiceField
        label="Kind of source"
        value={made.value.kind}
        options={sourceKinds.map((value) => ({ value, title: sourceKindWords(value) }))}
        onChange={(kind) => set({ kind })}
      />
      {isNamed && (
        <EntityField
          label="Who it is"
          types={actors}
          value={made.value.actor}
          onChange={(actor) => set({ actor })}
          {...(atHand && { atHand })}
        />
      )}
      <TextField
        label="As the article calls it"
        value={made.value.descriptor}
        onChange={(descriptor) => set({ descriptor })}
        fault={fault.value || undefined}
        hint="Such as “two officials”."
      />
      {made.value.kind === 'anonymous' && (
        <TextField
          label="At least how many people"
          value={made.value.minCount}
          onChange={(minCount) => set({ minCount })}
        />
      )}
    </Adding>
  );
}

function AddRelay({ atHand, onAdd }: { atHand?: AtHand; onAdd: (outlet: Chosen, publishedTo: string) => void }) {
  const outlet = useSignal<Chosen | null>(null);
  const day = useSignal('');
  const id = useId();
  const add = () => {
    if (outlet.value) onAdd(outlet.value, day.value);
    return true;
  };
  return (
    <Adding title="Another relayed article" action="Add the article" disabled={outlet.value === null} onAdd={add}>
      <EntityField
        label="Outlet that is relayed"
        types={['Outlet']}
        value={outlet.value}
        onChange={(chosen) => {
          outlet.value = chosen;
        }}
        {...(atHand && { atHand })}
      />
      <label for={id}>Published on, where the article says so</label>
      <input
        id={id}
        type="text"
        maxLength={30}
        autocomplete="off"
        placeholder="2024-10-24"
        value={day.value}
        onInput={(event) => {
          day.value = fieldValue(event);
        }}
      />
    </Adding>
  );
}

export function Links({ form, onChange, faults, atHand }: LinksProps) {
  const hand = { ...(atHand && { atHand }) };
  const { sources, relays, quotes } = form;
  const flip = <T extends { id: string; on: boolean }>(list: readonly T[], id: string): T[] =>
    list.map((one) => (one.id === id ? { ...one, on: !one.on } : one));
  return (
    <>
      <Fields title="On whose word" fault={faults.sources}>
        {sources.map(({ id, words, on }) => (
          <Check key={id} words={words} on={on} onToggle={() => onChange({ ...form, sources: flip(sources, id) })} />
        ))}
        <AddSource
          {...hand}
          onAdd={(made) => {
            const id = freeId('by-hand', sources);
            const words = `${made.descriptor} (${sourceKindWords(made.kind)}, new)`;
            onChange({ ...form, sources: [...sources, { id, words, on: true, made }] });
          }}
        />
      </Fields>
      <Fields title="Which report it relays" fault={faults.relays}>
        {relays.map(({ id, words, on, how }) => (
          <div key={id} class="edit-relay">
            <Check words={words} on={on} onToggle={() => onChange({ ...form, relays: flip(relays, id) })} />
            {on && (
              <TextField
                label={`In which words: ${words}`}
                value={how}
                onChange={(next) =>
                  onChange({ ...form, relays: relays.map((one) => (one.id === id ? { ...one, how: next } : one)) })
                }
              />
            )}
          </div>
        ))}
        <AddRelay
          {...hand}
          onAdd={(outlet, publishedTo) => {
            const slug = outlet.key.slice(outlet.key.indexOf(':') + 1);
            const id = freeId(`article:${slug}-relayed`, relays);
            const words = `Report by ${outlet.name} (new)`;
            onChange({
              ...form,
              relays: [...relays, { id, words, on: true, how: 'reported', made: { outlet, publishedTo } }],
            });
          }}
        />
      </Fields>
      {quotes.length > 0 && (
        <Fields title="In which quotes" fault={faults.quotes}>
          {quotes.map(({ id, words, on }) => (
            <Check
              key={id}
              quoted
              words={words}
              on={on}
              onToggle={() => onChange({ ...form, quotes: flip(quotes, id) })}
            />
          ))}
        </Fields>
      )}
    </>
  );
}
