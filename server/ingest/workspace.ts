// What several new articles find and write, held in memory until all is written at once: the same import in few trips to the
// engine. It answers what the import of a new article reads; one that needs anything else must go by itself.
import { batches } from '../schema/lists.ts';
import type { Rows, StatementName, StatementParameters } from '../schema/statements.ts';
import type { Capabilities, Reader, Transaction } from '../store/port.ts';
import { KnownNames } from './known-names.ts';
import { KnownRows } from './known-rows.ts';
import { inOne, labelOf, nameOf, type Row, typeOf, type Write } from './made.ts';
import { isEntity } from './merge.ts';
import type { Known } from './standing.ts';

/** Batches of rows that are under way to the engine at a time. */
const mostAsked = 3;

/** Thrown where a document needs more than the workspace knows. Nothing of it has been written. */
export class NotTogether extends Error {}

interface Ends {
  type: string;
  source: string;
  target: string;
}
const endsId = ({ type, source, target }: Ends): string => `${type}\n${source}\n${target}`;
const isArticle = (key: string): boolean => key.startsWith('article:');

/** Rows of one write statement by what they write, so that the last for each counts. */
type Held = Map<string, Map<string, Row>>;

/** Relations that an import makes by the thousand: each type has a statement that makes them where there are none. */
const madeOften: ReadonlySet<string> = new Set([
  ...['about', 'attributed-to', 'contains', 'has-quote', 'holder', 'identified-as', 'known-from', 'mentions'],
  ...['published', 'relays', 'renders', 'spoken-by'],
]);
const isNode = (statement: string): boolean => statement.startsWith('write/node/');
const nodesFirst = (held: Held): [string, Map<string, Row>][] =>
  [...held].sort(([a], [b]) => Number(isNode(b)) - Number(isNode(a)));
/** An office held twice between the same two is told apart by its title. */
const idOf = (statement: string, { key, source, target, properties }: Row): string =>
  isNode(statement)
    ? String(key)
    : `${source}\n${target}\n${statement === 'write/link/holds-office' ? properties.title : ''}`;

export class Workspace implements Transaction {
  readonly records: KnownRows<Rows<'write/find/records'>[number]>;
  readonly articles: KnownRows<Rows<'write/find/articles'>[number]>;
  readonly revisions: KnownRows<Rows<'write/find/revisions'>[number]>;
  readonly published: KnownRows<Rows<'write/find/incoming'>[number]>;
  readonly between: KnownRows<Rows<'write/find/between'>[number], Ends>;
  readonly names: KnownNames;
  readonly #tx: Transaction;
  readonly #known: Known;
  /** Whether one statement makes all kinds of nodes, and one all types of relations. */
  readonly #inOne: boolean;
  /** Of the documents that are kept, and of the one that is under way. */
  readonly #kept: Held = new Map();
  /** What of the kept is not written yet, and how many rows that is at most. */
  #waiting: Held = new Map();
  #rowsWaiting = 0;
  /** Names of rows that were written already: they are there, whatever was before. */
  readonly #written = new Set<string>();
  #writing: Promise<void> = Promise.resolve();
  #draft: Held = new Map();
  #isStale = false;

  constructor(tx: Transaction, { engine }: Pick<Capabilities, 'engine'>, known: Known = {}) {
    this.#tx = tx;
    this.#inOne = engine === 'neo4j';
    this.#known = known;
    const { keys: there, names } = known;
    const isNowhere = (key: string): boolean => there?.has(key) === false;
    const key = (row: { key: string }): string => row.key;
    const same = (id: string): string => id;
    this.records = new KnownRows((keys) => tx.read('write/find/records', { keys }), same, key, isNowhere);
    this.articles = new KnownRows((keys) => tx.read('write/find/articles', { keys }), same, key, isNowhere);
    this.revisions = new KnownRows(
      (keys) => tx.read('write/find/revisions', { keys }),
      same,
      ({ base }) => base,
      (base) => there?.mayBeRevised(base) === false,
    );
    this.published = new KnownRows(
      (keys) => tx.read('write/find/incoming', { keys, types: ['PUBLISHED'] }),
      same,
      ({ target }) => target,
    );
    this.between = new KnownRows((rows) => tx.read('write/find/between', { rows }), endsId, endsId);
    this.names = names ?? new KnownNames((names) => tx.read('write/find/names', { names }));
  }

