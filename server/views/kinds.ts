// The kinds of nodes and relations of Hearsay's own model, grouped as the views need them.
import { InvalidRequest } from '../errors.ts';
import { stanceEdge } from '../provenance/edges.ts';
import { derivedTypes as derived } from '../schema/evidence.ts';
import { entityTypes } from '../schema/key.ts';

/** Labels every record of that kind carries beside its own; nobody needs to see them. */
export const helperLabels: ReadonlySet<string> = new Set(['Record', 'Actor']);
export const entityLabels: readonly string[] = entityTypes;
export const evidenceLabels: readonly string[] = ['Article', 'Claim', 'Assertion', 'Source', 'Quote', 'Utterance'];
export const allLabels: readonly string[] = [...entityLabels, ...evidenceLabels];

export const stanceTypes: readonly string[] = Object.values(stanceEdge);
export const derivedTypes: readonly string[] = derived;
/** Lasting relations between entities, as reports state them. */
export const entityRelations: readonly string[] = [
  'HOLDS_OFFICE',
  'MEMBER_OF',
  'PART_OF',
  'STEP_TOWARD',
  'PROPOSED_BY',
  'TOOK_PART_IN',
  'CONCERNS',
];
/** What ties a claim to the entities it is about. */
export const claimRelations: readonly string[] = ['HOLDER', 'TARGET', 'SHIELDED_BY', 'INCLUDES'];
export const evidenceRelations: readonly string[] = [
  'PUBLISHED',
  'CONTAINS',
  'MENTIONS',
  'REVISION_OF',
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
];
export const allTypes: readonly string[] = [...new Set([...derivedTypes, ...entityRelations, ...evidenceRelations])];
/** What the explorer draws between actors, plans, events and outlets. */
export const explorerTypes: readonly string[] = [
  ...derivedTypes.filter((type) => type !== 'REPORTS'),
  ...entityRelations,
];

/** Refuses a label or type that the model does not have, naming those it has. */
export function checkKnown(field: string, given: readonly string[] | undefined, known: readonly string[]): void {
  const unknown = given?.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const reason = `"${unknown.slice(0, 60)}" is unknown; allowed: ${known.join(', ')}`;
  throw new InvalidRequest(`${field}: ${reason}.`, { errors: [{ field, reason }] });
}
