// The view in the address: what is looked at, as a query string, and back, with a note of what could not be read.
import type { EvidenceFilter } from '../api.ts';
import { type TableMetric, tableMetrics } from '../graph/metrics/names.ts';
import { plainStyle, type Style } from '../graph/style.ts';
import { type Canvas, canvasNames, decodeCanvas, defaultCanvas, encodeCanvas, mostPins } from './canvas-url.ts';
import type { Fields } from './cypher/parameters.ts';
import { asFields } from './cypher/stored.ts';
import {
  decodeFilters,
  encodeFilters,
  filterParameters,
  join,
  mostKeys,
  readDay,
  readKey,
  readKeys,
  readWhole,
  split,
} from './filters/url.ts';
import { defaultFilters, type Filters, type Hand } from './filters.ts';
import { countStyled, decodeStyle, encodeStyle, mostStyled } from './style-url.ts';

export const tabs = ['graph', 'matrix', 'ledger', 'table', 'articles', 'brief', 'cypher'] as const;
export type Tab = (typeof tabs)[number];

export type Selection = { kind: 'node' | 'edge' | 'article'; key: string } | null;
export interface Camera {
  x: number;
  y: number;
  ratio: number;
}
export interface PathQuery {
  from: string;
  to: string;
  maxHops: number;
  /** The only type of relation that is followed; all if absent. */
  type?: string;
}

/** A Cypher statement with what stands in the fields of its parameters. */
export interface SharedStatement {
  text: string;
  fields: Fields;
}

/** Everything that the address holds. */
export interface View {
  tab: Tab;
  /** The metrics that the table of nodes shows as columns, in the order of `tableMetrics`. */
  columns: readonly TableMetric[];
  filters: Filters;
  hand: Hand;
  selection: Selection;
  /** Nodes that are selected together; none where at most one is. */
  picked: ReadonlySet<string>;
  canvas: Canvas;
  /** The most nodes that are asked for, in a database of another model; null: as many as it opens with. */
  most: number | null;
  /** What is chosen for the look of each type. */
  style: Style;
  evidence: EvidenceFilter;
  /** The earlier day that the present one is compared with. */
  since: string | null;
  camera: Camera | null;
  path: PathQuery | null;
  shared: SharedStatement | null;
}

/** Everything counts. */
export const noFilter: EvidenceFilter = { asOf: null, without: new Set(), case: null, grade: null };

export const defaultView: View = {
  tab: 'graph',
  columns: [],
  filters: defaultFilters,
  hand: { added: new Set(), hidden: new Set() },
  selection: null,
  picked: new Set(),
  canvas: defaultCanvas,
  most: null,
  style: plainStyle,
  evidence: noFilter,
  since: null,
  camera: null,
  path: null,
  shared: null,
};

const names = [
  'tab',
  'columns',
  ...filterParameters,
  'add',
  'hide',
  'only',
  'node',
  'edge',
  'article',
  'select',
  ...canvasNames,
  'nodes',
  'style',
  'as-of',
  'without',
  'case',
  'grade',
  'since',
  'camera',
  'path',
  'statement',
  'with',
  'short',
] as const;

/** What of a view an address may not have room for. */
export interface Lists {
  added: ReadonlySet<string>;
  hidden: ReadonlySet<string>;
  selected: ReadonlySet<string>;
  pins: Canvas['pins'];
  style: Style;
}
export const listsOf = ({
  hand,
  picked,
  canvas,
  style,
}: Pick<View, 'hand' | 'picked' | 'canvas' | 'style'>): Lists => ({
  added: hand.added,
  hidden: hand.hidden,
  selected: picked,
  pins: canvas.pins,
  style,
});
/** Whether an address with the look of so many types leaves some of it out. */
export const isShort = ({ added, hidden, selected, pins, style }: Lists, mostStyles = mostStyled): boolean =>
  added.size > mostKeys ||
  hidden.size > mostKeys ||
  selected.size > mostKeys ||
  pins.size > mostPins ||
  countStyled(style) > mostStyles;

/** A name for the lists, the same whenever they are: FNV-1a (Fowler, Noll, Vo) over their keys. */
export function nameOfLists({ added, hidden, selected, pins, style }: Lists): string {
  let hash = 0x811c9dc5;
  const mix = (text: string) => {
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  };
  for (const set of [added, hidden, selected]) {
    for (const key of [...set].sort()) mix(key);
    mix('');
  }
  for (const [key, { x, y }] of pins) mix(`${key},${x},${y}`);
  mix(encodeStyle(style, Number.POSITIVE_INFINITY) ?? '');
  return (hash >>> 0).toString(36);
}

/** The first of the keys, as many as an address holds. */
const some = (keys: ReadonlySet<string>): string => join([...keys].sort().slice(0, mostKeys));

/**
 * The query string of a view, without the "?"; empty for the default view. `usual` are the filters that need no mention.
 * Where it has no room for all of the view, `short` names the rest, which this tab remembers. `mostStyles` types have
 * their look in it.
 */
