// A filter by any property that the data have: which, how compared, with what; those in force stand in the bar over the view.
import { useSignal } from '@preact/signals';
import { dataset } from '../../state/data.ts';
import { operatorWords, testWords } from '../../state/filters/active.ts';
import { type Operator, operators, type PropertyChoice, propertyChoices } from '../../state/filters/properties.ts';
import { change, filters } from '../../state/view.ts';
import { formatNumber, sentenceCase } from '../../text/format.ts';
import { propertyLabel, relationWords } from '../../text/words.ts';
import { fieldValue } from '../../ui/field.ts';
import { Group } from './Facet.tsx';

const idOf = ({ on, type, name }: PropertyChoice): string => JSON.stringify([on, type, name]);
const groupOf = ({ on, type }: PropertyChoice): string => (on === 'node' ? type : `Relation: ${relationWords(type)}`);

/** The choices by type, in their order. */
function grouped(choices: readonly PropertyChoice[]): Map<string, PropertyChoice[]> {
  const groups = new Map<string, PropertyChoice[]>();
  for (const choice of choices) groups.set(groupOf(choice), [...(groups.get(groupOf(choice)) ?? []), choice]);
  return groups;
}

function NewTest() {
  const choices = propertyChoices(dataset.value);
  const chosen = useSignal('');
  const operator = useSignal<Operator>('is');
  const value = useSignal('');
  const choice = choices.find((one) => idOf(one) === chosen.value);
  const ready = choice !== undefined && (operator.value === 'exists' || value.value.trim() !== '');
  const add = (event: Event) => {
    event.preventDefault();
    if (!choice || !ready) return;
    const { on, type, name } = choice;
    const test = {
      on,
      type,
      name,
      operator: operator.value,
      value: operator.value === 'exists' ? '' : value.value.trim(),
    };
    change(`${groupOf(choice)}: ${testWords(test)}`, {
      filters: { ...filters.value, where: [...filters.value.where, test] },
    });
    value.value = '';
  };
  return (
    <form class="property-test" onSubmit={add}>
      <select
        aria-label="Property"
        value={chosen.value}
        onChange={(event) => {
          chosen.value = fieldValue(event);
        }}
      >
        <option value="">Choose a property</option>
        {[...grouped(choices)].map(([group, list]) => (
          <optgroup key={group} label={sentenceCase(group)}>
            {list.map((one) => (
              <option key={idOf(one)} value={idOf(one)}>
                {propertyLabel(one.name)} ({formatNumber(one.count)})
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <select
        aria-label="Comparison"
        value={operator.value}
        onChange={(event) => {
          operator.value = operators.find((one) => one === fieldValue(event)) ?? 'is';
        }}
      >
        {operators.map((one) => (
          <option key={one} value={one}>
            {operatorWords[one]}
          </option>
        ))}
      </select>
      <input
        type="text"
        aria-label="Value"
        placeholder="Value"
        value={value.value}
        disabled={operator.value === 'exists'}
        onInput={(event) => {
          value.value = fieldValue(event);
        }}
      />
      <button type="submit" class="button" disabled={!ready}>
        Filter
      </button>
    </form>
  );
}

export function Properties() {
  const open = useSignal(false);
  return (
    <Group
      title="Properties"
      folded={!open.value}
      onToggle={(now) => {
        open.value = now;
      }}
    >
      {open.value && <NewTest />}
      <p class="rail-note">
        Only nodes or relations of the type that has the property are asked; in lists one item is enough. Accents and
        capitals do not count.
      </p>
    </Group>
  );
}
