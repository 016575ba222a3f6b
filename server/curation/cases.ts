// Cases: an installation holds several investigations, each a set of held articles.
import { NotFound } from '../errors.ts';
import type { CaseBody, CaseView, CurationReport } from '../schema/curation.ts';
import { batches, compare, distinct } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import type { Reader, Store, Transaction } from '../store/port.ts';
import { sameStored, stored } from './properties.ts';
import { refused, requireHearsay, subjectsOf } from './subject.ts';

const viewOf = (row: Rows<'read/curation/cases'>[number]): CaseView => ({
  ...row,
  articles: distinct(row.articles),
});

/** All cases by key. Throws NotFound where the database is not Hearsay's. */
export async function listCases(store: Pick<Store, 'read' | 'capabilities'>): Promise<CaseView[]> {
  requireHearsay(store);
  const rows = await store.read('read/curation/cases', {});
  return rows.map(viewOf).sort((a, b) => compare(a.key, b.key));
}

const unknownCase = async (tx: Reader, key: string): Promise<NotFound> => {
  const rows = await tx.read('read/curation/cases', {});
  const nearest = rows.map(({ key: other, name }) => ({ key: other, name })).sort((a, b) => compare(a.key, b.key));
  return new NotFound(`There is no case "${key.slice(0, 200)}".`, { nearest: nearest.slice(0, 5) });
};

async function checkHeld(tx: Reader, articles: readonly string[]): Promise<void> {
  for (const batch of batches(articles)) {
    const found = await subjectsOf(tx, batch, ['Article'], '/articles');
    const stub = found.find(({ held }) => held !== true);
    if (stub !== undefined) {
      throw refused(
        '/articles',
        `"${stub.key}" is known only because other articles relay it; a case collects held ones`,
      );
    }
  }
}

async function writeArticles(tx: Transaction, key: string, before: readonly string[], after: readonly string[]) {
  const there = new Set(before);
  const wanted = new Set(after);
  for (const batch of batches(before.filter((article) => !wanted.has(article)))) {
    const rows = batch.map((target) => ({ type: 'COLLECTS', source: key, target, title: '' }));
    await tx.write('write/delete-links', { rows });
  }
  for (const batch of batches(after.filter((article) => !there.has(article)))) {
    await tx.write('write/curation/collects', { rows: batch.map((target) => ({ source: key, target })) });
  }
}

/** Makes the case or overwrites it. Throws NotFound for an unknown article, InvalidRequest for one that is not held. */
export async function putCase(store: Pick<Store, 'transaction'>, key: string, body: CaseBody): Promise<CurationReport> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    const articles = distinct(body.articles);
    await checkHeld(tx, articles);
    const [row] = await tx.read('read/curation/case', { key });
    const before = row === undefined ? null : viewOf(row);
    const wanted = stored({ key, name: body.name, description: body.description });
    if (before !== null) {
      const { articles: collected, ...there } = before;
      const same = sameStored(there, wanted) && JSON.stringify(collected) === JSON.stringify(articles);
      if (same) return { key, outcome: 'unchanged', edges: [] };
    }
    await tx.write('write/curation/case', { key, properties: wanted });
    await writeArticles(tx, key, before?.articles ?? [], articles);
    return { key, outcome: before === null ? 'created' : 'changed', edges: [] };
  });
}

/** Takes the case away and leaves its articles. Throws NotFound, naming cases there are. */
export async function deleteCase(store: Pick<Store, 'transaction'>, key: string): Promise<CurationReport> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    if ((await tx.read('read/curation/case', { key })).length === 0) throw await unknownCase(tx, key);
    await tx.write('write/delete-records', { keys: [key] });
    return { key, outcome: 'removed', edges: [] };
  });
}
