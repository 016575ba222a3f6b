// The changes that people made by hand, as they are shown.

import { requireHearsay } from '../curation/subject.ts';
import { viewOf } from '../history/keep.ts';
import type { ChangeList } from '../schema/changes.ts';
import type { Store } from '../store/port.ts';

/** The latest first. Throws NotFound where the database is not Hearsay's. */
export async function listChanges(
  store: Pick<Store, 'read' | 'capabilities'>,
  { subject, limit }: { subject?: string | undefined; limit: number },
): Promise<ChangeList> {
  requireHearsay(store);
  const counts = await store.read('read/changes/count', {});
  const rows =
    subject === undefined
      ? await store.read('read/changes/all', { limit })
      : await store.read('read/changes/of', { subject, limit });
  const counted = counts.filter((one) => subject === undefined || one.subject === subject);
  return { changes: rows.map(viewOf), total: counted.reduce((sum, { changes }) => sum + changes, 0) };
}
