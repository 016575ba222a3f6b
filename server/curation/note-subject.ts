// Finds the node or edge that a note is to be on, and what it is called.
import { NotFound } from '../errors.ts';
import { readNodes } from '../evidence/records.ts';
import { type EdgeName, edgeKey, parseEdgeKey } from '../schema/edge-key.ts';
import { shortName } from '../schema/note.ts';
import { recordName } from '../schema/record-name.ts';
import type { Reader } from '../store/port.ts';
import { isKeyOf, labelOf, refused, type Subject, type SubjectKind, subjectOf, subjectsOf } from './subject.ts';

/** All that a person sees in the graph or reads in a list; a note is no subject of another. */
const kinds: readonly SubjectKind[] = [
  'Actor',
  'Outlet',
  'Plan',
  'Event',
  'Article',
  'Claim',
  'Assertion',
  'Source',
  'Quote',
  'Utterance',
  'Case',
];

/** What they are called wherever they are shown. */
async function namesOf(tx: Reader, subjects: readonly Subject[]): Promise<string[]> {
  const rows = await readNodes(
    tx,
    subjects.map(({ key }) => key),
  );
  return subjects.map((subject) => {
    const row = rows.find(({ key }) => key === subject.key);
    return shortName(row === undefined ? subject.name : recordName(row, labelOf(subject)));
  });
}

/** Throws NotFound with the edges that there are between the two ends. */
async function checkEdge(tx: Reader, edge: EdgeName, names: readonly string[]): Promise<void> {
  const { source, target } = edge;
  const between = await tx.read('read/edges-between', { source, target });
  if (between.filter(({ type }) => type === edge.type).length >= edge.number) return;
  const types = [...new Set(between.map(({ type }) => type))].sort();
  throw new NotFound(`No edge has the key "${edgeKey(edge)}".`, {
    detail: 'Where it is there only under a filter, such as as of an earlier day, write the note on one of its ends.',
    nearest: types.map((type) => ({
      key: edgeKey({ type, source, target, number: 1 }),
      name: names.join(` ${type} `),
    })),
  });
}

const noEdge = (place: string) => refused(place, 'is no key of an edge: that is TYPE~source~target');

/** Throws InvalidRequest where the key is of nothing that could bear a note, be it there or not. */
export function checkSubjectKey(key: string, place: string): void {
  const edge = key.includes('~') ? parseEdgeKey(key) : undefined;
  if (edge === null) throw noEdge(place);
  for (const end of edge === undefined ? [key] : [edge.source, edge.target]) {
    if (!isKeyOf(end, kinds)) throw refused(place, 'is no key of a node that bears notes, such as country:hu');
  }
}

/** Its name, and its label or type. Throws NotFound with the nearest names, InvalidRequest for what bears no notes. */
export async function noteSubjectOf(tx: Reader, key: string): Promise<{ name: string; type: string }> {
  if (!key.includes('~')) {
    const subject = await subjectOf(tx, key, kinds, '/subject');
    const [name = key] = await namesOf(tx, [subject]);
    return { name, type: labelOf(subject) };
  }
  const edge = parseEdgeKey(key);
  if (edge === null) throw noEdge('/subject');
  const ends = await subjectsOf(tx, [edge.source, edge.target], kinds, '/subject');
  const names = await namesOf(tx, ends);
  await checkEdge(tx, edge, names);
  return { name: names.join(' → '), type: edge.type };
}
