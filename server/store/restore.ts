// Writes the content of a backup into a database, whatever labels and types it has, in transactions of a few thousand rows.
import type { Engine } from './engine.ts';
import type { StoredMarker, StoredNode, StoredRelation, Value } from './port.ts';
import { migrate, newestSchema } from './prepare.ts';
import type { Statement } from './statements.ts';

/** Rows, and roughly characters of text, that go in with one transaction. */
const [mostRows, mostWeight] = [5000, 4_000_000];
/** Nodes that are taken out with one transaction. */
const takenAtOnce = 2000;

const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

type Row = { [name: string]: Value };
type Item = StoredNode | StoredRelation;

/** The statement that writes such items, without their labels or type. */
function statementName(item: Item): string {
  if (!('type' in item)) return 'schema/restore-nodes';
  const [from, to] = [typeof item.source === 'string', typeof item.target === 'string'];
  if (from && to) return 'schema/restore-relations';
  if (to) return 'schema/restore-from-loose';
  return from ? 'schema/restore-to-loose' : 'schema/restore-between-loose';
}

/** Labels and types are no parameters: they are put into the text, quoted. */
function named(text: string, item: Item): string {
  if ('type' in item) return text.replace('[r:ANY_TYPE]', () => `[r:${quoted(item.type)}]`);
  return text.replace(':AnyLabels', () => item.labels.map((label) => `:${quoted(label)}`).join(''));
}

function rowOf(item: Item): Row {
  const properties: Row = { ...item.properties };
  if ('type' in item) return { source: item.source, target: item.target, properties };
  return { properties: item.place === null ? properties : { ...properties, hearsayPlace: item.place } };
}

const weightOf = (row: Row): number =>
  JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? 0 : value)).length;

/** Rows that wait to be written, by the statement that writes them. */
class Pile {
  readonly #engine: Engine;
  readonly #text: (name: string) => string;
  #rows = new Map<string, Row[]>();
  #count = 0;
  #weight = 0;
  #isOfRelations = false;

  constructor(engine: Engine, text: (name: string) => string) {
    this.#engine = engine;
    this.#text = text;
  }

  async add(item: Item): Promise<void> {
    const isRelation = 'type' in item;
    // All nodes are there before the first relation is looked for an end.
    if (isRelation !== this.#isOfRelations) await this.flush();
    this.#isOfRelations = isRelation;
    const [text, row] = [named(this.#text(statementName(item)), item), rowOf(item)];
    const rows = this.#rows.get(text);
    if (rows === undefined) this.#rows.set(text, [row]);
    else rows.push(row);
    this.#count += 1;
    this.#weight += weightOf(row);
    if (this.#count >= mostRows || this.#weight >= mostWeight) await this.flush();
  }

  /** Errors: one that says so where an end of a relation is not there. */
  async flush(): Promise<void> {
    const all = this.#rows;
    [this.#rows, this.#count, this.#weight] = [new Map(), 0, 0];
    if (all.size === 0) return;
    await this.#engine.transaction(
      async (tx) => {
        for (const [text, rows] of all) {
          const [answer] = await tx.run(text, { rows });
          if (Number(answer?.written) !== rows.length)
            throw new Error(`The backup has relations whose ends it does not have: ${text.split('\n').at(-1)}`);
        }
      },
      { durable: 'later' },
    );
  }
}

/** As Store.restore says. */
export async function restoreInto(
  engine: Engine,
  statements: ReadonlyMap<string, Statement>,
  content: AsyncIterable<StoredNode | StoredRelation>,
  marker: StoredMarker,
): Promise<void> {
  const text = (name: string): string => statements.get(name)?.text ?? '';
  const write = (name: string, parameters: Row = {}): Promise<unknown> =>
    engine.transaction((tx) => tx.run(text(name), parameters));
  const setMarker = (properties: Row): Promise<unknown> => write('schema/marker-set', { properties });
  const empty = async (): Promise<void> => {
    while ((await engine.read(text('schema/any-but-marker'), {})).length > 0)
      await write('schema/empty-part', { limit: takenAtOnce });
  };
  const [before] = await engine.read(text('schema/marker'), {});
  // Counted like every write, so that what others keep of before is known to be out of date.
  await write('write/lock');
  await setMarker({ restoring: new Date().toISOString() });
  try {
    await empty();
    const pile = new Pile(engine, text);
    for await (const item of content) await pile.add(item);
    await pile.flush();
    await write('schema/forget-places');
    await setMarker({ ...marker });
    await migrate(engine, statements, marker.schemaVersion);
    await write('write/lock');
    await setMarker({ restoring: null });
    await engine.flush();
  } catch (error) {
    const bundled = before?.bundled ?? 'pending';
    // An empty database is left, not a half; where that fails too, the marker keeps everybody out.
    await empty()
      .then(() => setMarker({ schemaVersion: newestSchema(statements), derivedStale: false, bundled, restoring: null }))
      .catch(() => {});
    throw error;
  }
}
