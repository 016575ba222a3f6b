// Reads a row of a file of relations: a lasting relation of Hearsay's where the mapping names one, else a statement.
import { labelOf, type RelationsMapping, type RelationWord } from '../../../schema/csv-mapping.ts';
import { Relation } from '../../../schema/entity.ts';
import { actorTypes } from '../../../schema/key.ts';
import { nearest } from '../../../schema/nearest.ts';
import { sha256 } from '../../canonical.ts';
import type { Columns, Get } from './columns.ts';
import { entityGetter } from './entities.ts';
import { type EntityFact, given, type Said } from './facts.ts';
import { RowFault } from './faults.ts';
import type { Names } from './names.ts';

const anyType = Object.keys(labelOf) as (keyof typeof labelOf)[];

/** The typed relation, or null where its ends are not of the types it joins. */
function typedRelation(type: RelationWord, start: EntityFact, end: EntityFact, word: string): Relation | null {
  const details = type === 'HOLDS_OFFICE' ? { title: word } : type === 'TOOK_PART_IN' ? { role: word } : {};
  const checked = Relation.safeParse({ type, start: start.key, end: end.key, ...details });
  return checked.success ? checked.data : null;
}

const longestText = 300;

/** "A — relation — B"; a long relation is cut, with a mark of its whole words, as those tell statements apart. */
function sentence(start: string, word: string, end: string): string {
  const whole = `${start} — ${word} — ${end}`;
  const over = [...whole].length - longestText;
  if (over <= 0) return whole;
  const mark = `… [${sha256(word).slice(0, 8)}]`;
  const kept = Math.max(0, [...word].length - over - mark.length);
  return `${start} — ${[...word].slice(0, kept).join('')}${mark} — ${end}`;
}

function statement(start: EntityFact, end: EntityFact, word: string, column: string): Said['assertions'][number] {
  if (!actorTypes.includes(start.type)) {
    throw new RowFault({
      column,
      value: word,
      reason: `would be a statement about ${start.key}, but statements are about a person, country, organization or group; map the word to a relation that fits, or to null`,
    });
  }
  const target = end.type === 'Plan' || end.type === 'Event' ? end.key : undefined;
  const text = sentence(start.name ?? start.key, word, end.name ?? end.key);
  return {
    claim: { kind: 'statement', holder: start.key, text, ...given({ target }) },
    mode: 'asserts',
    modality: 'now',
  };
}

/** What a row says: null where the mapping skips it. Throws RowFault where it cannot be read. */
export function relationsGetter(mapping: RelationsMapping, columns: Columns, names: Names): Get<Said | null> {
  const { column, others } = mapping.relation;
  const wordOf = columns.filled(column, 'relation');
  const values = new Map(Object.entries(mapping.relation.values));
  const startOf = entityGetter(mapping.start, columns, names, { place: 'start', allowed: anyType });
  const endOf = entityGetter(mapping.end, columns, names, { place: 'end', allowed: anyType });
  return (row) => {
    const word = wordOf(row);
    const type = values.has(word) ? values.get(word) : others === 'statement' ? 'statement' : undefined;
    if (type === null) return null;
    if (type === undefined) {
      const [close] = nearest(word, [...values.keys()], 1);
      const hint = close === undefined ? '' : `; nearest: "${close}"`;
      throw new RowFault({
        column,
        value: word,
        reason: `is no word that relation.values lists${hint}; "others": "statement" takes every word`,
      });
    }
    const [start, end] = [startOf(row), endOf(row)];
    const entities = start.key === end.key ? [start] : [start, end];
    const typed = type === 'statement' || start.key === end.key ? null : typedRelation(type, start, end, word);
    if (typed !== null) return { entities, assertions: [], relations: [typed], asStatement: false };
    return {
      entities,
      assertions: [statement(start, end, word, column)],
      relations: [],
      asStatement: type !== 'statement',
    };
  };
}