  read: Reader['read'] = async (name, parameters) => {
    // Within a document all reading comes before all writing, which is what makes it possible to hold the writes back.
    if (this.#draft.size > 0) throw new NotTogether(`${name} after a write`);
    return (await this.#answer(name, parameters as never)) as never;
  };

  write: Transaction['write'] = async (name, parameters) => {
    if (name === 'schema/marker-set') {
      if (JSON.stringify(parameters) !== '{"properties":{"derivedStale":true}}') throw new NotTogether(name);
      this.#isStale = true;
      return [] as never;
    }
    const isKnown = /^write\/(node|link)\//.test(name) && name !== 'write/link/revision-of';
    if (!isKnown) throw new NotTogether(name);
    const { rows } = parameters as unknown as { rows: Row[] };
    const held = this.#draft.get(name) ?? new Map<string, Row>();
    this.#draft.set(name, held);
    for (const row of rows) held.set(idOf(name, row), row);
    return [{ written: rows.length }] as never;
  };

  async #answer(name: StatementName, parameters: StatementParameters<'write/find/incoming'>): Promise<unknown> {
    const { keys, types } = parameters;
    switch (name) {
      case 'read/identity/operations':
        this.#known.operations ??= await this.#tx.read(name, {});
        return this.#known.operations;
      case 'write/find/records':
        // An article is told by another statement, since its text is long.
        if (keys.some(isArticle)) throw new NotTogether(name);
        return this.records.all(keys);
      case 'write/find/articles':
        return this.articles.all(keys);
      case 'write/find/revisions':
        return this.revisions.all(keys);
      case 'write/find/names':
        return this.names.all((parameters as unknown as StatementParameters<'write/find/names'>).names);
      case 'write/find/incoming':
        if (types.join() !== 'PUBLISHED') throw new NotTogether(name);
        return this.publishers(keys);
      case 'write/find/between':
        return this.relations((parameters as unknown as StatementParameters<'write/find/between'>).rows);
      default:
        throw new NotTogether(name);
    }
  }

  /** Which outlets published the articles; of one that is not in the database nobody is asked. */
  publishers(keys: readonly string[]) {
    for (const key of keys) if (this.articles.wasAbsent(key)) this.published.putAbsent(key);
    return this.published.all(keys);
  }

  /** The relations at these places; where an end is not in the database nobody is asked. */
  relations(rows: readonly Ends[]) {
    const places = rows.map(({ type, source, target }) => ({ type, source, target }));
    for (const place of places)
      if (this.wasAbsent(place.source) || this.wasAbsent(place.target)) this.between.putAbsent(endsId(place));
    return this.between.all(places);
  }

  /** Forgets what the document under way has written. */
  drop(): void {
    this.#draft = new Map();
  }

  /** Takes in what the document under way has written, for those that follow it. */
  keep(): void {
    for (const [statement, rows] of this.#draft) {
      const kept = this.#kept.get(statement) ?? new Map<string, Row>();
      this.#kept.set(statement, kept);
      const waiting = this.#waiting.get(statement) ?? new Map<string, Row>();
      this.#waiting.set(statement, waiting);
      this.#rowsWaiting += rows.size;
      for (const [id, row] of rows) {
        kept.set(id, row);
        waiting.set(id, row);
        if (isNode(statement)) this.#learnNode(statement, row);
        else this.#learnRelation(typeOf(statement), row);
      }
    }
    this.drop();
  }

  #learnNode(statement: string, { key = '', label = '', properties }: Row): void {
    if (statement === 'write/node/articles') {
      const superseded = this.articles.now(key)[0]?.superseded ?? false;
      const [held, textHash, documentHash] = [properties.held === true, properties.textHash, properties.documentHash];
      const hash = (value: unknown): string | null => (typeof value === 'string' ? value : null);
      const hashes = { textHash: hash(textHash), documentHash: hash(documentHash) };
      this.articles.put(key, [{ key, held, ...hashes, superseded, stub: held ? null : properties }]);
      const base = properties.baseKey;
      if (typeof base === 'string')
        this.revisions.put(base, [...this.revisions.now(base), { base, key, held, ...hashes, superseded }]);
      return;
    }
    const own = labelOf(statement) ?? label;
    this.records.put(key, [{ key, labels: isEntity(own) ? ['Actor', own, 'Record'] : [own, 'Record'], properties }]);
    const { name, nameIndex } = properties;
    if (typeof name === 'string' && typeof nameIndex === 'string') this.names.put({ key, name, nameIndex });
  }

