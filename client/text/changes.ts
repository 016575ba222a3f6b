// Changes by hand in words: what each part was before and is after, member by member.
import type { ChangedPart } from '../../server/schema/changes.ts';
import { withoutTurns } from './titles.ts';
import { propertyLabel } from './words.ts';

const parts: Readonly<Record<string, string>> = {
  article: 'Article',
  articles: 'Relayed article',
  entities: 'Entity',
  entity: 'Entity',
  sources: 'Source',
  utterances: 'Utterance',
  quotes: 'Quote',
  claims: 'Claim',
  assertions: 'Assertion',
  relations: 'Relation',
  grade: 'Grade',
  decision: 'Decision on a proposal',
};
/** What kind of thing was changed. */
export const partTitle = ({ part }: Pick<ChangedPart, 'part'>): string => parts[part] ?? propertyLabel(part);

/** What was done to it. */
export function partOutcome({ before, after }: ChangedPart): 'added' | 'taken out' | 'changed' {
  if (before === null) return 'added';
  return after === null ? 'taken out' : 'changed';
}

type Json = NonNullable<ChangedPart['before']>[string] | undefined;
const isRecord = (value: Json): value is Record<string, NonNullable<Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members that name another item of the document by its id. */
const pointing = new Set([
  ...['claim', 'source', 'article', 'quotes', 'includes', 'knownFrom', 'utterance'],
  ...['speakerSource', 'spokeTo', 'memberOf'],
]);

/** A value as text: a place as its words, lists with commas, keys by their names; also ids where they are such. */
export function valueWords(value: Json, nameOf: (key: string) => string, areIds = false): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((one) => valueWords(one, nameOf, areIds)).join(', ');
  if (isRecord(value)) {
    if (typeof value.quote === 'string') return `“${value.quote}” (${String(value.start)}–${String(value.end)})`;
    return Object.entries(value)
      .map(([name, one]) => `${propertyLabel(name).toLowerCase()} ${valueWords(one, nameOf, pointing.has(name))}`)
      .join(', ');
  }
  if (typeof value === 'string') return areIds || /^[a-z]+:\S+$/.test(value) ? nameOf(value) : withoutTurns(value);
  return String(value);
}

/** Members that say nothing to a reader. */
const silent = new Set(['id', 'key', 'type', 'extractor', '$schema', 'textHash']);

export interface MemberRow {
  name: string;
  before: string;
  after: string;
}

/** The members that are not the same, or all of what was added or taken out. */
export function memberRows({ before, after }: ChangedPart, nameOf: (key: string) => string): MemberRow[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .filter((name) => !silent.has(name))
    .map((name) => ({
      name: propertyLabel(name),
      before: valueWords(before?.[name], nameOf, pointing.has(name)),
      after: valueWords(after?.[name], nameOf, pointing.has(name)),
    }))
    .filter((row) => row.before !== row.after);
}

/** What the part is called where that can be told: its name, title, text or words. */
export function partName({ before, after, id }: ChangedPart, nameOf: (key: string) => string): string {
  const item = after ?? before ?? {};
  for (const member of ['name', 'title', 'text', 'descriptor', 'wording']) {
    const value = item[member];
    if (typeof value === 'string' && value !== '') return withoutTurns(value);
  }
  const { span } = item;
  if (isRecord(span) && typeof span.quote === 'string') return `“${span.quote}”`;
  return id.includes(':') ? nameOf(id) : id;
}

/** What a change calls the items that it changed, by key or id, and beyond it what the page knows. */
export function namesOfParts(parts: readonly ChangedPart[], known: (key: string) => string): (key: string) => string {
  const own = new Map(parts.map((one) => [one.id, partName(one, known)]));
  return (key) => {
    const name = own.get(key) ?? key;
    return name === key ? known(key) : name;
  };
}
