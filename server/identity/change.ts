// Carries a merge, a split or the undoing of one out: documents turned, decisions taken along, derived edges in step.
import { changes, edgesOf } from '../curation/decide.ts';
import { deriveAround, questionsAround } from '../ingest/derive.ts';
import { touchedBy } from '../ingest/touched.ts';
import type { CurationReport } from '../schema/curation.ts';
import { distinct } from '../schema/lists.ts';
import type { Transaction } from '../store/port.ts';
import { disposedOf, moveDispositions, moveNotes } from './follow.ts';
import { moveGrades, moveHypotheses, successorsAmong } from './moves.ts';
import { aroundOf, type Regrouped, type Regrouping, regroup } from './regroup.ts';
import type { Move } from './undoing.ts';

export interface Change extends Regrouping {
  /** Entities that are another now, for what is about them. */
  renamed: ReadonlyMap<string, string>;
  /** Outlets of which the owner may be another. */
  outlets: readonly string[];
  /** On what is about to go, beside those on what the articles say. */
  decisions: Regrouped['decisions'];
  /** Called when the documents are in their place and the entities settled. */
  finish?(): Promise<void>;
  /** Called before notes and dispositions follow what they are about; the edges are in step then. */
  end?(): Promise<void>;
  /** Called with all decisions in place, before the edges are brought in step. */
  restore?(): Promise<void>;
}

export interface Changed {
  touches: Regrouped['touches'];
  moves: Move[];
  edges: CurationReport['edges'];
}

/** In a transaction under the write lock. */
export async function carryOut(tx: Transaction, change: Change): Promise<Changed> {
  const { renamed, articles, outlets, decisions: beside } = change;
  const first = await aroundOf(tx, articles);
  const around = { articles: first.articles, outlets: distinct([...first.outlets, ...outlets]) };
  const sources = distinct(beside.hypotheses.map(({ source }) => source));
  const before = await touchedBy(tx, { ...around, sources });
  const disposed = await disposedOf(tx, before.claims);
  const earlier = await edgesOf(tx, before.claims);

  const regrouped = await regroup(tx, change);
  await change.finish?.();
  const { rekeyed, touches, decisions } = regrouped;
  const [grades, hypotheses] = [
    [...decisions.grades, ...beside.grades],
    [...decisions.hypotheses, ...beside.hypotheses],
  ];
  const on = [...grades.map(({ key }) => key), ...hypotheses.flatMap(({ source, target }) => [source, target])];
  const to = await successorsAmong(tx, on, rekeyed, renamed);
  const moves = [...(await moveGrades(tx, grades, to)), ...(await moveHypotheses(tx, hypotheses, to))];
  await change.restore?.();

  const after = {
    articles: distinct([...around.articles, ...regrouped.around.articles]),
    outlets: distinct([
      ...around.outlets,
      ...regrouped.around.outlets,
      ...change.entities.filter((key) => key.startsWith('outlet:')),
    ]),
    sources,
  };
  await deriveAround(tx, [before], after);
  const claims = distinct([...before.claims, ...(await questionsAround(tx, after))]);
  await change.end?.();
  moves.push(...(await moveNotes(tx, rekeyed, renamed)), ...(await moveDispositions(tx, disposed, rekeyed, claims)));
  return { touches, moves, edges: changes(earlier, await edgesOf(tx, claims)) };
}
