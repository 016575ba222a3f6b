// Looks at what is watched: what is found, in a form that is the same while nothing changed, and in words.
import type { Watched } from '../schema/watch.ts';
import type { Before, Found, Looking } from './found.ts';
import { lookAtContradiction } from './look/contradiction.ts';
import { lookAtEdge } from './look/edge.ts';
import { lookAtQuery } from './look/query.ts';
import { lookAtQuestion } from './look/question.ts';

/**
 * Errors: those by which a statement is refused or fails; EngineUnavailable. With `before` nothing else: what is gone
 * is what is found. Without, NotFound and InvalidRequest for what is not there or not of that kind.
 */
export function look(watched: Watched, looking: Looking, before?: Before): Promise<Found> {
  switch (watched.kind) {
    case 'query':
      return lookAtQuery(watched, looking, before);
    case 'edge':
      return lookAtEdge(looking.store, watched.edge, before);
    case 'question':
      return lookAtQuestion(looking.store, watched, before);
    case 'contradiction':
      return lookAtContradiction(looking.store, watched.contradiction, before);
  }
}
