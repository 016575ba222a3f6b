// Imports many documents in few transactions: neighbours that are new or unchanged go together, any other by itself.
import { setImmediate } from 'node:timers/promises';
import { InvalidDocument, LimitExceeded } from '../errors.ts';
import type { ClaimsDocument } from '../schema/article.ts';
import type { Store } from '../store/port.ts';
import type { ParsedDocument } from './document.ts';
import { Feed, most, rowsOf } from './feed.ts';
import { type ImportReport, importDocument, importInto } from './import.ts';
import { baseKeyOf, revisionKey } from './keys.ts';
import { entityReferences, linkedArticles } from './references.ts';
import { namesOf } from './resolve.ts';
import { Standing } from './standing.ts';
import { NotTogether, Workspace } from './workspace.ts';
import type { WrittenGraph } from './written/graph.ts';

const isEntityKey = (key: string): boolean => !key.startsWith('article:');
const ownKeys = ({ article }: ClaimsDocument): string[] => {
  const base = baseKeyOf(article);
  return [base, article.key, revisionKey(base, article.textHash)];
};

/** Whether the text is held already: such a document is unchanged, or must go by itself. */
function isHeld({ articles, revisions }: Workspace, document: ClaimsDocument): boolean {
  const found = [
    ...ownKeys(document).flatMap((key) => articles.now(key)),
    ...revisions.now(baseKeyOf(document.article)),
  ];
  return found.some(({ held }) => held);
}

/** Asks at once for what the documents will ask for, as far as it can be told before names are resolved. */
async function readAhead(space: Workspace, all: readonly ParsedDocument[]): Promise<void> {
  const claims = all.filter((one) => one.kind === 'claims');
  const { articles, records, revisions, names } = space;
  const linked = ({ article }: ClaimsDocument) => linkedArticles(article).flatMap(({ keys }) => keys);
  const stubs = ({ articles: list }: ClaimsDocument): string[] => list.map(({ key }) => key);
  await articles.learn(claims.flatMap(({ document: one }) => [...ownKeys(one), ...stubs(one), ...linked(one)]));
  await revisions.learn(claims.map(({ document }) => baseKeyOf(document.article)));
  const fresh = claims.filter(({ document }) => !isHeld(space, document));
  const rows = fresh.map(rowsOf);
  const nodes = rows.flatMap((one) => one.nodes.map(({ key }) => key).filter(isEntityKey));
  const referred = fresh.flatMap(({ document }) => entityReferences(document).map(({ key }) => key));
  await records.learn([...nodes, ...referred]);
  const unknown = fresh.flatMap(({ document }) => document.entities.filter(({ key }) => records.wasAbsent(key)));
  await names.learn(unknown.flatMap(namesOf));
  await space.publishers(fresh.flatMap(({ document }) => [document.article.key, ...stubs(document)]));
  await space.relations(rows.flatMap((one) => one.relations));
}

interface Together {
  written: WrittenGraph | undefined;
  standing: Standing;
  much: number;
  /** Makes the next documents ready, and with `rows` what they become, while these are being written. */
  meanwhile: (rows: boolean) => Promise<void>;
}

/** Imports as many of the documents, from the first, as can go together; gives the reports of these. */
async function importTogether(
  store: Pick<Store, 'transaction' | 'capabilities'>,
  documents: readonly ParsedDocument[],
  { written, standing, much, meanwhile }: Together,
): Promise<ImportReport[]> {
  const done = await store.transaction(
    async (tx) => {
      const [marker] = await tx.write('write/lock', {});
      const known = await standing.take(tx, marker?.revision, documents.length);
      const space = new Workspace(tx, store.capabilities, known);
      await readAhead(space, documents);
      const reports: ImportReport[] = [];
      for (const document of documents) {
        try {
          reports.push(await importInto(space, document, { derive: 'later' }));
          space.keep();
          space.writeMuch(much);
        } catch (error) {
          // By itself it is told apart, or refused with what stands against it.
          if (!(error instanceof NotTogether || error instanceof InvalidDocument)) throw error;
          space.drop();
          break;
        }
        // The engine's answers are taken in meanwhile, and the next rows sent.
        await setImmediate();
      }
      // The next are likely new too where most of these were.
      const areNew = reports.filter(({ outcome }) => outcome === 'created').length > reports.length / 2;
      await Promise.all([space.flush(), meanwhile(areNew)]);
      return { reports, space, known, revision: marker?.revision };
    },
    { durable: 'later' },
  );
  const { reports, space, known, revision } = done;
  standing.give(known, revision, space.written());
  written?.take(revision, space.rows(), (key) => space.wasAbsent(key));
  return reports;
}

export interface BulkOptions<T, R> {
  /** Runs each transaction. */
  step?: <A>(work: () => Promise<A>) => Promise<A>;
  /** What imports an item in a way of its own, when all before it are in the database. */
  byItself?: (item: T) => (() => Promise<R>) | undefined;
  /** Takes in what is written together. */
  written?: WrittenGraph;
  /** Rows that are worth writing while further documents are looked through; 6,000 if absent. */
  much?: number;
}

/**
 * Imports documents in their order, each whole or not at all, and leaves the derived edges for later; what was imported is
 * durable after the store's flush(). Gives each with its report once it is in the database. Throws what importDocument
 * throws at the first that is refused; those before it are there.
 */
export async function* importBulk<T extends { parsed: ParsedDocument }, R extends ImportReport = ImportReport>(
  store: Pick<Store, 'transaction' | 'capabilities'>,
  documents: AsyncIterable<T> | Iterable<T>,
  { step = (work) => work(), byItself = () => undefined, written, much = 6_000 }: BulkOptions<T, R> = {},
): AsyncGenerator<{ item: T; report: ImportReport | R }> {
  /** How many are tried together: fewer after one that had to go by itself, since its neighbours may be alike. */
  let size = most.documents;
  const standing = new Standing();
  const feed = new Feed(documents, (item) => byItself(item) !== undefined);

  async function* importPile(pile: readonly T[]): AsyncGenerator<{ item: T; report: ImportReport }> {
    let waiting = pile;
    while (waiting.length > 0) {
      const items = waiting.slice(0, size);
      let reports: ImportReport[] = [];
      if (items.length > 1) {
        const parsed = items.map((item) => item.parsed);
        const meanwhile = (rows: boolean) => feed.prepare(rows);
        try {
          reports = await step(() => importTogether(store, parsed, { written, standing, much, meanwhile }));
        } catch (error) {
          // Together they were too much for the engine; nothing of them is there.
          if (!(error instanceof LimitExceeded)) throw error;
        }
      }
      for (const [at, report] of reports.entries()) {
        const item = items[at];
        if (item !== undefined) yield { item, report };
      }
      waiting = waiting.slice(reports.length);
      size = reports.length === items.length ? Math.min(most.documents, size * 2) : Math.max(1, reports.length);
      const next = reports.length < items.length ? waiting[0] : undefined;
      if (next === undefined) continue;
      waiting = waiting.slice(1);
      const report = await step(() => importDocument(store, next.parsed, { derive: 'later', durable: 'later' }));
      yield { item: next, report };
      if (items.length === 1) size = 2;
    }
  }

  try {
    for (let pile = await feed.take(); pile !== undefined; pile = await feed.take()) {
      const [item] = pile;
      const own = item === undefined ? undefined : byItself(item);
      if (item === undefined || own === undefined) yield* importPile(pile);
      else yield { item, report: await step(own) };
    }
  } finally {
    await feed.end();
  }
}
