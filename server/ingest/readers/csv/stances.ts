// Reads a row of a file of stances: each holder's stance on a plan, in each article the row belongs to.
import type { StancesMapping, StanceValue } from '../../../schema/csv-mapping.ts';
import { nearest } from '../../../schema/nearest.ts';
import type { Stance } from '../../../schema/stance.ts';
import type { Columns, Get } from './columns.ts';
import { entitiesGetter, entityGetter } from './entities.ts';
import type { AssertionFact, EntityFact, Said } from './facts.ts';
import { RowFault } from './faults.ts';
import type { Names } from './names.ts';

/** Longer names are cut in the sentence of a claim; its key does not depend on its words. */
const longestName = 120;
const nameOf = ({ name, key }: EntityFact): string => {
  const letters = [...(name ?? key)];
  return letters.length <= longestName ? letters.join('') : `${letters.slice(0, longestName).join('')}…`;
};
const verbs: Readonly<Record<Stance, string>> = {
  supports: 'supports',
  opposes: 'opposes',
  noncommittal: 'is noncommittal on',
  defers: 'defers to others on',
};

type Position = Pick<AssertionFact, 'mode' | 'modality'> & { stance: Stance };
const positionOf = (value: Exclude<StanceValue, null>): Position =>
  typeof value === 'string' ? { stance: value, mode: 'asserts', modality: 'now' } : value;

function stanceGetter(mapping: StancesMapping['stance'], columns: Columns): Get<Position | null> {
  if ('value' in mapping) return () => positionOf(mapping.value);
  const { column } = mapping;
  const cell = columns.words(column, 'stance');
  const values = new Map(Object.entries(mapping.values));
  return (row) => {
    const value = cell(row);
    const found = values.get(value);
    if (found === null) return null;
    if (found !== undefined) return positionOf(found);
    const listed = [...values.keys()];
    const [close] = nearest(value, listed, 1);
    const hint = close === undefined ? '' : `; nearest: "${close}"`;
    const all = listed.map((one) => JSON.stringify(one)).join(', ');
    throw new RowFault({
      column,
      value,
      reason: `is no value that stance.values lists${hint}; listed: ${all}; null there skips a row`,
    });
  };
}

/** What a row says: null where the mapping skips it. Throws RowFault where it cannot be read. */
export function stancesGetter(mapping: StancesMapping, columns: Columns, names: Names): Get<Said | null> {
  const stanceOf = stanceGetter(mapping.stance, columns);
  const allowed = ['person', 'country', 'organization', 'group'] as const;
  const holdersOf = entitiesGetter(mapping.holder, columns, names, { place: 'holder', allowed });
  const planOf = entityGetter(mapping.plan, columns, names, {
    place: 'plan',
    allowed: ['plan', 'event'],
    fallback: 'plan',
  });
  return (row) => {
    const position = stanceOf(row);
    if (position === null) return null;
    const holders = holdersOf(row);
    const plan = planOf(row);
    if (holders.length === 0)
      throw new RowFault({ column: mapping.holder.column, reason: 'is empty, and holder needs it' });
    const { stance, mode, modality } = position;
    return {
      entities: [...holders, plan],
      relations: [],
      asStatement: false,
      assertions: holders.map((holder) => ({
        claim: {
          kind: 'stance',
          holder: holder.key,
          target: plan.key,
          stance,
          text: `${nameOf(holder)} ${verbs[stance]} ${nameOf(plan)}.`,
        },
        mode,
        modality,
      })),
    };
  };
}
