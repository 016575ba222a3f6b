// Writes rows: nodes first, then relations, each kind by its own statement in batches.

import type { AssertedRelation, EvidenceLabel } from '../schema/kinds.ts';
import { batches, groupBy } from '../schema/lists.ts';
import type { Transaction } from '../store/port.ts';
import { isEntity } from './merge.ts';
import type { NodeRow, RelationRow } from './rows.ts';

const nodeStatement = {
  Article: 'write/node/articles',
  Claim: 'write/node/claims',
  Assertion: 'write/node/assertions',
  Source: 'write/node/sources',
  Quote: 'write/node/quotes',
  Utterance: 'write/node/utterances',
} as const satisfies Record<EvidenceLabel, string>;

const linkStatement = {
  PUBLISHED: 'write/link/published',
  CONTAINS: 'write/link/contains',
  MENTIONS: 'write/link/mentions',
  REVISION_OF: 'write/link/revision-of',
  REPUBLISHES: 'write/link/republishes',
  CORRECTS: 'write/link/corrects',
  RETRACTS: 'write/link/retracts',
  ABOUT: 'write/link/about',
  ATTRIBUTED_TO: 'write/link/attributed-to',
  RELAYS: 'write/link/relays',
  KNOWN_FROM: 'write/link/known-from',
  ON_BEHALF_OF: 'write/link/on-behalf-of',
  HAS_QUOTE: 'write/link/has-quote',
  DISPUTES: 'write/link/disputes',
  RENDERS: 'write/link/renders',
  TRANSLATION_OF: 'write/link/translation-of',
  SPOKEN_BY: 'write/link/spoken-by',
  IDENTIFIED_AS: 'write/link/identified-as',
  MEMBER_OF: 'write/link/member-of',
  HOLDER: 'write/link/holder',
  TARGET: 'write/link/target',
  SHIELDED_BY: 'write/link/shielded-by',
  INCLUDES: 'write/link/includes',
  HOLDS_OFFICE: 'write/link/holds-office',
  PART_OF: 'write/link/part-of',
  STEP_TOWARD: 'write/link/step-toward',
  PROPOSED_BY: 'write/link/proposed-by',
  TOOK_PART_IN: 'write/link/took-part-in',
  CONCERNS: 'write/link/concerns',
} as const satisfies Record<AssertedRelation, string>;

const entityLabel = (label: NodeRow['label']): label is Exclude<NodeRow['label'], EvidenceLabel> => isEntity(label);

/** Each node is left with exactly its row's properties and its key. */
export async function writeNodes(tx: Transaction, nodes: readonly NodeRow[]): Promise<void> {
  for (const [label, group] of groupBy(nodes, (node) => (entityLabel(node.label) ? 'entities' : node.label))) {
    for (const batch of batches(group)) {
      if (label === 'entities') {
        const rows = batch.map((node) => ({
          key: node.key,
          label: node.label,
          properties: { ...node.properties, key: node.key },
        }));
        await tx.write('write/node/entities', { rows });
      } else {
        const rows = batch.map((node) => ({ key: node.key, properties: { ...node.properties, key: node.key } }));
        await tx.write(nodeStatement[label], { rows });
      }
    }
  }
}

/** Each relation is left with exactly its row's properties; both its ends must exist. */
export async function writeRelations(tx: Transaction, relations: readonly RelationRow[]): Promise<void> {
  for (const [type, group] of groupBy(relations, (relation) => relation.type)) {
    for (const batch of batches(group)) {
      const rows = batch.map(({ source, target, properties }) => ({ source, target, properties }));
      const written = (await tx.write(linkStatement[type], { rows }))[0]?.written;
      // A missing end would drop the relation in silence.
      if (written !== rows.length)
        throw new Error(`${written} of ${rows.length} ${type} relations were written: an end is missing.`);
    }
  }
}
