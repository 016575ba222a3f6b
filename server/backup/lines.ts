// The lines of a backup from the database: a head, the nodes, the relations, and the end with counts and checksum.
import { createHash } from 'node:crypto';
import { hearsayVersion } from '../root.ts';
import { type BackupEnd, type BackupHead, backupFormat, backupVersion } from '../schema/backup.ts';
import { batches, compare } from '../schema/lists.ts';
import type { Capabilities, Reader } from '../store/port.ts';
import { writtenProperties } from './values.ts';

/** Records that are read together; with their texts they are in memory at once. */
const atOnce = 500;

const sortedLabels = (labels: readonly string[]): string[] => [...labels].sort(compare);

/** Nodes that are no records with a key: each with the place by which relations name it. */
async function looseNodes(reader: Reader): Promise<{ places: ReadonlyMap<string, number>; lines: object[] }> {
  const rows = (await reader.read('read/backup/loose-nodes', {})).filter(
    ({ labels }) => !labels.includes('HearsayMarker'),
  );
  const nodes = rows
    .map(({ id, labels, properties }) => ({
      id,
      labels: sortedLabels(labels),
      properties: writtenProperties(properties),
    }))
    .sort((a, b) => compare(JSON.stringify([a.labels, a.properties]), JSON.stringify([b.labels, b.properties])));
  return {
    places: new Map(nodes.map(({ id }, at) => [id, at])),
    lines: nodes.map(({ labels, properties }, place) => ({ labels, place, properties })),
  };
}

const sortedLines = (lines: readonly object[]): string[] => lines.map((line) => JSON.stringify(line)).sort(compare);

async function* content(reader: Reader): AsyncGenerator<{ line: string; labels?: readonly string[]; type?: string }> {
  const keys = (await reader.read('read/backup/keys', {})).map(({ key }) => key).sort(compare);
  const { places, lines } = await looseNodes(reader);
  for (const batch of batches(keys, atOnce)) {
    const rows = await reader.read('read/backup/nodes', { keys: batch });
    const byKey = new Map(rows.map((row) => [row.key, row]));
    for (const key of batch) {
      const row = byKey.get(key);
      if (row === undefined) continue;
      const labels = sortedLabels(row.labels);
      yield { line: JSON.stringify({ labels, properties: writtenProperties(row.properties) }), labels };
    }
  }
  for (const line of lines as { labels: string[] }[]) yield { line: JSON.stringify(line), labels: line.labels };
  for (const batch of batches(keys, atOnce)) {
    const rows = await reader.read('read/backup/relations', { keys: batch });
    const bySource = new Map<string, object[]>(batch.map((key) => [key, []]));
    for (const { source, type, target, properties } of rows)
      bySource.get(source)?.push({ type, source, target, properties: writtenProperties(properties) });
    for (const group of bySource.values())
      for (const line of sortedLines(group)) yield { line, type: (JSON.parse(line) as { type: string }).type };
  }
  if (places.size === 0) return;
  const rows = await reader.read('read/backup/loose-relations', { ids: [...places.keys()] });
  const loose = rows.map(({ type, sourceId, source, targetId, target, properties }) => ({
    type,
    source: places.get(sourceId) ?? source,
    target: places.get(targetId) ?? target,
    properties: writtenProperties(properties),
  }));
  for (const line of sortedLines(loose)) yield { line, type: (JSON.parse(line) as { type: string }).type };
}

const counted = (counts: Map<string, number>, names: readonly string[]): void => {
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
};
export const countsOf = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a], [b]) => compare(a, b)));

/** What a backup has said so far, for its end and for whoever checks it. */
export class Tally {
  readonly #hash = createHash('sha256');
  readonly #labels = new Map<string, number>();
  readonly #types = new Map<string, number>();
  nodes = 0;
  relations = 0;

  /** A line without its line feed. */
  add(line: string, { labels, type }: { labels?: readonly string[]; type?: string } = {}): void {
    this.#hash.update(line).update('\n');
    if (labels !== undefined) this.nodes += 1;
    if (type !== undefined) this.relations += 1;
    counted(this.#labels, labels ?? []);
    counted(this.#types, type === undefined ? [] : [type]);
  }

  /** To be asked once. */
  end(): BackupEnd {
    const { nodes, relations } = this;
    const [labels, types] = [countsOf(this.#labels), countsOf(this.#types)];
    return { end: true, nodes, relations, labels, types, sha256: this.#hash.digest('hex') };
  }
}

/**
 * Every line with its line feed; the generator's return value is the end. Equal databases give equal lines but for the
 * head. The keys of all records are in memory, and what 500 of them hold.
 */
export async function* backupLines(
  reader: Reader,
  engine: Capabilities['engine'],
): AsyncGenerator<string, BackupEnd, void> {
  const [marker] = await reader.read('schema/marker', {});
  if (marker === undefined) throw new Error('The database has no marker.');
  const { schemaVersion, derivedStale, bundled } = marker;
  const head: BackupHead = {
    format: backupFormat,
    version: backupVersion,
    program: hearsayVersion,
    engine,
    made: new Date().toISOString(),
    marker: { schemaVersion, derivedStale, bundled },
  };
  const tally = new Tally();
  const first = JSON.stringify(head);
  tally.add(first);
  yield `${first}\n`;
  for await (const { line, labels, type } of content(reader)) {
    tally.add(line, { ...(labels && { labels }), ...(type !== undefined && { type }) });
    yield `${line}\n`;
  }
  const end = tally.end();
  yield `${JSON.stringify(end)}\n`;
  return end;
}
