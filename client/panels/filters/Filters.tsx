// The filters in the rail: what there is, how much of it is shown, and a switch or a field for each.
import { counts, isForeign } from '../../state/data.ts';
import { unloadedLabels } from '../../state/display-limit.ts';
import type { Facet } from '../../state/filters/facets.ts';
import { toggled } from '../../state/filters/sets.ts';
import { change, filters, hand } from '../../state/view.ts';
import { count, formatNumber, sentenceCase } from '../../text/format.ts';
import { relationWords, type StanceName, stanceMeaning, stanceTitle } from '../../text/words.ts';
import { StanceMark } from '../../ui/marks.tsx';
import { TypeMark } from '../../ui/TypeMark.tsx';
import { GradeFilter } from '../Grades.tsx';
import { FacetRow, Group, mostOf, switchWords } from './Facet.tsx';
import { Noted } from './Noted.tsx';
import { Outlets } from './Outlets.tsx';
import { Plans } from './Plans.tsx';
import { Properties } from './Properties.tsx';
import { ReportDays } from './ReportDays.tsx';
import { Structure } from './Structure.tsx';
import { Support } from './Support.tsx';

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
          <FacetRow
            key={stance}
            facet={facet}
            most={most}
            on={!filters.value.stancesOff.has(stance)}
            onChange={flip}
            tone={`tone-${stance}`}
            title={`${stanceTitle(stance)}: ${stanceMeaning[stance]}`}
          >
            <StanceMark stance={stance} /> {stanceTitle(stance)}
          </FacetRow>
        );
      })}
    </Group>
  );
}

/** Switches a value of one of the sets of what is left out. */
const flip = (of: 'typesOff' | 'relationsOff', value: string, name: string) =>
  change(switchWords(filters.value[of], value, name), {
    filters: { ...filters.value, [of]: toggled(filters.value[of], value) },
  });

function Types() {
  const { types: loaded, bystanders } = counts.value;
  const missing = unloadedLabels.value.filter(({ label }) => !loaded.some(({ value }) => value === label));
  const types = [...loaded, ...missing.map(({ label, count: total }) => ({ value: label, total, shown: 0 }))];
  const { typesOff: off } = filters.value;
  const flipBystanders = () =>
    change(`${filters.value.bystanders ? 'leave out' : 'take in'}: without a position`, {
      filters: { ...filters.value, bystanders: !filters.value.bystanders },
    });
  return (
    <Group title={isForeign.value ? 'Label' : 'Type'}>
      {types.map((facet) => (
        <FacetRow
          key={facet.value}
          facet={facet}
          most={mostOf(types)}
          on={!off.has(facet.value)}
          onChange={() => flip('typesOff', facet.value, facet.value)}
        >
          <TypeMark type={facet.value} /> {facet.value}
        </FacetRow>
      ))}
      {bystanders > 0 && !isForeign.value && (
        <label class={`facet choice${filters.value.bystanders ? '' : ' off'}`}>
          <input type="checkbox" checked={filters.value.bystanders} onChange={flipBystanders} />
          <span class="facet-name">Without a position</span>
          <span class="facet-count">{formatNumber(bystanders)}</span>
        </label>
      )}
    </Group>
  );
}

function RelationTypes() {
  const { relations } = counts.value;
  const { relationsOff: off } = filters.value;
  return (
    <Group title={isForeign.value ? 'Relations' : 'Other relations'} folded={!isForeign.value}>
      {relations.map((facet) => (
        <FacetRow
          key={facet.value}
          facet={facet}
          most={mostOf(relations)}
          on={!off.has(facet.value)}
          onChange={() => flip('relationsOff', facet.value, relationWords(facet.value))}
        >
          {sentenceCase(relationWords(facet.value))}
        </FacetRow>
      ))}
    </Group>
  );
}

/** What was done by hand, with the way back. */
const ByHand = () => (
  <>
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
  </>
);

export function Filters() {
  const own = !isForeign.value;
  return (
    <section class="filters" aria-label="Filters">
      {own && <Stances facets={counts.value.stances} />}
      {own && counts.value.plans.length > 1 && <Plans />}
      <Types />
      <RelationTypes />
      {own && <Outlets />}
      {own && <ReportDays />}
      {own && <Support />}
      {own && <GradeFilter />}
      {own && <Noted />}
      <Structure />
      <Properties />
      <ByHand />
    </section>
  );
}
