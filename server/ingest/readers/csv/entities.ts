// Entities named in a column: their type, their key and their name.
import { type EntityColumn, labelOf, type TypeName } from '../../../schema/csv-mapping.ts';
import type { Columns, Get } from './columns.ts';
import type { EntityFact } from './facts.ts';
import { RowFault } from './faults.ts';
import { isKey, type Names } from './names.ts';

/** `fallback` is the type where the mapping gives none; `allowed` are the types that its keys may have. */
interface Place {
  place: string;
  allowed: readonly TypeName[];
  fallback?: TypeName;
}
type Spec = Omit<EntityColumn, 'separator'> & { separator?: string | undefined };

function typeGetter(spec: Spec, columns: Columns, { place, fallback }: Place): Get<TypeName | undefined> {
  const type = spec.type ?? (spec.as === 'name' ? fallback : undefined);
  if (type === undefined && spec.as === 'name') throw new Error(`The mapping's ${place} was not checked.`);
  if (type === undefined || typeof type === 'string') return () => type;
  const cell = columns.words(type.column, `${place}.type`);
  const values = new Map(Object.entries(type.values));
  return (row) => {
    const value = cell(row);
    const found = values.get(value);
    if (found !== undefined) return found;
    const listed = [...values.keys()].map((one) => JSON.stringify(one)).join(', ');
    throw new RowFault({ column: type.column, value, reason: `is no type that ${place}.type.values lists: ${listed}` });
  };
}

/** The type a key has. Throws RowFault where it is none of those allowed here, or not the one that the mapping gives. */
function keyType(key: string, column: string, type: TypeName | undefined, allowed: readonly TypeName[]): TypeName {
  const found = allowed.find((one) => key.startsWith(`${one}:`));
  if (found !== undefined && isKey(key) && (type === undefined || type === found)) return found;
  const types = (type === undefined ? allowed : [type]).map((one) => `${one}:some-slug`).join(', ');
  throw new RowFault({
    column,
    value: key,
    reason: `is no key such as ${types}; if the cells are names, leave "as" out of the mapping`,
  });
}

/** The entities in a column; none where the cell is empty. Throws RowFault on what is no entity of the allowed types. */
export function entitiesGetter(spec: Spec, columns: Columns, names: Names, at: Place): Get<EntityFact[]> {
  const { column, as, separator } = spec;
  const cell = columns.cell(column, at.place);
  const typed = typeGetter(spec, columns, at);
  const named = spec.name === undefined ? undefined : columns.template(spec.name, `${at.place}.name`);
  return (row) => {
    const parts = separator === undefined ? [cell(row)] : cell(row).split(separator);
    const texts = [...new Set(parts.map((part) => part.replace(/\s+/g, ' ').trim()))].filter((text) => text !== '');
    return texts.map((text) => {
      const type = typed(row);
      const key = as === 'key' ? text : `${type}:${names.slug(text)}`;
      const label = labelOf[keyType(key, column, type, at.allowed)];
      // A name of its own belongs to one entity; codes in a list would all be given the same.
      const name = named === undefined || texts.length > 1 ? undefined : named(row);
      if (as === 'name') names.see(key, text, row.line, column);
      const shown = name === undefined || name === '' ? (as === 'name' ? text : undefined) : name;
      return { type: label, key, ...(shown === undefined ? {} : { name: shown }) };
    });
  };
}

/** The one entity of a column. Throws RowFault where the cell is empty. */
export function entityGetter(spec: Spec, columns: Columns, names: Names, at: Place): Get<EntityFact> {
  const all = entitiesGetter({ ...spec, separator: undefined }, columns, names, at);
  return (row) => {
    const [one] = all(row);
    if (one === undefined) throw new RowFault({ column: spec.column, reason: `is empty, and ${at.place} needs it` });
    return one;
  };
}
