// What is said of a plan or by an actor that is no stance of the table: counts, statements, and stances not held now.
import type { BriefQuery } from '../../schema/brief.ts';
import type { AssertionView } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { assertionsOf } from './assertions.ts';
import { filteredBy } from './evidence-filter.ts';

/**
 * The assertions of the claims on the plan, of the holder, or of the holder on the plan: all of counts and statements,
 * of stances those that deny or question one or put it forward as not held now, since a stance of which nothing else is
 * said is no row of the table. Every one, whatever the display limit; none where neither is given. Errors: those of the
 * filter.
 */
export async function saidBeside(store: Store, query: BriefQuery): Promise<AssertionView[]> {
  const { plan, holder } = query;
  const key = holder ?? plan;
  if (key === undefined) return [];
  const [filtered, rows] = await Promise.all([
    filteredBy(store, query),
    store.read('read/evidence/other-claims', { key }),
  ]);
  const claims = rows.filter(
    (row) => (plan === undefined || row.target === plan) && (holder === undefined || row.holder === holder),
  );
  const said = await assertionsOf(
    store,
    claims.map((row) => row.claim),
    filtered,
  );
  return said.filter(
    ({ claim, mode, modality }) => claim.kind !== 'stance' || mode !== 'asserts' || modality !== 'now',
  );
}
