// One of two entities that may be one: what it is called and how often reports name it, to be compared with the other.
import type { CandidateView } from '../../../server/schema/identity.ts';
import { identityOpen } from '../../state/identity.ts';
import { selectNode } from '../../state/selection.ts';
import { tab } from '../../state/view.ts';
import { count } from '../../text/format.ts';

const shownNames = 6;

export function Side({ of }: { of: CandidateView['one'] }) {
  const more = of.aliases.length - shownNames;
  const open = () => {
    identityOpen.value = false;
    tab.value = 'graph';
    selectNode(of.key);
  };
  return (
    <div class="identity-side">
      <button type="button" class="link" onClick={open}>
        {of.name}
      </button>
      <p class="rail-note">{of.articles === 0 ? 'named by no report' : `named by ${count(of.articles, 'report')}`}</p>
      {of.aliases.length > 0 && (
        <p class="identity-names">
          Also {of.aliases.slice(0, shownNames).join(', ')}
          {more > 0 && ` and ${more} more`}
        </p>
      )}
      {of.description !== null && <p class="identity-names">{of.description}</p>}
      <p class="identity-key">{of.key}</p>
    </div>
  );
}
