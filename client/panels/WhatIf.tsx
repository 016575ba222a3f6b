// The way to ask what would be if something were not there.
import { evidenceFilter } from '../state/view.ts';
import { leaveOut, putBack } from '../state/what-if.ts';

interface WhatIfProps {
  of: { key: string; name: string };
  /** An actor stays in the graph: it is only no longer listened to. */
  actor?: boolean;
}

/** Leaves an article, an outlet, a source or an actor's word out, to see what rests on it. */
export const WhatIfButton = ({ of, actor = false }: WhatIfProps) =>
  evidenceFilter.value.without.has(of.key) ? (
    <button type="button" class="button" onClick={() => putBack(of.key)}>
      {actor ? 'Let its word count again' : 'Put it back'}
    </button>
  ) : (
    <button type="button" class="button" onClick={() => leaveOut(of.key, of.name)}>
      {actor ? 'What if its word did not count?' : 'What if this were not there?'}
    </button>
  );
