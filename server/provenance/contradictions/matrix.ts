// The compatibility matrix: what two positions on one question are to each other, and what becomes of that in time.
import type { ContradictionType } from '../../schema/ledger.ts';
import type { Stance } from '../../schema/stance.ts';

/** Two stances of one holder on one target; null where both can be held. */
export const ofStances: Readonly<Record<Stance, Readonly<Record<Stance, 'exclusive' | 'tension' | null>>>> = {
  supports: { supports: null, opposes: 'exclusive', noncommittal: 'tension', defers: 'tension' },
  opposes: { supports: 'exclusive', opposes: null, noncommittal: 'tension', defers: 'tension' },
  noncommittal: { supports: 'tension', opposes: 'tension', noncommittal: null, defers: null },
  defers: { supports: 'tension', opposes: 'tension', noncommittal: null, defers: null },
};

/** The stances that take a side; the others keep out of it. */
export const isCommitted = (stance: Stance | null): boolean => stance === 'supports' || stance === 'opposes';

/** How two positions can be incompatible. */
export type Relation = 'denial' | 'exclusive' | 'count' | 'tension';

/** How two assertions meet: in overlapping times and channels, the holder's public and private word, or at other times. */
export type Meeting = 'together' | 'betweenChannels' | 'atOtherTimes';

/** What is entered for two incompatible positions, by how their assertions meet; null where nothing is. */
export const outcomes: Readonly<Record<Relation, Readonly<Record<Meeting, ContradictionType | null>>>> = {
  denial: { together: 'denial', betweenChannels: 'publicPrivate', atOtherTimes: 'reversal' },
  exclusive: { together: 'exclusive', betweenChannels: 'publicPrivate', atOtherTimes: 'reversal' },
  count: { together: 'count', betweenChannels: 'publicPrivate', atOtherTimes: 'reversal' },
  tension: { together: 'tension', betweenChannels: 'publicPrivate', atOtherTimes: null },
};