export function encodeView(view: View, usual: Filters = defaultFilters, mostStyles = mostStyled): string {
  const query = new URLSearchParams();
  const put = (name: (typeof names)[number], value: string | null | undefined) => {
    if (value !== null && value !== undefined) query.set(name, value);
  };
  if (view.tab !== 'graph') put('tab', view.tab);
  if (view.columns.length > 0) put('columns', view.columns.join(','));
  encodeFilters(view.filters, usual, put);
  if (view.hand.added.size > 0) put('add', some(view.hand.added));
  if (view.hand.hidden.size > 0) put('hide', some(view.hand.hidden));
  if (view.hand.only) put('only', '1');
  if (view.selection) put(view.selection.kind, view.selection.key);
  if (view.picked.size > 0) put('select', some(view.picked));
  for (const [name, value] of Object.entries(encodeCanvas(view.canvas)))
    put(name as (typeof canvasNames)[number], value);
  put('nodes', view.most === null ? null : String(view.most));
  put('style', encodeStyle(view.style, mostStyles));
  put('as-of', view.evidence.asOf);
  if (view.evidence.without.size > 0) put('without', join(view.evidence.without));
  put('case', view.evidence.case);
  put('grade', view.evidence.grade);
  put('since', view.since);
  if (view.camera)
    put(
      'camera',
      [view.camera.x, view.camera.y, view.camera.ratio].map((part) => String(Number(part.toFixed(4)))).join(','),
    );
  if (view.path)
    put(
      'path',
      [view.path.from, view.path.to, String(view.path.maxHops), ...(view.path.type ? [view.path.type] : [])]
        .map((part) => part.replace(/[%,\s]/gu, encodeURIComponent))
        .join(','),
    );
  if (view.shared) {
    put('statement', view.shared.text);
    if (Object.keys(view.shared.fields).length > 0) put('with', JSON.stringify(view.shared.fields));
  }
  const lists = listsOf(view);
  if (isShort(lists, mostStyles)) put('short', nameOfLists(lists));
  return query.toString();
}

/**
 * The view of a query string, its lists of filters up to `most` items. `unread` names the parameters that were unknown or
 * made no sense; each has its default. `short` names what there was no room for, or is null.
 */
export function decodeView(
  search: string,
  usual: Filters = defaultFilters,
  most = mostKeys,
): { view: View; unread: string[]; short: string | null } {
  const query = new URLSearchParams(search);
  const unread = new Set<string>([...query.keys()].filter((name) => !(names as readonly string[]).includes(name)));
  const read = <T>(name: (typeof names)[number], fallback: T, parse: (text: string) => T | undefined): T => {
    const text = query.get(name);
    if (text === null) return fallback;
    let value: T | undefined;
    try {
      value = parse(text);
    } catch {
      value = undefined;
    }
    if (value === undefined) unread.add(name);
    return value ?? fallback;
  };
  const keys = (text: string) => readKeys(text);
  const selected = (['node', 'edge', 'article'] as const).filter((kind) => query.has(kind));
  for (const extra of selected.slice(1)) unread.add(extra);
  const kind = selected[0];
  const selectedKey = kind && read<string | undefined>(kind, undefined, readKey);
  const text = read<string | undefined>('statement', undefined, readKey);
  const only = read<true | undefined>('only', undefined, (value) => (value === '1' ? true : undefined));
  return {
    view: {
      tab: read<Tab>('tab', 'graph', (text) => tabs.find((tab) => tab === text)),
      columns: read<readonly TableMetric[]>('columns', [], (text) => {
        const wanted = text.split(',');
        const known = tableMetrics.filter((name) => wanted.includes(name));
        return known.length === wanted.length ? known : undefined;
      }),
      filters: decodeFilters(read, usual, most),
      hand: {
        added: read('add', new Set<string>(), keys),
        hidden: read('hide', new Set<string>(), keys),
        ...(only && { only }),
      },
      selection: kind && selectedKey ? { kind, key: selectedKey } : null,
      picked: read('select', new Set<string>(), keys),
      canvas: decodeCanvas((name, parse, fallback) => read(name, fallback, parse)),
      most: read<number | null>('nodes', null, readWhole),
      style: read('style', plainStyle, (text) => decodeStyle(text, most > mostKeys ? most : mostStyled)),
      evidence: {
        asOf: read<string | null>('as-of', null, readDay),
        without: read('without', new Set<string>(), keys),
        case: read<string | null>('case', null, readKey),
        grade: read<string | null>('grade', null, (text) => (/^(?:[A-E][1-5]?|[1-5])$/.test(text) ? text : undefined)),
      },
      since: read<string | null>('since', null, readDay),
      camera: read<Camera | null>('camera', null, (text) => {
        const [x, y, ratio, ...rest] = text.split(',').map(Number);
        if (x === undefined || y === undefined || ratio === undefined || rest.length > 0) return undefined;
        return [x, y, ratio].every(Number.isFinite) &&
          ratio > 0.01 &&
          ratio < 50 &&
          Math.abs(x) < 100 &&
          Math.abs(y) < 100
          ? { x, y, ratio }
          : undefined;
      }),
      path: read<PathQuery | null>('path', null, (text) => {
        const [from, to, hops, type, ...rest] = split(text);
        const maxHops = Number(hops);
        return from && to && rest.length === 0 && Number.isInteger(maxHops) && maxHops > 0 && maxHops < 100
          ? { from, to, maxHops, ...(type ? { type } : {}) }
          : undefined;
      }),
      shared:
        text === undefined ? null : { text, fields: read<Fields>('with', {}, (value) => asFields(JSON.parse(value))) },
    },
    short: read<string | null>('short', null, (text) => (/^[0-9a-z]{1,8}$/.test(text) ? text : undefined)),
    unread: [...unread],
  };
}
