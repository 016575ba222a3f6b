// Which schemata of FollowTheMoney are read, and as what. The model: https://followthemoney.tech/explorer/
import type { EntityType } from '../../../schema/key.ts';

export const nodeTypes: Readonly<Record<string, EntityType>> = {
  Person: 'Person',
  Organization: 'Organization',
  Company: 'Organization',
  PublicBody: 'Organization',
  LegalEntity: 'Organization',
  Airline: 'Organization',
  Event: 'Event',
  Trip: 'Event',
};

export interface Tie {
  /** The members that name the two ends. */
  start: string;
  end: string;
  /** The lasting relation it becomes, where its ends fit; else, and without one, a statement. */
  type?: 'HOLDS_OFFICE' | 'MEMBER_OF';
  /** Members that say what the tie is, the first with words counts. */
  words: readonly string[];
  /** Where none of them has any. */
  fallback: string;
}

export const ties: Readonly<Record<string, Tie>> = {
  Membership: {
    start: 'member',
    end: 'organization',
    type: 'MEMBER_OF',
    words: ['role', 'summary'],
    fallback: 'Member',
  },
  Directorship: {
    start: 'director',
    end: 'organization',
    type: 'HOLDS_OFFICE',
    words: ['role', 'summary'],
    fallback: 'Director',
  },
  Employment: {
    start: 'employee',
    end: 'employer',
    type: 'HOLDS_OFFICE',
    words: ['role', 'summary'],
    fallback: 'Employee',
  },
  Ownership: { start: 'owner', end: 'asset', words: ['role', 'ownershipType', 'summary'], fallback: 'Owner' },
  Representation: { start: 'agent', end: 'client', words: ['role', 'summary'], fallback: 'Represents' },
  Associate: { start: 'person', end: 'associate', words: ['relationship', 'summary'], fallback: 'Associate' },
  Family: { start: 'person', end: 'relative', words: ['relationship', 'summary'], fallback: 'Relative' },
  UnknownLink: { start: 'subject', end: 'object', words: ['role', 'summary'], fallback: 'Linked' },
};

/** Articles, of which those with a text are held. */
export const articleSchemata: ReadonlySet<string> = new Set(['Article', 'Document', 'HyperText', 'PlainText', 'Pages']);
