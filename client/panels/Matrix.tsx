// The stance matrix: holders down, plans across, each cell a position with its mark and on how many origins it rests.
import { resetFilters } from '../state/actions.ts';
import { filtersChanged } from '../state/data.ts';
import { holderText, type Matrix, matrix, table } from '../state/stances.ts';
import { Empty, FailureCard, Progress } from '../ui/basics.tsx';
import { countAllIfFiltered } from './count-all.ts';
import { MatrixGrid } from './MatrixGrid.tsx';
import { MatrixTools } from './MatrixTools.tsx';
import { UnsettledPlace } from './UnsettledPlace.tsx';

function showAll(): void {
  holderText.value = '';
  if (filtersChanged.value) resetFilters();
}

function Content({ found }: { found: Matrix }) {
  if (found.plans.length === 0) {
    return (
      <Empty title="No plan has a reported position" action={countAllIfFiltered()}>
        Articles that say who supports or opposes a plan would fill the matrix.
      </Empty>
    );
  }
  if (found.rows.length === 0) {
    return (
      <Empty title="No holder passes the filters" action={{ title: 'Show all holders', run: showAll }}>
        Switch a stance or type on again, choose another plan, or empty the field above.
      </Empty>
    );
  }
  return (
    <>
      <MatrixGrid plans={found.plans} rows={found.rows} />
      <UnsettledPlace matrix={found} />
    </>
  );
}

export function MatrixTab() {
  const status = table.status.value;
  const found = matrix.value;
  return (
    <section class="matrix-tab" aria-label="Matrix">
      <MatrixTools rows={found?.rows ?? []} busy={status.state === 'loading'} />
      {status.state === 'failed' ? (
        <FailureCard failure={status.failure} retry={table.retry} />
      ) : found ? (
        <Content found={found} />
      ) : (
        <Progress what="Loading the positions" stop={table.stop} />
      )}
    </section>
  );
}
