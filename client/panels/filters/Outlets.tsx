// The outlets that the relations rest on, each with how many; asked of the server when the group is opened.
import { counts } from '../../state/data.ts';
import { edgeReportsStatus, outletsOpen, retryEdgeReports } from '../../state/edge-reports.ts';
import { toggled } from '../../state/filters/sets.ts';
import { outletName } from '../../state/in-force.ts';
import { change, filters } from '../../state/view.ts';
import { FailureCard, Progress } from '../../ui/basics.tsx';
import { FacetRow, Group, mostOf, switchWords } from './Facet.tsx';

export function Outlets() {
  const status = edgeReportsStatus.value;
  const list = counts.value.outlets;
  const off = filters.value.outletsOff;
  const set = (label: string, outletsOff: ReadonlySet<string>) =>
    change(label, { filters: { ...filters.value, outletsOff } });
  const only = (key: string) =>
    set(`only: ${outletName(key)}`, new Set(list.map(({ value }) => value).filter((value) => value !== key)));
  return (
    <Group
      title="Outlet"
      folded={off.size === 0 && !outletsOpen.value}
      onToggle={(open) => {
        outletsOpen.value = open;
      }}
    >
      {status.state === 'failed' && <FailureCard failure={status.failure} retry={retryEdgeReports} />}
      {list.length === 0 && status.state === 'loading' && <Progress what="Looking up which reports say what" />}
      {list.map((facet) => {
        const name = outletName(facet.value);
        return (
          <div class="facet-line" key={facet.value}>
            <FacetRow
              facet={facet}
              most={mostOf(list)}
              on={!off.has(facet.value)}
              onChange={() => set(switchWords(off, facet.value, name), toggled(off, facet.value))}
            >
              {name}
            </FacetRow>
            <button type="button" class="link only" aria-label={`Only ${name}`} onClick={() => only(facet.value)}>
              only
            </button>
          </div>
        );
      })}
      {off.size > 0 && (
        <button type="button" class="link" onClick={() => set('take in all outlets', new Set())}>
          All outlets
        </button>
      )}
      <p class="rail-note">
        A relation stays while a report it rests on is of an outlet that is on, or relays one. What if an outlet were
        not there at all is asked in its panel.
      </p>
    </Group>
  );
}
