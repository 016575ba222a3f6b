// A line of the legend: sign, name and count, and under it the editor of its look where it is opened.
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../text/format.ts';
import { Icon } from '../../ui/marks.tsx';

/** Which entry is open, by its id; one at a time. */
const opened = signal<string | null>(null);

interface EntryProps {
  id: string;
  sign: ComponentChildren;
  name: string;
  count: number;
  title?: string;
  changed: boolean;
  children: () => ComponentChildren;
}

export function Entry({ id, sign, name, count, title, changed, children }: EntryProps) {
  const open = opened.value === id;
  return (
    <li class="legend-entry">
      <button
        type="button"
        aria-expanded={open}
        title={title ?? 'Choose how it looks'}
        onClick={() => {
          opened.value = open ? null : id;
        }}
      >
        <span class="legend-sign">{sign}</span>
        <span class="legend-name">
          {name}
          {changed && <span class="legend-changed"> changed</span>}
        </span>
        <span class="facet-count">{formatNumber(count)}</span>
        <Icon name="chevron" />
      </button>
      {open && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as this is
        <div class="style-editor" role="group" aria-label={`Look of ${name}`}>
          {children()}
        </div>
      )}
    </li>
  );
}
