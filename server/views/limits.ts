// What every answer about a database says of the engine behind it and of how much one answer holds.
import { limits } from '../schema/query.ts';
import type { Meta } from '../schema/view.ts';
import type { Store } from '../store/port.ts';
import type { DisplaySettings } from './explorer.ts';

export function engineOf(store: Store): Meta['engine'] {
  return { name: store.capabilities.engine, version: store.capabilities.version };
}

export function limitsOf(display: DisplaySettings): Meta['limits'] {
  return {
    graphNodes: display.graphNodes,
    neighbours: limits.neighbours,
    searchLength: limits.searchLength,
    searchRows: limits.searchRows,
    maxHops: limits.maxHops,
    documentBytes: display.documentBytes,
  };
}
