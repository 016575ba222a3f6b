// What a row of a CSV file says, once a mapping has told what its columns mean.
import type { Claim } from '../../../schema/claim.ts';
import type { Relation } from '../../../schema/entity.ts';
import type { EntityType } from '../../../schema/key.ts';
import type { Modality, Mode, SourceKind } from '../../../schema/stance.ts';

export interface EntityFact {
  type: EntityType;
  key: string;
  /** Absent where the file gives only a key: the entity must be in the database. */
  name?: string;
  url?: string;
}
export interface ArticleFact {
  key: string;
  title?: string;
  url?: string;
  archivedUrl?: string;
  author?: string;
  outlet?: EntityFact;
  published?: string;
}
export interface SourceFact {
  kind: SourceKind;
  descriptor: string;
  actor?: string;
  /** Rows of one article with the same id are one source. */
  id: string;
}
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type ClaimFact = Without<Claim, 'id'>;
export interface AssertionFact {
  claim: ClaimFact;
  mode: Mode;
  modality: Modality;
  wording?: string;
  /** Words that stand in the row as it is written. */
  quote?: string;
  from?: string;
  to?: string;
  source?: SourceFact;
}
/** What the row says of one article; a row that names several addresses says it of each. */
export interface RowFacts {
  line: number;
  raw: string;
  article: ArticleFact;
  entities: EntityFact[];
  assertions: AssertionFact[];
  relations: Relation[];
  /** A typed relation whose ends do not fit it. */
  asStatement: boolean;
}

/** What the columns of one kind of mapping give; the rest is the same for both. */
export interface Said {
  entities: EntityFact[];
  assertions: Pick<AssertionFact, 'claim' | 'mode' | 'modality'>[];
  relations: RowFacts['relations'];
  /** A typed relation whose ends do not fit. */
  asStatement: boolean;
}

/** The object without its undefined members. */
export function given<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) if (value !== undefined) kept[name] = value;
  return kept as { [K in keyof T]: Exclude<T[K], undefined> };
}
