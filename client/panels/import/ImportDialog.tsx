// The dialog that opens a Hearsay export; it is fetched when it is first asked for.
import { importOpen } from '../../state/import-export.ts';
import { Lazy } from '../../ui/Lazy.tsx';

export const ImportDialog = () => (
  <Lazy
    open={importOpen}
    load={async () => (await import('./ImportSteps.tsx')).ImportSteps}
    close={() => {
      importOpen.value = false;
    }}
  />
);
