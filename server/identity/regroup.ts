// Puts the documents of some articles in the place of what these say now, under other merges and splits; all together.

import type { Operation } from '../evidence/operations.ts';
import { claimsDocumentOf } from '../exchange/claims-document.ts';
import { storedOf } from '../exchange/stored.ts';
import { claimsRows, localKeys } from '../ingest/claims.ts';
import { type Decisions, decisionsOn } from '../ingest/decisions.ts';
import { type Effective, effective } from '../ingest/merged/effective.ts';
import { bearsOn, forgetGiven, type Given, givenDocuments, keepGiven } from '../ingest/merged/given.ts';
import { findOwned } from '../ingest/owned.ts';
import { planWrites } from '../ingest/plan.ts';
import { bornBy } from '../ingest/remove.ts';
import { type Properties, relationId, sourceLists } from '../ingest/rows.ts';
import { settleEntities, takeOut } from '../ingest/take-out.ts';
import { writeNodes, writeRelations } from '../ingest/write.ts';
import { addTo, batches } from '../schema/lists.ts';
import type { Transaction } from '../store/port.ts';
import { difference } from './three-ways.ts';
import type { Touch } from './undoing.ts';

interface Turned {
  article: string;
  given: Given;
  before: Effective;
  after: Effective;
}

/** Documents that are made of what is stored, so many at a time. */
const atOnce = 20;

/** The documents as given: kept ones, and of the others what is stored; the earlier first. */
async function documentsOf(tx: Transaction, articles: readonly string[]): Promise<Map<string, Given>> {
  const kept = await givenDocuments(tx, articles);
  const made = new Map<string, Given>();
  for (const batch of batches(
    articles.filter((key) => !kept.has(key)),
    atOnce,
  )) {
    const stored = await storedOf(tx, batch, false);
    for (const key of batch) made.set(key, { document: claimsDocumentOf(key, stored), position: 0 });
  }
  return new Map([...made, ...kept]);
}

/** By the key of each claim, assertion and named source the keys that take its place. */
export type Rekeyed = ReadonlyMap<string, ReadonlySet<string>>;

function rekeyedBy(turned: readonly Turned[]): Rekeyed {
  const successors = new Map<string, string[]>();
  const add = (from: string | undefined, to: string | undefined): void => {
    if (from !== undefined && to !== undefined && from !== to) addTo(successors, from, to);
  };
  for (const { before, after } of turned) {
    const [one, other] = [localKeys(before.document), localKeys(after.document)];
    const [said, says] = [before, after].map(
      ({ document }) => new Map(document.assertions.map((assertion) => [assertion.id, assertion])),
    );
    for (const [id, first] of before.assertions) {
      const second = after.assertions.get(id) ?? '';
      add(one.assertions.get(first), other.assertions.get(second));
      const [then, now] = [said?.get(first), says?.get(second)];
      add(one.claims.get(then?.claim ?? ''), other.claims.get(now?.claim ?? ''));
      const sources = (now?.attributedTo ?? []).map(({ source }) => other.sources.get(source));
      (then?.attributedTo ?? []).forEach(({ source }, at) => {
        if (sources.length === then?.attributedTo?.length) add(one.sources.get(source), sources[at]);
      });
    }
    for (const [id, first] of before.claims) add(one.claims.get(first), other.claims.get(after.claims.get(id) ?? ''));
  }
  return new Map([...successors].map(([key, keys]) => [key, new Set(keys)]));
}

/** What documents that are not turned state too, as it was and as the turned ones leave it. */
class Touched {
  readonly #first = new Map<string, Touch>();
  readonly #own = new Set<string>();

