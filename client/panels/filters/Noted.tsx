// Only what has notes, and the way to the list of all notes.
import { openNotes } from '../../state/all-notes.ts';
import { dataset, noteCounts, shown } from '../../state/data.ts';
import { totalNotes } from '../../state/notes.ts';
import { change, filters } from '../../state/view.ts';
import { count } from '../../text/format.ts';
import { Group, shownOf } from './Facet.tsx';

export function Noted() {
  const now = filters.value;
  const counts = noteCounts.value;
  const having = (items: Iterable<{ key: string }>) => [...items].filter(({ key }) => counts?.has(key)).length;
  const total = having(dataset.value.nodes.values()) + having(dataset.value.edges.values());
  const there = having(shown.value.nodes) + having(shown.value.edges);
  return (
    <Group title="Notes" folded={!now.noted && totalNotes.value === 0}>
      <label class={`facet choice${now.noted ? '' : ' off'}`}>
        <input
          type="checkbox"
          checked={now.noted}
          onChange={() =>
            change(now.noted ? 'with notes or without' : 'only what has notes', {
              filters: { ...now, noted: !now.noted },
            })
          }
        />
        <span class="facet-name">With notes only</span>
        <span class="facet-count">{shownOf({ shown: there, total })}</span>
      </label>
      <button type="button" class="link all-notes-link" onClick={openNotes}>
        {totalNotes.value === 0
          ? 'List of all notes'
          : totalNotes.value === 1
            ? 'The one note'
            : `List of all ${count(totalNotes.value, 'note')}`}
      </button>
    </Group>
  );
}
