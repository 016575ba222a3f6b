// The kinds of nodes and relations of Hearsay's own model, grouped as the views need them.
import { InvalidRequest } from '../errors.ts';
import { stanceEdge } from '../provenance/edges.ts';
import { derivedTypes as derived } from '../schema/evidence.ts';
import { entityTypes } from '../schema/key.ts';
import * as kinds from '../schema/kinds.ts';

/** Labels every record of that kind carries beside its own; nobody needs to see them. */
export const helperLabels: ReadonlySet<string> = new Set(['Record', 'Actor']);
export const entityLabels: readonly string[] = entityTypes;
export const evidenceLabels: readonly string[] = kinds.evidenceLabels;
export const allLabels: readonly string[] = [...entityLabels, ...evidenceLabels];

export const stanceTypes: readonly string[] = Object.values(stanceEdge);
export const derivedTypes: readonly string[] = derived;
export const entityRelations: readonly string[] = kinds.entityRelations;
export const claimRelations: readonly string[] = kinds.claimRelations;
export const evidenceRelations: readonly string[] = kinds.evidenceRelations;
export const allTypes: readonly string[] = [...new Set([...derivedTypes, ...entityRelations, ...evidenceRelations])];
/** All that lies around a record: decisions on it, and what people saved, too. */
export const neighbourTypes: readonly string[] = [...allTypes, ...kinds.decisionRelations, ...kinds.savedRelations];
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
