// The place for files of any kind that is taken in.
import { accepted } from '../../state/taking/forms.ts';
import { bring } from '../../state/taking/run.ts';
import { FileDrop } from './FileDrop.tsx';

export const Files = () => (
  <FileDrop
    title="Place for files"
    action="Choose files…"
    field="Files"
    accept={accepted}
    multiple
    onFiles={(files) => void bring(files)}
    note="Or drop them here. Annotations in brat’s form are read on the command line: npm run hearsay -- import FOLDER."
  >
    Articles as text, Markdown, HTML, PDF or Word; claims documents and exports of Hearsay (JSON); fact-checks as
    ClaimReview (JSON-LD), FollowTheMoney (NDJSON); CSV together with its mapping (JSON). They are only tried at first.
  </FileDrop>
);
