// What every answer about a database says of the engine behind it and of how much one answer holds.
import { queryLimits } from '../schema/cypher.ts';
import { proposalLimits } from '../schema/proposal.ts';
import { limits } from '../schema/query.ts';
import type { Meta } from '../schema/view.ts';
import type { Store } from '../store/port.ts';
import type { DisplaySettings } from './explorer.ts';

export function engineOf(store: Store): Meta['engine'] {
  return { name: store.capabilities.engine, version: store.capabilities.version };
}

/** The language model for questions in plain words, as whoever asks may know it. */
export function languageModelOf({ model }: DisplaySettings): Meta['languageModel'] {
  if (model === undefined) return null;
  return { name: model.name, timeoutMs: model.timeoutMs, questionLength: proposalLimits.questionLength };
}

export function limitsOf(store: Store, display: DisplaySettings): Meta['limits'] {
  return {
    graphNodes: display.graphNodes,
    neighbours: limits.neighbours,
    searchLength: limits.searchLength,
    searchRows: limits.searchRows,
    maxHops: limits.maxHops,
    documentBytes: display.documentBytes,
    query: {
      ...display.query,
      memoryMb: store.capabilities.engine === 'embedded' ? display.query.memoryMb : null,
      statementLength: queryLimits.statementLength,
      depth: queryLimits.depth,
    },
  };
}