  #learnRelation(type: string, { source = '', target = '', properties }: Row): void {
    const row = { type, source, target, properties };
    const isOther = (one: typeof row): boolean => type === 'HOLDS_OFFICE' && one.properties.title !== properties.title;
    this.between.put(endsId(row), [...this.between.now(endsId(row)).filter(isOther), row]);
    if (type === 'PUBLISHED')
      this.published.put(target, [...this.published.now(target).filter((one) => one.source !== source), row]);
  }

  /** Whether the database had no such record. */
  wasAbsent(key: string): boolean {
    return (isArticle(key) ? this.articles : this.records).wasAbsent(key);
  }

  /** All that is kept, nodes first; of a relation with its type. */
  *rows(): Generator<readonly [type: string | null, row: Row]> {
    for (const [statement, held] of nodesFirst(this.#kept))
      for (const row of held.values()) yield [isNode(statement) ? null : typeOf(statement), row];
  }

  /** The records that are kept; of an article with the key of its first text. */
  *written(): Generator<{ key: string; base: unknown }> {
    for (const [type, { key = '', properties }] of this.rows())
      if (type === null) yield { key, base: properties.baseKey };
  }

  /**
   * Begins to write what is kept, if it is so many rows, or at first a quarter of that, since the engine has nothing to do
   * until then; the caller goes on meanwhile, and flush() waits for it.
   */
  writeMuch(rows: number): void {
    if (this.#rowsWaiting < (this.#written.size === 0 ? rows / 4 : rows)) return;
    // What goes wrong is told where it is waited for.
    this.flush().catch(() => {});
  }

  /** Writes all that is kept and not written yet: nodes first, then relations. */
  flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = new Map();
    this.#rowsWaiting = 0;
    this.#writing = this.#writing.then(() => this.#write(waiting));
    return this.#writing;
  }

  async #write(waiting: Held): Promise<void> {
    if (this.#isStale && this.#known.isStale !== true) {
      await this.#tx.write('schema/marker-set', { properties: { derivedStale: true } });
      this.#known.isStale = true;
    }
    const asked: Promise<void>[] = [];
    const apart = nodesFirst(waiting).flatMap(([statement, held]) => this.#apart(statement, held));
    const writes: readonly Write[] = this.#inOne ? inOne(apart) : apart;
    for (const [statement, all] of writes) {
      for (const rows of batches(all)) {
        // The engine has the next rows at hand when it has written those before.
        if (asked.length >= mostAsked) await asked.shift();
        const written = this.#writeRows(statement, rows);
        asked.push(written);
        // What goes wrong is told where it is waited for.
        written.catch(() => {});
      }
    }
    await Promise.all(asked);
  }

  /** The rows that are new to the database, which are made without looking for them, and the others. */
  #apart(statement: string, held: ReadonlyMap<string, Row>): [statement: string, rows: readonly Row[]][] {
    const name = nameOf(statement);
    if (!isNode(statement) && !this.#inOne && !madeOften.has(name)) return [[statement, [...held.values()]]];
    const wasAbsent = ({ key, source = '', target = '' }: Row): boolean =>
      key === undefined ? this.wasAbsent(source) || this.wasAbsent(target) : this.wasAbsent(key);
    const [made, others]: [Row[], Row[]] = [[], []];
    for (const [id, row] of held) {
      const written = `${name}\n${id}`;
      (wasAbsent(row) && !this.#written.has(written) ? made : others).push(row);
      this.#written.add(written);
    }
    return [
      [`write/new/${name}`, made],
      [statement, others],
    ];
  }

  async #writeRows(statement: string, rows: readonly object[]): Promise<void> {
    // Rows that were given for this statement.
    const given = { rows: rows as never };
    const [answer] = (await this.#tx.write(statement as 'write/link/holder', given)) as Rows<'write/link/holder'>;
    // A missing end would drop the relation in silence.
    if (answer?.written !== rows.length)
      throw new Error(`${answer?.written} of ${rows.length} rows of ${statement} were written.`);
  }
}
