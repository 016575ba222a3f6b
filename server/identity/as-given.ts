// What is shared between reports as it would be without merges and splits: an export holds it so, with these beside it.
import type { Properties, RelationRow } from '../ingest/rows.ts';
import { relationId } from '../ingest/rows.ts';
import { compare } from '../schema/lists.ts';
import type { Reader } from '../store/port.ts';
import { valuesOf, withValues } from './one-entity.ts';
import { standingOf } from './standing.ts';
import { takenBack } from './three-ways.ts';
import { type Undoing, undoingOf } from './undoing.ts';

export interface SharedRows {
  nodes: { key: string; properties: Properties }[];
  /** Curated ones. */
  relations: RelationRow[];
}

function withoutTouches(shared: SharedRows, { touches }: Undoing): SharedRows {
  const nodes = new Map(shared.nodes.map((node) => [node.key, node.properties]));
  const relations = new Map(shared.relations.map((row) => [relationId(row), row]));
  for (const touch of [...touches].reverse()) {
    if (touch.what === 'node') {
      const now = nodes.get(touch.key);
      if (now !== undefined) nodes.set(touch.key, takenBack(now, touch.before, touch.after));
      continue;
    }
    const { type, source, target, title, before, after } = touch;
    const id = relationId({ type, source, target, properties: { title } });
    const row = relations.get(id);
    if (row === undefined) continue;
    const properties = takenBack(row.properties, before ?? {}, after);
    if (before === null || properties.curated !== true) relations.delete(id);
    else relations.set(id, { ...row, properties });
  }
  return { nodes: [...nodes].map(([key, properties]) => ({ key, properties })), relations: [...relations.values()] };
}

/** The rows with each merge and split taken back, the latest first. Aliases of what comes back are those that no document gives. */
export async function sharedAsGiven(reader: Reader, shared: SharedRows): Promise<SharedRows> {
  const { rows } = await standingOf(reader);
  let now = shared;
  for (const { key, kind, from, into } of [...rows].reverse()) {
    const undoing = await undoingOf(reader, key);
    const { nodes, relations } = withoutTouches(now, undoing);
    const { values, node } = undoing;
    const stays = kind === 'merge' ? into : from;
    const left = nodes
      .filter((one) => kind === 'merge' || one.key !== into)
      .map((one) => {
        if (one.key !== stays || values === null) return one;
        const row = { ...one, label: 'Person' as const };
        return { key: one.key, properties: withValues(row, takenBack(valuesOf(row), values.before, values.after)) };
      });
    const back =
      node === null
        ? []
        : [
            {
              key: node.key,
              properties:
                node.properties.curated === true
                  ? node.properties
                  : { ...node.properties, aliases: [...undoing.standing] },
            },
          ];
    now = {
      nodes: [...left, ...back].sort((a, b) => compare(a.key, b.key)),
      relations: [...relations, ...undoing.relations],
    };
  }
  return now;
}
