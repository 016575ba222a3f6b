// The labels and relation types that Hearsay writes, in the groups that import and views know them by.
import { articleLinks } from './curation.ts';

export const evidenceLabels = ['Article', 'Claim', 'Assertion', 'Source', 'Quote', 'Utterance'] as const;
export type EvidenceLabel = (typeof evidenceLabels)[number];

/** Lasting relations between entities, as reports state them; MEMBER_OF also joins sources. */
export const entityRelations = [
  'HOLDS_OFFICE',
  'MEMBER_OF',
  'PART_OF',
  'STEP_TOWARD',
  'PROPOSED_BY',
  'TOOK_PART_IN',
  'CONCERNS',
] as const;
/** What ties a claim to the entities it is about, and to the claims it sums up. */
export const claimRelations = ['HOLDER', 'TARGET', 'SHIELDED_BY', 'INCLUDES'] as const;
const statedRelations = [
  'PUBLISHED',
  'CONTAINS',
  'MENTIONS',
  'REVISION_OF',
  ...articleLinks,
  'ABOUT',
  'ATTRIBUTED_TO',
  'RELAYS',
  'KNOWN_FROM',
  'ON_BEHALF_OF',
  'HAS_QUOTE',
  'DISPUTES',
  'RENDERS',
  'TRANSLATION_OF',
  'SPOKEN_BY',
  'IDENTIFIED_AS',
  ...claimRelations,
] as const;
/** All of the evidence layer; that two sources are the same is nothing that a document says. */
export const evidenceRelations = [...statedRelations, 'SAME_AS'] as const;
/** What people decide that no document can state: which articles a case collects, and what is no reprint. */
export const decisionRelations = ['COLLECTS', 'NOT_REPUBLISHES'] as const;
/** What joins what people save: a story its steps. */
export const savedRelations = ['HAS_STEP'] as const;
/** Everything that import writes; the derived edges are not among them. */
export const assertedRelations = [...statedRelations, ...entityRelations] as const;
export type AssertedRelation = (typeof assertedRelations)[number];
