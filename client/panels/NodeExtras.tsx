// What can be asked and decided of a record, below what it is: what if it were not there, its grade, who it may be.
import type { NodeView } from '../../server/schema/view.ts';
import { textOf, typeOf } from '../graph/model.ts';
import { isForeign } from '../state/data.ts';
import { nodeDetail } from '../state/details.ts';
import { actorTypes } from '../state/filters/positions.ts';
import { evidenceFilter } from '../state/view.ts';
import { readableName } from '../text/record.ts';
import { Grade } from './Grades.tsx';
import { Hypotheses } from './Hypotheses.tsx';
import { SpreadSection } from './Spread.tsx';
import { UtteranceSection } from './Utterance.tsx';
import { WhatIfButton } from './WhatIf.tsx';

/** Whether anything is attributed to the actor itself: then its word can be left out. */
function isSource(key: string): boolean {
  const status = nodeDetail.status.value;
  return (
    status.state === 'ready' &&
    status.value.node.key === key &&
    status.value.degree.some(
      ({ type, direction }) => direction === 'in' && (type === 'ATTRIBUTED_TO' || type === 'IDENTIFIED_AS'),
    )
  );
}

export function NodeExtras({ node }: { node: NodeView }) {
  const type = typeOf(node);
  if (isForeign.value) return null;
  const named = { key: node.key, name: readableName(node) };
  return (
    <>
      {(type === 'Outlet' || type === 'Source') && (
        <section class="relations decisions">
          <Grade subject={node.key} scale="reliability" known={textOf(node, 'reliability') ?? null} />
          <WhatIfButton of={named} />
        </section>
      )}
      {type === 'Article' && (
        <section class="relations decisions">
          <WhatIfButton of={named} />
        </section>
      )}
      {actorTypes.has(type) && (isSource(node.key) || evidenceFilter.value.without.has(node.key)) && (
        <section class="relations decisions">
          <WhatIfButton of={named} actor />
        </section>
      )}
      <Hypotheses source={node} />
      {(type === 'Utterance' || type === 'Quote') && <UtteranceSection />}
      {type === 'Claim' && <SpreadSection of={{ claim: node.key }} id={node.key} />}
    </>
  );
}
