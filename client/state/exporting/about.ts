// What an exported file says of itself: what it shows, under which filters, and the address to come back to.
import type { About } from '../../export/contents.ts';
import { entriesOf } from '../../graph/style.ts';
import { count, formatDate, listNames } from '../../text/format.ts';
import { chosenCase } from '../cases.ts';
import { isForeign, main, meta, nameOf, usualFilters } from '../data.ts';
import { filtersInForce } from '../in-force.ts';
import { theme } from '../theme.ts';
import { canvas, evidenceFilter, hand, since, style, view } from '../view.ts';
import { encodeView } from '../view-url.ts';
import { leftOut } from '../what-if.ts';

/** What the file is called after: the case, else the plan in the middle, else nothing. */
export const subject = (): string =>
  chosenCase.peek()?.name ?? (!isForeign.peek() && main.peek() !== undefined ? nameOf(main.peek() as string) : '');

function conditions(): string[] {
  const { asOf, grade } = evidenceFilter.peek();
  const without = leftOut.peek();
  const filters = filtersInForce.peek().map(({ kind, text }) => `${kind.toLowerCase()} ${text}`);
  const { hidden, only } = hand.peek();
  return [
    chosenCase.peek() === undefined ? '' : `Only the articles of the case ${chosenCase.peek()?.name}.`,
    asOf === null ? '' : `As of ${formatDate(asOf)}: what was published later does not count.`,
    since.peek() === null ? '' : `Compared with ${formatDate(since.peek() as string)}.`,
    without.length === 0 ? '' : `Without ${listNames(without.map(({ name }) => name))}.`,
    grade === null ? '' : `Only what is graded at least ${grade}.`,
    filters.length === 0 ? '' : `Filters: ${filters.join('; ')}.`,
    only ? 'Only what was put there.' : '',
    hidden.size === 0 ? '' : `${count(hidden.size, 'node')} hidden by hand.`,
  ].filter((line) => line !== '');
}

/** `of` says how much it is, and whether only what was selected. */
export function aboutNow(
  of: { nodes: number; edges: number; selected: boolean },
  page: Pick<Location, 'origin' | 'pathname'>,
): About {
  const query = encodeView(view.peek(), usualFilters.peek());
  const size = `${count(of.nodes, 'node')} and ${count(of.edges, 'relation')}`;
  const plan = isForeign.peek() || main.peek() === undefined ? undefined : nameOf(main.peek() as string);
  const name = subject();
  return {
    title: name === '' ? 'Hearsay: the graph' : `Hearsay: ${name}`,
    lines: [
      of.selected ? `${size} between them, selected on the canvas.` : `${size}: all that is on the canvas.`,
      ...(plan === undefined ? [] : [`Positions on ${plan}, as reports have them.`]),
      ...conditions(),
    ],
    address: `${page.origin}${page.pathname}${query === '' ? '' : `?${query}`}`,
    exported: new Date().toISOString(),
    creator: `Hearsay ${meta.peek()?.version ?? ''}`.trim(),
    theme: theme.peek(),
    size: canvas.peek().size,
    colour: canvas.peek().colour,
    style: entriesOf(style.peek()),
    main: main.peek(),
    foreign: isForeign.peek(),
    labels: isForeign.peek() ? (meta.peek()?.labels.map(({ label }) => label) ?? []) : [],
  };
}
