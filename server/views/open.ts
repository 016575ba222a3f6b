// Chooses the explorer that fits the database.
import type { Store } from '../store/port.ts';
import type { DisplaySettings, Explorer } from './explorer.ts';
import { foreignExplorer } from './foreign/explorer.ts';
import { hearsayExplorer } from './hearsay/explorer.ts';

export function explorerOf(store: Store, display: DisplaySettings): Explorer {
  return store.capabilities.model === 'hearsay' ? hearsayExplorer(store, display) : foreignExplorer(store, display);
}
