// The way out of a view that is empty because only some of the articles count.
import { isFiltered } from '../api.ts';
import { changeEvidence, evidenceFilter } from '../state/view.ts';
import { noFilter } from '../state/view-url.ts';
import type { WayOut } from '../ui/basics.tsx';

export const countAll: WayOut = {
  title: 'Count every article',
  run: () => changeEvidence('count every article', noFilter),
};

/** The same where there is something to take back. */
export const countAllIfFiltered = (): WayOut | undefined => (isFiltered(evidenceFilter.value) ? countAll : undefined);
