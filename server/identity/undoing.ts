// What a merge or a split keeps to be taken back: what was there of it, what it changed of others, which decisions it moved.
import type { NodeRow, Properties, RelationRow } from '../ingest/rows.ts';
import { distinct } from '../schema/lists.ts';
import type { Reader } from '../store/port.ts';

/** Something that others state too and that the operation changed; only the properties that differ. */
export type Touch =
  | { what: 'node'; key: string; label: NodeRow['label']; before: Properties; after: Properties }
  | {
      what: 'relation';
      type: RelationRow['type'];
      source: string;
      target: string;
      /** Tells offices apart. */
      title: string;
      /** Null where there was none. */
      before: Properties | null;
      after: Properties;
    };

/** What a watch watches: a contradiction, and the claims that it is about. */
export interface WatchedContradiction {
  contradiction: string;
  claims: string[];
}

interface Ends {
  source: string;
  target: string;
}
/** A decision that went with what it is about; not `applied` where there was another on the same already. */
export type Move =
  | { what: 'grade'; from: string; to: string; grade: Properties; applied: boolean }
  | {
      what: 'hypothesis';
      type: 'SAME_AS' | 'IDENTIFIED_AS';
      from: Ends;
      to: Ends;
      properties: Properties;
      applied: boolean;
    }
  | { what: 'note'; key: string; from: { subjectKey: string; subjectName: string; subjectType: string }; to: string }
  | { what: 'disposition'; from: string; to: string }
  | { what: 'watch'; key: string; from: WatchedContradiction; to: string };

export interface Undoing {
  /** The entity that was merged, as it was. */
  node: NodeRow | null;
  /** Of its aliases those that no document gives. */
  standing: string[];
  /** What documents of shared entities say it is to others. */
  relations: RelationRow[];
  /** Of the entity that stays: its values and the aliases that are not from articles. */
  values: { before: Properties; after: Properties } | null;
  touches: Touch[];
  moves: Move[];
}

export const nothingToUndo = (): Undoing => ({
  node: null,
  standing: [],
  relations: [],
  values: null,
  touches: [],
  moves: [],
});

/** The ends of the relations that it moved: what is done to one of these later rests on it. */
export const tiedTo = ({ relations, touches }: Undoing): string[] =>
  distinct([
    ...relations.flatMap(({ source, target }) => [source, target]),
    ...touches.flatMap((touch) => (touch.what === 'relation' ? [touch.source, touch.target] : [])),
  ]);

export async function undoingOf(reader: Reader, key: string): Promise<Undoing> {
  const [row] = await reader.read('read/identity/undoing', { key });
  if (row === undefined) throw new Error(`Of "${key}" nothing is kept.`);
  // Written from this form alone.
  return JSON.parse(row.undoing) as Undoing;
}
