// Filters by how well a relation is supported: on how many independent origins it rests, and whether it is contested.
import type { EdgeView } from '../../../server/schema/view.ts';
import { countedOf } from '../../graph/counted.ts';

export interface SupportFilter {
  /** The least number of origins, by the least count there can be: the left figure of the badge. 0: any. */
  readonly origins: number;
  readonly contested: boolean;
}
export const noSupportFilter: SupportFilter = { origins: 0, contested: false };

export const filtersSupport = ({ origins, contested }: SupportFilter): boolean => origins > 0 || contested;

/** A relation that is not counted rests on no known origin and is not contested: it passes only where nothing is asked. */
export function supportPasses(edge: EdgeView, filter: SupportFilter): boolean {
  if (!filtersSupport(filter)) return true;
  const counted = countedOf(edge);
  return counted !== undefined && counted.originsMin >= filter.origins && (!filter.contested || counted.contested);
}
