// A relation of an answer: its type, and for a derived one its badge, the way to its evidence, or a flag that it has none.
import type { TypedRelationship } from '../../../server/schema/cypher.ts';
import { countedRelation, isDerived } from '../../graph/derived.ts';
import { backingOf } from '../../state/cypher/backing.ts';
import { relationKey } from '../../state/cypher/ends.ts';
import { isForeign } from '../../state/data.ts';
import { selectEdge } from '../../state/selection.ts';
import { badgeText } from '../../text/origins.ts';
import { stanceOfType } from '../../text/words.ts';
import { Icon, StanceMark } from '../../ui/marks.tsx';
import { OriginBadge } from '../../ui/OriginBadge.tsx';

const bare = 'No assertion stands behind this relation, though only what assertions say should be of this kind.';

/** On what it rests, as far as that is known. */
function Standing({ relation, quiet }: { relation: TypedRelationship; quiet: boolean }) {
  const counted = countedRelation(relation);
  const key = relationKey(relation);
  const backing = key === undefined ? 'unknown' : backingOf(key);
  if (counted === undefined || backing === 'bare')
    return (
      <span class="no-evidence" title={bare}>
        <Icon name="alert" /> no evidence
      </span>
    );
  if (key === undefined)
    return (
      <span title="Return the nodes at both its ends too, and its evidence can be opened.">
        <OriginBadge of={counted} />
      </span>
    );
  return (
    <button
      type="button"
      class="badge-button"
      aria-label={`${badgeText(counted)}, evidence for ${relation._type}`}
      {...(quiet ? { tabIndex: -1 } : {})}
      onClick={(event) => {
        event.stopPropagation();
        selectEdge(key);
      }}
    >
      <OriginBadge of={counted} />
    </button>
  );
}

/** `quiet` keeps its button out of the way of Tab, for a cell of a table that has keys of its own. */
export function RelationMark({ relation, quiet = false }: { relation: TypedRelationship; quiet?: boolean }) {
  const stance = stanceOfType[relation._type];
  return (
    <span class="value-relation">
      {stance && !isForeign.value && <StanceMark stance={stance} />}
      <span class="relation-type">{relation._type}</span>
      {!isForeign.value && isDerived(relation) && <Standing relation={relation} quiet={quiet} />}
    </span>
  );
}
