// What was decided on who is who: merges, splits and distinctions that stand, each with who, why and the way back.
import type { DistinctionView, OperationView } from '../../../server/schema/identity.ts';
import { canDecide } from '../../state/decide.ts';
import { distinctions, standing, undistinguish, undoOperation } from '../../state/identity.ts';
import { focusNext } from '../../ui/focus.ts';
import { changed } from './Candidate.tsx';

const said = ({ by, why }: { by: string; why: string | null }): string => `by ${by}${why ? `: ${why}` : ''}`;

async function takeBack(work: Promise<boolean>): Promise<void> {
  if (await work) focusNext(changed);
}

export function Operation({ of }: { of: OperationView }) {
  const words =
    of.kind === 'merge' ? `${of.from.name} is part of ${of.into.name}` : `${of.into.name} is split off ${of.from.name}`;
  return (
    <li class="hypothesis">
      <span>{words}</span>
      <span class="relation-note">{said(of)}</span>
      {of.restingOn.length > 0 ? (
        <span class="relation-note">A later one rests on it: take that back first.</span>
      ) : (
        canDecide() && (
          <button
            type="button"
            class="link"
            aria-label={`Take back that ${words}`}
            onClick={() => void takeBack(undoOperation(of))}
          >
            Take back
          </button>
        )
      )}
    </li>
  );
}

const Distinction = ({ of }: { of: DistinctionView }) => (
  <li class="hypothesis">
    <span>
      {of.one.name} and {of.other.name} are two
    </span>
    <span class="relation-note">{said(of)}</span>
    {canDecide() && (
      <button
        type="button"
        class="link"
        aria-label={`Take back that ${of.one.name} and ${of.other.name} are two`}
        onClick={() => void takeBack(undistinguish(of.key))}
      >
        Take back
      </button>
    )}
  </li>
);

export function Standing() {
  const status = distinctions.status.value;
  const apart = status.state === 'ready' ? status.value.distinctions : [];
  if (standing.value.length + apart.length === 0) return null;
  return (
    <section class="relations identity-standing">
      <h3>
        Decided <span class="tally">{standing.value.length + apart.length}</span>
      </h3>
      <ul>
        {standing.value.map((one) => (
          <Operation key={one.key} of={one} />
        ))}
        {apart.map((one) => (
          <Distinction key={one.key} of={one} />
        ))}
      </ul>
    </section>
  );
}
