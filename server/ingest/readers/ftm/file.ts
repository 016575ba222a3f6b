// Gathers what a FollowTheMoney file says: its entities by their ids, its ties, its articles, and faults with their lines.
import type { Entity } from '../../../schema/entity.ts';
import { fold } from '../../../schema/fold.ts';
import { shortHash } from '../../canonical.ts';
import { readDate } from '../article/dates.ts';
import { slug } from '../csv/names.ts';
import type { Faults } from '../faults.ts';
import type { Tally } from '../tally.ts';
import { inLine, line } from '../text/shorten.ts';
import { articleSchemata, nodeTypes, type Tie, ties } from './schemata.ts';

type Properties = Record<string, readonly string[]>;
export interface FtmEntity {
  id: string;
  schema: string;
  properties: Properties;
  /** In the file, from 1. */
  line: number;
}
export interface FtmTie extends FtmEntity {
  tie: Tie;
}

/** Whether a JSON value is an entity of FollowTheMoney. */
export const isFtm = (json: unknown): boolean =>
  json !== null &&
  typeof json === 'object' &&
  'schema' in json &&
  'id' in json &&
  !('format' in json) &&
  !('@type' in json);

const values = (value: unknown): string[] =>
  [value]
    .flat()
    .flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? inLine(String(one)) || [] : []));

export class FtmFile {
  readonly entities = new Map<string, Entity>();
  readonly ties: FtmTie[] = [];
  readonly articles: FtmEntity[] = [];
  /** By article: who is mentioned in it. */
  readonly mentions: { document: string; resolved: string }[] = [];
  readonly #file: string;
  readonly #faults: Faults;
  readonly #tally: Tally;
  readonly #keys = new Set<string>();
  readonly #lines = new Map<string, number>();

  constructor(file: string, faults: Faults, tally: Tally) {
    this.#file = file;
    this.#faults = faults;
    this.#tally = tally;
  }

  #fault(at: number, reason: string, field?: string): void {
    this.#faults.add({ file: this.#file, line: at, field, reason });
  }

  take(json: unknown, at: number): void {
    if (json === null || typeof json !== 'object' || Array.isArray(json)) {
      this.#fault(at, 'is no entity of FollowTheMoney: an object with id, schema and properties is expected');
      return;
    }
    const { id, schema, properties } = json as Record<string, unknown>;
    if (typeof id !== 'string' || id === '') this.#fault(at, 'is missing; each entity has its own', 'id');
    else if (typeof schema !== 'string') this.#fault(at, 'is missing; it says what the entity is', 'schema');
    else if (properties === null || typeof properties !== 'object' || Array.isArray(properties))
      this.#fault(at, 'must be an object with a list of values for each member', 'properties');
    else {
      const all = Object.entries(properties).map(([name, value]) => [name, values(value)] as const);
      this.#takeEntity({ id, schema, line: at, properties: Object.fromEntries(all) });
    }
  }

  #takeEntity(entity: FtmEntity): void {
    const { id, schema, line: at, properties } = entity;
    const before = this.#lines.get(id);
    if (before !== undefined) {
      this.#fault(at, `"${id}" is taken by line ${before}; merge the two, as "ftm aggregate" does`, 'id');
      return;
    }
    this.#lines.set(id, at);
    const type = Object.hasOwn(nodeTypes, schema) ? nodeTypes[schema] : undefined;
    const tie = Object.hasOwn(ties, schema) ? ties[schema] : undefined;
    if (type !== undefined) this.#addNode(entity, type);
    else if (tie !== undefined) this.ties.push({ ...entity, tie });
    else if (articleSchemata.has(schema)) this.articles.push(entity);
    else if (schema === 'Mention' && properties.document?.[0] && properties.resolved?.[0])
      this.mentions.push({ document: properties.document[0], resolved: properties.resolved[0] });
    else this.#tally.add(`${schema}, which Hearsay has nothing for, left aside`);
  }

  #addNode({ id, schema, properties, line: at }: FtmEntity, type: Entity['type']): void {
    const names = [
      ...(properties.name ?? []),
      ...(properties.alias ?? []),
      ...(properties.weakAlias ?? []),
      ...(properties.previousName ?? []),
    ];
    const usable = [...new Set(names.map((name) => line(name, 200)))].filter((name) => fold(name) !== '');
    const [name, ...aliases] = usable;
    if (name === undefined) {
      this.#tally.add(`${schema} without a name, left aside`);
      return;
    }
    const plain = `${type.toLowerCase()}:${slug(name)}`;
    // Two entities of one name are two: the id tells them apart.
    const key = this.#keys.has(plain) ? `${plain}-${shortHash([id]).slice(0, 8)}` : plain;
    this.#keys.add(key);
    const url = type === 'Organization' ? properties.website?.find((one) => /^https?:\/\/\S+$/.test(one)) : undefined;
    const day = type === 'Event' ? this.date(at, properties, ['date', 'startDate']) : undefined;
    const summary = properties.summary?.[0];
    this.entities.set(id, {
      type,
      key,
      name,
      ...(aliases.length === 0 ? {} : { aliases: aliases.slice(0, 100) }),
      ...(summary === undefined ? {} : { description: line(summary, 300) }),
      ...(url === undefined ? {} : { url }),
      ...(day === undefined ? {} : { on: day }),
    } as Entity);
  }

  /** The first of the members that has a date; a fault where the calendar has none such. */
  date(at: number, properties: Properties, names: readonly string[]): string | undefined {
    for (const name of names) {
      const value = properties[name]?.[0];
      if (value === undefined) continue;
      const read = readDate(value);
      if (read.is === 'date') return read.date;
      if (read.is === 'wrong')
        this.#fault(at, `${JSON.stringify(value.slice(0, 60))} is no date of the calendar`, `properties.${name}`);
      else this.#tally.add(`dates that cannot be read (${name}), left aside`);
    }
    return undefined;
  }
}
