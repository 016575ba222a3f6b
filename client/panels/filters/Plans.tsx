// Which plans the positions are on: the main ones, all, or one.
import { counts } from '../../state/data.ts';
import { everyPlan } from '../../state/filters/positions.ts';
import { change, filters } from '../../state/view.ts';
import { count, formatNumber } from '../../text/format.ts';
import { Group } from './Facet.tsx';

const listed = 3;

interface ChoiceProps {
  value: string | undefined;
  name: string;
  total: number;
  title: string;
}

const Choice = ({ value, name, total, title }: ChoiceProps) => (
  <label class="facet choice" title={title}>
    <input
      type="radio"
      name="plan"
      checked={filters.value.plan === value}
      onChange={() => change(`positions on: ${name}`, { filters: { ...filters.value, plan: value } })}
    />
    <span class="facet-name">{name}</span>
    <span class="facet-count">{formatNumber(total)}</span>
  </label>
);

export function Plans() {
  const { plans, mainPlans, allPlans } = counts.value;
  const one = (plan: (typeof plans)[number]) => (
    <Choice
      key={plan.value}
      value={plan.value}
      name={plan.name}
      total={plan.total}
      title={`${plan.name}: ${count(plan.total, 'position')}`}
    />
  );
  return (
    <Group title="Plan">
      <Choice value={undefined} name="Main plans" total={mainPlans} title="The plans that most positions are about" />
      <Choice value={everyPlan} name="All plans" total={allPlans} title="Also the plans that few positions are about" />
      {plans.slice(0, listed).map(one)}
      {plans.length > listed && (
        <details class="more">
          <summary>{plans.length - listed} more</summary>
          {plans.slice(listed).map(one)}
        </details>
      )}
    </Group>
  );
}
