// That the filters leave no node, in the place of a view, with the way back.
import { resetFilters } from '../state/actions.ts';
import { isForeign } from '../state/data.ts';
import { Empty } from '../ui/basics.tsx';

export const NothingLeft = () => (
  <Empty title="Every node is filtered out">
    Switch on {isForeign.value ? 'a label' : 'a type or stance'} on the left, or{' '}
    <button type="button" class="link" onClick={resetFilters}>
      reset the filters
    </button>
    .
  </Empty>
);
