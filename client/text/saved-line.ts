// Who saved a view or a story, and when, in words; and what is said where that stands in the way of a saving.
import { formatDate } from './format.ts';

export interface Saved {
  key: string;
  /** Of a story its title. */
  name: string;
  by: string;
  /** ISO, UTC. */
  savedOn: string;
}

/** "saved by Ada on 24 Oct 2024, 10:05 UTC". */
export const savedLine = ({ by, savedOn }: Pick<Saved, 'by' | 'savedOn'>): string =>
  `saved by ${by} on ${formatDate(savedOn)}`;

/** `there` is what stands in the way of the saving: under the key that was to be replaced the same, saved anew. */
export const clashWords = (kind: 'view' | 'story', there: Saved, replaced: string | null): string =>
  there.key === replaced
    ? `${there.name} was meanwhile ${savedLine(there)}: nothing was written.`
    : `There is a ${kind} called ${there.name}, ${savedLine(there)}.`;
