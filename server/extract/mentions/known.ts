// What a text is read against: the database's entities, as plain data.
import type { EntityType } from '../../schema/key.ts';

export interface KnownEntity {
  key: string;
  type: EntityType;
  name: string;
  aliases: readonly string[];
}
/** An article that the database knows already, held or as a stub: what this text relays may be it. */
export interface KnownArticle {
  key: string;
  outlet?: string;
  publishedFrom?: string;
  publishedTo?: string;
}
export interface Known {
  entities: readonly KnownEntity[];
  articles?: readonly KnownArticle[];
}
