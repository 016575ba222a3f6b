// How well a relation is supported: on how many origins at least, and whether it is contested.
import { counts } from '../../state/data.ts';
import { change, filters } from '../../state/view.ts';
import { count, formatNumber } from '../../text/format.ts';
import { fieldValue } from '../../ui/field.ts';
import { Group, mostOf, shownOf } from './Facet.tsx';

/** Relations by the least number of their origins, as bars over the slider. */
function Origins() {
  const list = counts.value.origins;
  const now = filters.value.origins;
  const most = mostOf(list);
  const set = (origins: number) =>
    change(
      origins === 0 ? 'any number of origins' : `on at least ${count(origins, 'origin')}`,
      { filters: { ...filters.value, origins } },
      'origins',
    );
  return (
    <div class="filter-slider">
      <div class="histogram" aria-hidden="true">
        {list.map(({ value, total, shown }) => (
          <span key={value} title={`${count(total, 'relation')} on at least ${count(Number(value), 'origin')}`}>
            <span class="facet-total" style={{ height: `${(100 * total) / most}%` }} />
            <span class="facet-shown" style={{ height: `${(100 * shown) / most}%` }} />
          </span>
        ))}
      </div>
      <input
        type="range"
        aria-label="Least number of origins"
        aria-valuetext={now === 0 ? 'any number' : `at least ${count(now, 'origin')}`}
        min={0}
        max={Math.max(now, list.length - 1)}
        value={now}
        onInput={(event) => set(Number(fieldValue(event)))}
      />
      <p class="filter-line">
        <span>{now === 0 ? 'On any number of origins' : `On at least ${count(now, 'independent origin')}`}</span>
        <span class="facet-count">{formatNumber(list.reduce((sum, { shown }) => sum + shown, 0))}</span>
      </p>
    </div>
  );
}

export function Support() {
  const { origins, contested } = counts.value;
  const now = filters.value;
  return (
    <Group title="Support" folded={now.origins === 0 && !now.contested}>
      {origins.length > 0 && <Origins />}
      <label class={`facet choice${now.contested ? '' : ' off'}`}>
        <input
          type="checkbox"
          checked={now.contested}
          onChange={() =>
            change(now.contested ? 'contested or not' : 'contested only', {
              filters: { ...now, contested: !now.contested },
            })
          }
        />
        <span class="facet-name">Contested only</span>
        <span class="facet-count">{shownOf(contested)}</span>
      </label>
      <p class="rail-note">Relations that are not counted, such as memberships, rest on no known origin.</p>
    </Group>
  );
}
