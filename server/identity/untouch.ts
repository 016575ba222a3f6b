// Leaves what an operation changed beside its own documents as it would be without the operation.
import { relationId } from '../ingest/rows.ts';
import { writeNodes, writeRelations } from '../ingest/write.ts';
import type { Transaction } from '../store/port.ts';
import { takenBack } from './three-ways.ts';
import type { Touch } from './undoing.ts';

async function untouchRelation(tx: Transaction, touch: Extract<Touch, { what: 'relation' }>): Promise<void> {
  const { type, source, target, title, before, after } = touch;
  const rows = await tx.read('write/find/between', { rows: [{ type, source, target }] });
  const id = relationId({ type, source, target, properties: { title } });
  const now = rows.find((row) => relationId(row) === id)?.properties;
  if (now === undefined) return;
  const properties = takenBack(now, before ?? {}, after);
  // One that was made by this alone goes; one that articles state as well is theirs.
  const isLeft = before !== null || Array.isArray(now.articles);
  if (isLeft) await writeRelations(tx, [{ type, source, target, properties }]);
  else await tx.write('write/delete-links', { rows: [{ type, source, target, title }] });
}

/** In the opposite order; of what is gone nothing is written. */
export async function untouch(tx: Transaction, touches: readonly Touch[]): Promise<void> {
  for (const touch of [...touches].reverse()) {
    if (touch.what === 'relation') await untouchRelation(tx, touch);
    else {
      const [row] = await tx.read('write/find/records', { keys: [touch.key] });
      if (row === undefined) continue;
      const { key, ...now } = row.properties;
      const properties = takenBack(now, touch.before, touch.after);
      await writeNodes(tx, [{ key: touch.key, label: touch.label, properties }]);
    }
  }
}
