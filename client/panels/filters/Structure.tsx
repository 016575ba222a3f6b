// How nodes are joined on the canvas: within some relations of one, in its component, by size of component, by degree.
import { isForeign, nameOf, shown, shownKeys } from '../../state/data.ts';
import { mostHops } from '../../state/filters/structure.ts';
import { selectedNode } from '../../state/selection.ts';
import { change, filters } from '../../state/view.ts';
import { count } from '../../text/format.ts';
import { fieldValue } from '../../ui/field.ts';
import { Group } from './Facet.tsx';

const hopsList = Array.from({ length: mostHops }, (_, index) => index + 1);

function Near() {
  const { near } = filters.value;
  const key = near?.key ?? selectedNode.value;
  const set = (hops: number) => {
    if (key === undefined) return;
    change(
      hops === 0 ? 'however far' : `within ${count(hops, 'hop')} of ${nameOf(key)}`,
      { filters: { ...filters.value, near: hops === 0 ? null : { key, hops } } },
      'near',
    );
  };
  return (
    <label class="filter-field">
      <span>{key === undefined ? 'Near the selected node' : `Near ${nameOf(key)}`}</span>
      <select
        value={String(near?.hops ?? 0)}
        disabled={key === undefined}
        onChange={(event) => set(Number(fieldValue(event)))}
      >
        <option value="0">anywhere</option>
        {hopsList.map((hops) => (
          <option key={hops} value={String(hops)}>
            {count(hops, 'hop')}
          </option>
        ))}
      </select>
    </label>
  );
}

function Component() {
  const { component } = filters.value;
  const key = component ?? selectedNode.value;
  const there = key !== undefined && shownKeys.value.has(key);
  const flip = () =>
    change(component === null ? `only what is joined to ${nameOf(key ?? '')}` : 'joined or not', {
      filters: { ...filters.value, component: component === null ? (key ?? null) : null },
    });
  return (
    <label class={`facet choice${component === null ? ' off' : ''}`}>
      <input type="checkbox" checked={component !== null} disabled={component === null && !there} onChange={flip} />
      <span class="facet-name">{key === undefined ? 'Joined to the selected node' : `Joined to ${nameOf(key)}`}</span>
    </label>
  );
}

interface LeastProps {
  label: string;
  name: 'degree' | 'componentSize';
  words: string;
}

const Least = ({ label, name, words }: LeastProps) => (
  <label class="filter-field">
    <span>{label}</span>
    <input
      type="number"
      min={0}
      max={1_000_000}
      step={1}
      placeholder="any"
      value={filters.value[name] === 0 ? '' : String(filters.value[name])}
      onInput={(event) => {
        const value = Math.min(1_000_000, Math.max(0, Math.floor(Number(fieldValue(event)) || 0)));
        change(
          value === 0 ? `any ${words}` : `${words} of at least ${value}`,
          { filters: { ...filters.value, [name]: value } },
          name,
        );
      }}
    />
  </label>
);

export function Structure() {
  const { near, component, componentSize, degree } = filters.value;
  return (
    <Group title="Structure" folded={near === null && component === null && componentSize === 0 && degree === 0}>
      <Near />
      <Component />
      <Least label="Components of at least" name="componentSize" words="components" />
      <Least label="Relations, at least" name="degree" words="degree" />
      <p class="rail-note">
        {count(shown.value.nodes.length, 'node')} left.{' '}
        {isForeign.value ? 'Labels and relations' : 'Stances, types and the rest'} are filtered first; what is joined is
        counted in what they leave.
      </p>
    </Group>
  );
}
