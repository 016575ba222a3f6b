// What every group of filters is made of: the group itself, and a line with switch, name, bar and count.
import type { ComponentChildren } from 'preact';
import type { Facet } from '../../state/filters/facets.ts';
import { formatNumber } from '../../text/format.ts';

interface RowProps {
  facet: Facet;
  most: number;
  on: boolean;
  onChange: () => void;
  children: ComponentChildren;
  tone?: string;
  title?: string;
}

/** "12", or "3/12" where not all are shown. */
export const shownOf = ({ shown, total }: Pick<Facet, 'shown' | 'total'>): string =>
  shown === total ? formatNumber(total) : `${formatNumber(shown)}/${formatNumber(total)}`;

/** A line of a facet: switch, sign and name, bar, and shown of total. */
export const FacetRow = ({ facet, most, on, onChange, children, tone, title }: RowProps) => (
  <label class={`facet${on ? '' : ' off'}`} {...(title ? { title } : {})}>
    <input type="checkbox" checked={on} onChange={onChange} />
    <span class="facet-name">{children}</span>
    <span class="facet-bar" aria-hidden="true">
      <span class={`facet-total ${tone ?? ''}`} style={{ width: `${(100 * facet.total) / most}%` }} />
      <span class={`facet-shown ${tone ?? ''}`} style={{ width: `${(100 * facet.shown) / most}%` }} />
    </span>
    <span class="facet-count">{shownOf(facet)}</span>
  </label>
);

interface GroupProps {
  title: string;
  children: ComponentChildren;
  folded?: boolean;
  onToggle?: (open: boolean) => void;
}

export const Group = ({ title, children, folded, onToggle }: GroupProps) => (
  <details
    class="facet-group"
    open={!folded}
    onToggle={(event: Event) => onToggle?.((event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>{title}</summary>
    <fieldset>
      <legend class="visually-hidden">{title}</legend>
      {children}
    </fieldset>
  </details>
);

export const mostOf = (facets: readonly Facet[]): number => Math.max(1, ...facets.map((facet) => facet.total));

/** What switching a value is called in the history. */
export const switchWords = <T,>(off: ReadonlySet<T>, value: T, name: string): string =>
  `${off.has(value) ? 'take in' : 'leave out'}: ${name}`;
