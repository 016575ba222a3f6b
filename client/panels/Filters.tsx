// The filters as facets: what there is, how much of it is shown, and a switch for each.
import type { ComponentChildren } from 'preact';
import { resetFilters } from '../state/actions.ts';
import { counts, filtersChanged, isForeign } from '../state/data.ts';
import type { Facet } from '../state/filters/facets.ts';
import { everyPlan } from '../state/filters/positions.ts';
import { toggled } from '../state/filters/sets.ts';
import { change, filters, hand } from '../state/view.ts';
import { count, formatNumber, sentenceCase } from '../text/format.ts';
import { relationWords, type StanceName, stanceMeaning, stanceTitle } from '../text/words.ts';
import { StanceMark, TypeMark } from '../ui/marks.tsx';
import { HistoryTools } from './HistoryTools.tsx';

interface RowProps {
  facet: Facet;
  most: number;
  on: boolean;
  onChange: () => void;
  children: ComponentChildren;
  tone?: string;
  title?: string;
}

/** A line of a facet: switch, sign and name, bar, and shown of total. */
function Row({ facet, most, on, onChange, children, tone, title }: RowProps) {
  return (
    <label class={`facet${on ? '' : ' off'}`} {...(title ? { title } : {})}>
      <input type="checkbox" checked={on} onChange={onChange} />
      <span class="facet-name">{children}</span>
      <span class="facet-bar" aria-hidden="true">
        <span class={`facet-total ${tone ?? ''}`} style={{ width: `${(100 * facet.total) / most}%` }} />
        <span class={`facet-shown ${tone ?? ''}`} style={{ width: `${(100 * facet.shown) / most}%` }} />
      </span>
      <span class="facet-count">
        {facet.shown === facet.total
          ? formatNumber(facet.total)
          : `${formatNumber(facet.shown)}/${formatNumber(facet.total)}`}
      </span>
    </label>
  );
}

const Group = ({ title, children, folded }: { title: string; children: ComponentChildren; folded?: boolean }) => (
  <details class="facet-group" open={!folded}>
    <summary>{title}</summary>
    <fieldset>
      <legend class="visually-hidden">{title}</legend>
      {children}
    </fieldset>
  </details>
);

/** What switching a value is called in the history. */
const switchWords = <T,>(off: ReadonlySet<T>, value: T, name: string): string =>
  `${off.has(value) ? 'take in' : 'leave out'}: ${name}`;

const mostOf = (facets: readonly Facet[]): number => Math.max(1, ...facets.map((facet) => facet.total));

function Stances({ facets }: { facets: readonly Facet[] }) {
  const most = mostOf(facets);
  return (
    <Group title="Stance">
      {facets.map((facet) => {
        const stance = facet.value as StanceName;
        const flip = () =>
          change(switchWords(filters.value.stancesOff, stance, stance), {
            filters: { ...filters.value, stancesOff: toggled(filters.value.stancesOff, stance) },
          });
        return (
          <Row
            key={stance}
            facet={facet}
            most={most}
            on={!filters.value.stancesOff.has(stance)}
            onChange={flip}
            tone={`tone-${stance}`}
            title={`${stanceTitle(stance)}: ${stanceMeaning[stance]}`}
          >
            <StanceMark stance={stance} /> {stanceTitle(stance)}
          </Row>
        );
      })}
    </Group>
  );
}

const listed = 3;

function Plans() {
  const { plans, mainPlans, allPlans } = counts.value;
  const Choice = ({
    value,
    name,
    total,
    title,
  }: {
    value: string | undefined;
    name: string;
    total: number;
    title: string;
  }) => (
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

export function Filters() {
  const { types, stances, relations, bystanders } = counts.value;
  const off = filters.value.typesOff;
  const mostNodes = mostOf(types);
  const mostRelations = mostOf(relations);
  const flipType = (type: string) => () =>
    change(switchWords(off, type, type), { filters: { ...filters.value, typesOff: toggled(off, type) } });
  const flipRelation = (type: string) => () =>
    change(switchWords(filters.value.relationsOff, type, relationWords(type)), {
      filters: { ...filters.value, relationsOff: toggled(filters.value.relationsOff, type) },
    });
  const changed = filtersChanged.value || hand.value.hidden.size > 0;
  return (
    <section class="filters" aria-label="Filters">
      <header class="rail-head">
        <h2>Filters</h2>
        <button type="button" class="link" disabled={!changed} onClick={resetFilters}>
          Reset
        </button>
        <HistoryTools />
      </header>
      {!isForeign.value && <Stances facets={stances} />}
      {!isForeign.value && counts.value.plans.length > 1 && <Plans />}
      <Group title={isForeign.value ? 'Label' : 'Type'}>
        {types.map((facet) => (
          <Row
            key={facet.value}
            facet={facet}
            most={mostNodes}
            on={!off.has(facet.value)}
            onChange={flipType(facet.value)}
          >
            <TypeMark type={facet.value} /> {facet.value}
          </Row>
        ))}
        {bystanders > 0 && !isForeign.value && (
          <label class={`facet choice${filters.value.bystanders ? '' : ' off'}`}>
            <input
              type="checkbox"
              checked={filters.value.bystanders}
              onChange={() =>
                change(`${filters.value.bystanders ? 'leave out' : 'take in'}: without a position`, {
                  filters: { ...filters.value, bystanders: !filters.value.bystanders },
                })
              }
            />
            <span class="facet-name">Without a position</span>
            <span class="facet-count">{formatNumber(bystanders)}</span>
          </label>
        )}
      </Group>
      <Group title={isForeign.value ? 'Relations' : 'Other relations'} folded={!isForeign.value}>
        {relations.map((facet) => (
          <Row
            key={facet.value}
            facet={facet}
            most={mostRelations}
            on={!filters.value.relationsOff.has(facet.value)}
            onChange={flipRelation(facet.value)}
          >
            {sentenceCase(relationWords(facet.value))}
          </Row>
        ))}
      </Group>
      {hand.value.only && (
        <p class="rail-note">
          Only what was put on the canvas by hand is shown.{' '}
          <button
            type="button"
            class="link"
            onClick={() =>
              change('show everything again', { hand: { added: hand.value.added, hidden: hand.value.hidden } })
            }
          >
            Show everything again
          </button>
        </p>
      )}
      {hand.value.hidden.size > 0 && (
        <p class="rail-note">
          {count(hand.value.hidden.size, 'node')} hidden by hand.{' '}
          <button
            type="button"
            class="link"
            onClick={() => change('show what was hidden', { hand: { ...hand.value, hidden: new Set() } })}
          >
            Show again
          </button>
        </p>
      )}
    </section>
  );
}
