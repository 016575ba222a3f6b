// The dialog that opens a Hearsay export; it is fetched when it is first asked for.
import { importOpen } from '../../state/import-export.ts';
import { LazyDialog } from '../../ui/Lazy.tsx';

export const ImportDialog = () => (
  <LazyDialog open={importOpen} load={async () => (await import('./ImportSteps.tsx')).ImportSteps} />
);
