// Which proposals are listed: by kind and by what was decided, each with how many there are.
import { canDecide } from '../../state/decide.ts';
import { toggled } from '../../state/filters/sets.ts';
import { act } from '../../state/review/act.ts';
import { draft, reviewFilter, setFilter } from '../../state/review/draft.ts';
import { proposalKinds, tallies } from '../../state/review/list.ts';
import { formatNumber, plural, sentenceCase } from '../../text/format.ts';
import { kindWords } from '../../text/proposal.ts';

const states = ['open', 'accepted', 'rejected'] as const;

interface ToggleProps {
  name: string;
  tally: number;
  on: boolean;
  onToggle: () => void;
}
const Toggle = ({ name, tally, on, onToggle }: ToggleProps) => (
  <button type="button" class="review-toggle" aria-pressed={on} onClick={onToggle}>
    {name} <span class="tally">{formatNumber(tally)}</span>
  </button>
);

export function ReviewFilters() {
  const view = draft.value;
  if (view === null) return null;
  const counts = tallies(view);
  const { kindsOff, statesOff } = reviewFilter.value;
  return (
    <div class="review-filters">
      <fieldset>
        <legend class="visually-hidden">Kinds</legend>
        {proposalKinds
          .filter((kind) => counts.has(kind))
          .map((kind) => (
            <Toggle
              key={kind}
              name={sentenceCase(kind === 'entity' ? 'new entities' : plural(2, kindWords[kind]))}
              tally={counts.get(kind) ?? 0}
              on={!kindsOff.has(kind)}
              onToggle={() => setFilter({ statesOff, kindsOff: toggled(kindsOff, kind) })}
            />
          ))}
      </fieldset>
      <fieldset>
        <legend class="visually-hidden">Decisions</legend>
        {states.map((state) => (
          <Toggle
            key={state}
            name={sentenceCase(state)}
            tally={counts.get(state) ?? 0}
            on={!statesOff.has(state)}
            onToggle={() => setFilter({ kindsOff, statesOff: toggled(statesOff, state) })}
          />
        ))}
        {canDecide() && (
          <button type="button" class="link" aria-keyshortcuts="Shift+A" onClick={() => act('acceptAll')}>
            Accept all shown
          </button>
        )}
      </fieldset>
    </div>
  );
}
