// Looks at a derived edge: on how many independent origins it rests, or that it is not there.

import { parseEdgeKey } from '../../schema/edge-key.ts';
import { DerivedType, derivedTypes } from '../../schema/evidence.ts';
import type { Reader } from '../../store/port.ts';
import { badgeOf } from '../../views/hearsay/badge.ts';
import { notFound } from '../../views/hearsay/load.ts';
import type { Before, Found, Origins } from '../found.ts';
import { refusedAt } from '../refused.ts';
import { originsInWords, verbOf } from '../words.ts';
import { namesNow } from './names.ts';

/** As stored now, between the ends under the keys that they have now. */
export async function originsOf(reader: Reader, type: string, source: string, target: string): Promise<Origins> {
  const rows = await reader.read('read/edges-between', { source, target });
  const row = rows.find((one) => one.type === type && one.properties.derived === true);
  if (row === undefined) return null;
  const { originsMin, originsMax } = badgeOf(row.properties);
  return [originsMin, originsMax];
}

export async function lookAtEdge(reader: Reader, key: string, before?: Before): Promise<Found> {
  const name = parseEdgeKey(key);
  const type = DerivedType.safeParse(name?.type);
  if (name === null || !type.success || name.number !== 1)
    throw refusedAt(
      '/watches/edge',
      `must be the key of a derived edge: one of ${derivedTypes.join(', ')}, ~, and its ends`,
    );
  const ends = await namesNow(reader, [name.source, name.target]);
  const [source, target] = [ends.get(name.source), ends.get(name.target)];
  const missing = source === undefined ? name.source : name.target;
  if (source === undefined || target === undefined) {
    if (before === undefined) throw await notFound(reader, missing);
    return { subject: before.subject, value: JSON.stringify({ origins: null }), summary: originsInWords(null) };
  }
  const origins = await originsOf(reader, type.data, source.key, target.key);
  const subject = `${source.name} ${verbOf(type.data)} ${target.name}`;
  return { subject, value: JSON.stringify({ origins }), summary: originsInWords(origins) };
}
