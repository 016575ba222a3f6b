// Statements that somebody saved: kept in this browser, taken out and brought in as files.
import { signal } from '@preact/signals';
import type { SavedQuery } from '../../../server/schema/cypher.ts';
import { slugOf } from '../../text/slug.ts';
import { recall, remember } from '../memory.ts';
import { type Fields, parameterTypes, readField } from './parameters.ts';
import { asRecord } from './stored.ts';

const name = 'cypher-saved';
export const ownGroup = 'Saved by you';

/** A list of statements as a file holds it, with where in it something makes no sense. */
export function readSaved(text: string): { queries: SavedQuery[]; faults: string[] } {
  let list: unknown;
  try {
    const content: unknown = JSON.parse(text);
    list = Array.isArray(content) ? content : asRecord(content).queries;
  } catch (error) {
    return { queries: [], faults: [`This is no JSON: ${error instanceof Error ? error.message : error}`] };
  }
  if (!Array.isArray(list)) return { queries: [], faults: ['A list of statements is expected, or {"queries": […]}.'] };
  const queries: SavedQuery[] = [];
  const faults: string[] = [];
  list.forEach((item, index) => {
    const read = readOne(item);
    if (typeof read === 'string') faults.push(`Statement ${index + 1}: ${read}`);
    else queries.push(read);
  });
  return { queries, faults };
}

/** One saved statement, or what it lacks. */
function readOne(item: unknown): SavedQuery | string {
  const { id, title, description, group, statement, parameters = [] } = asRecord(item);
  if (typeof title !== 'string' || title.trim() === '') return 'it has no "title".';
  if (typeof statement !== 'string' || statement.trim() === '') return 'it has no "statement".';
  if (!Array.isArray(parameters)) return '"parameters" is no list.';
  const read: SavedQuery['parameters'] = [];
  for (const parameter of parameters) {
    const { name: called, type, label, default: usual = null } = asRecord(parameter);
    const known = parameterTypes.find((one) => one === type);
    if (typeof called !== 'string' || !known)
      return `a parameter needs a "name" and a "type", one of ${parameterTypes.join(', ')}.`;
    read.push({
      name: called,
      type: known,
      label: typeof label === 'string' ? label : called,
      default: usual as SavedQuery['parameters'][number]['default'],
    });
  }
  return {
    id: typeof id === 'string' && /^[a-z0-9-]+$/.test(id) ? id : idOf(title),
    title: title.slice(0, 200),
    description: typeof description === 'string' ? description.slice(0, 2000) : '',
    group: typeof group === 'string' ? group.slice(0, 100) : ownGroup,
    statement,
    parameters: read,
  };
}

/** "Who opposes?" as "who-opposes". */
export const idOf = (title: string): string => slugOf(title, 200) || 'statement';

export const saved = signal<readonly SavedQuery[]>(readSaved(recall(name) ?? '[]').queries);

function put(list: readonly SavedQuery[]): void {
  saved.value = list;
  remember(name, JSON.stringify(list));
}

/** Saves a statement; one of the same title is replaced. */
export function save(query: SavedQuery): void {
  put([...saved.value.filter((one) => one.id !== query.id), query]);
}

export const forget = (id: string): void => put(saved.value.filter((one) => one.id !== id));

/** A statement with what stands in its fields as the defaults. */
export const savedOf = (title: string, description: string, statement: string, filled: Fields): SavedQuery => ({
  id: idOf(title),
  title,
  description,
  group: ownGroup,
  statement,
  parameters: Object.entries(filled).map(([parameter, field]) => {
    const read = readField(field);
    const value = 'value' in read ? read.value : null;
    return { name: parameter, type: field.type, label: parameter, default: value as never };
  }),
});

/** What a file for others holds. */
export const savedFile = (list: readonly SavedQuery[]): string => `${JSON.stringify({ queries: list }, null, 2)}\n`;

/** Takes in the statements of a file; says how many, and what in it made no sense. */
export function bringIn(text: string): { added: number; faults: string[] } {
  const { queries, faults } = readSaved(text);
  const ids = new Set(queries.map(({ id }) => id));
  if (queries.length > 0) put([...saved.value.filter(({ id }) => !ids.has(id)), ...queries]);
  return { added: queries.length, faults };
}