  add(plan: Awaited<ReturnType<typeof planWrites>>): void {
    const formerly = new Map<string, Properties>([
      ...plan.former.nodes.map(({ key, properties }) => [key, properties] as const),
      ...plan.former.relations.map((row) => [relationId(row), row.properties] as const),
    ]);
    for (const { key, label, properties } of plan.nodes)
      this.#see(key, formerly.get(key), properties, (before, after) => ({ what: 'node', key, label, before, after }));
    for (const row of plan.relations) {
      const { type, source, target, properties } = row;
      const id = relationId(row);
      const title = type === 'HOLDS_OFFICE' ? String(properties.title ?? '') : '';
      this.#see(id, formerly.get(id), properties, (before, after) => ({
        what: 'relation',
        ...{ type, source, target, title, before, after },
      }));
    }
  }

  #see(
    id: string,
    before: Properties | undefined,
    after: Properties,
    touch: (before: Properties, after: Properties) => Touch,
  ): void {
    const known = this.#first.get(id);
    // What the turned documents themselves have made goes with them.
    if (before === undefined) this.#own.add(id);
    if (before === undefined || this.#own.has(id)) return;
    this.#first.set(id, touch(known?.before ?? before, after));
  }

  /** Without entities, which are settled, and stubs, of which the documents say what they said. */
  touches(): Touch[] {
    const labels = new Set(['Claim', 'Source', 'Utterance', 'Assertion', 'Quote']);
    return [...this.#first.values()].flatMap((touch): Touch[] => {
      if (touch.what === 'node' && !labels.has(touch.label)) return [];
      const { before, after } = difference(touch.before ?? {}, touch.after, sourceLists);
      return Object.keys({ ...before, ...after }).length === 0 ? [] : [{ ...touch, before, after }];
    });
  }
}

export interface Regrouping {
  articles: readonly string[];
  before: readonly Operation[];
  after: readonly Operation[];
  /** Called when everything is taken out, and before anything is put in its place. */
  prepare(): Promise<void>;
  /** Entities of which documents say something else then. */
  entities: readonly string[];
}

export interface Regrouped {
  rekeyed: Rekeyed;
  touches: Touch[];
  /** Decisions on what was taken out, as they were. */
  decisions: Decisions;
  /** What the derived edges are to be brought in step with. */
  around: { articles: string[]; outlets: string[] };
}

/** What a change of the articles' documents bears on. */
export async function aroundOf(tx: Transaction, articles: readonly string[]) {
  const around = { articles: new Set(articles), outlets: new Set<string>() };
  for (const key of articles) {
    const born = await bornBy(tx, key);
    for (const one of born.articles) around.articles.add(one);
    for (const one of born.outlets) around.outlets.add(one);
  }
  return { articles: [...around.articles], outlets: [...around.outlets] };
}

export async function regroup(tx: Transaction, regrouping: Regrouping): Promise<Regrouped> {
  const { before, after } = regrouping;
  const documents = await documentsOf(tx, regrouping.articles);
  const turned = [...documents].map(([article, given]): Turned => {
    return { article, given, before: effective(given.document, before), after: effective(given.document, after) };
  });
  const decisions: Decisions = { grades: [], hypotheses: [] };
  for (const { article } of turned) {
    const owned = await findOwned(tx, article);
    const decided = await decisionsOn(tx, owned);
    decisions.grades.push(...decided.grades);
    decisions.hypotheses.push(...decided.hypotheses);
    await takeOut(tx, article, { keepArticle: true, settle: false, owned });
  }
  await regrouping.prepare();
  const touched = new Touched();
  const around = { articles: [] as string[], outlets: [] as string[] };
  for (const {
    article,
    given,
    after: { document },
  } of turned) {
    const rows = claimsRows(document, { documentHash: '' });
    // The article itself is what it was.
    const nodes = rows.nodes.filter(({ key }) => key !== article);
    const plan = await planWrites(tx, { ...rows, nodes }, article);
    await writeNodes(tx, plan.nodes);
    await writeRelations(tx, plan.relations);
    touched.add(plan);
    around.articles.push(...plan.changedArticles);
    around.outlets.push(...plan.changedOutlets);
    const isOther = document !== given.document || (plan.unsaid && bearsOn(document, after));
    if (isOther) await keepGiven(tx, article, given);
    else await forgetGiven(tx, [article]);
  }
  await settleEntities(tx, regrouping.entities);
  return { rekeyed: rekeyedBy(turned), touches: touched.touches(), decisions, around };
}
