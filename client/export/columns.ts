// What a table of nodes or of relations says in its columns: the same for GEXF, GraphML and CSV.
import type { NodeView } from '../../server/schema/view.ts';
import { countedOf, countNames } from '../graph/counted.ts';
import { stanceOf, typeOf } from '../graph/model.ts';
import type { Contents, ExportEdge, ExportNode } from './contents.ts';
import { articleLine, articlesByKey, reportLine, reportsOf } from './provenance.ts';

/** Whole numbers beyond 32 bits are long. */
export type ValueType = 'string' | 'boolean' | 'integer' | 'long' | 'double';
export type Value = string | number | boolean;

export interface Column<T> {
  name: string;
  type: ValueType;
  /** undefined where it says nothing. */
  value: (of: T) => Value | undefined;
}

type Stored = NodeView['properties'][string];

function typeOfValues(values: Iterable<Stored | undefined>): ValueType {
  let found: ValueType | undefined;
  for (const value of values) {
    if (value === undefined || value === null) continue;
    const own: ValueType =
      typeof value === 'boolean'
        ? 'boolean'
        : typeof value !== 'number'
          ? 'string'
          : !Number.isSafeInteger(value)
            ? 'double'
            : Math.abs(value) < 2 ** 31
              ? 'integer'
              : 'long';
    if (found === undefined || found === own) found = own;
    else if (own === 'string' || found === 'string' || own === 'boolean' || found === 'boolean') return 'string';
    else found = found === 'double' || own === 'double' ? 'double' : 'long';
  }
  return found ?? 'string';
}

/** Lists as JSON, so that what is in them stays apart. */
const plain = (value: Stored | undefined, type: ValueType): Value | undefined => {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return JSON.stringify(value);
  return type === 'string' ? String(value) : value;
};

/** What readers of graphs keep for themselves: networkx fails where an attribute of a relation is called "key". */
const reserved = ['key', 'id', 'label', 'source', 'target', 'type', 'kind', 'weight'] as const;

/** A column for each property that any of them has, but for those named; called so that none has a name that is taken. */
function propertyColumns<T extends Pick<NodeView, 'properties'>>(
  items: readonly T[],
  apart: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): Column<T>[] {
  const names = [...new Set(items.flatMap(({ properties }) => Object.keys(properties)))].sort();
  return names
    .filter((name) => !apart.has(name))
    .map((name) => {
      const type = typeOfValues(items.map(({ properties }) => properties[name]));
      return {
        name: taken.has(name) ? `property ${name}` : name,
        type,
        value: ({ properties }) => plain(properties[name], type),
      };
    });
}

const text = <T>(name: string, value: (of: T) => string | undefined): Column<T> => ({ name, type: 'string', value });

export function nodeColumns({ nodes, about }: Contents): Column<ExportNode>[] {
  const own: Column<ExportNode>[] = [
    text('key', ({ key }) => key),
    text('name', ({ name }) => name),
    text('type', (node) => typeOf(node)),
    text('labels', ({ labels }) => labels.join('; ')),
    { name: 'pinned', type: 'boolean', value: ({ drawn }) => drawn.pinned },
  ];
  const apart = new Set(about.foreign ? [] : ['name', 'key', 'textIndex']);
  return [...own, ...propertyColumns(nodes, apart, new Set([...reserved, ...own.map(({ name }) => name)]))];
}

export function edgeColumns({ edges, articles, about }: Contents): Column<ExportEdge>[] {
  const articleOf = articlesByKey(articles);
  const lines = (edge: ExportEdge): string | undefined =>
    reportsOf(edge, articleOf).map(reportLine).join('\n') || undefined;
  const each = (
    edge: ExportEdge,
    of: (report: ReturnType<typeof reportsOf>[number]) => string | null,
  ): string | undefined =>
    [...new Set(reportsOf(edge, articleOf).flatMap((report) => of(report) ?? []))].join(' | ') || undefined;
  const own: Column<ExportEdge>[] = [
    text('relationKey', ({ key }) => key),
    text('relation', ({ type }) => type),
    text('sentence', ({ sentence }) => sentence),
  ];
  const provenance: Column<ExportEdge>[] = [
    { name: 'derived', type: 'boolean', value: ({ derived }) => derived },
    text('stance', (edge) => stanceOf(edge)),
    ...countNames.map(
      (name): Column<ExportEdge> => ({ name, type: 'integer', value: (edge) => countedOf(edge)?.[name] }),
    ),
    { name: 'contested', type: 'boolean', value: (edge) => countedOf(edge)?.contested },
    text('first', ({ properties }) => (typeof properties.first === 'string' ? properties.first : undefined)),
    text('last', ({ properties }) => (typeof properties.last === 'string' ? properties.last : undefined)),
    text('change', ({ drawn }) => drawn.note || undefined),
    text('origins', ({ grounds }) => grounds?.origins.map(({ title }) => title).join(' | ') || undefined),
    text('reports', lines),
    text('reportedBy', (edge) => each(edge, ({ article }) => articleLine(article))),
    text('articleKeys', (edge) => each(edge, ({ article }) => article.key)),
    text('addresses', (edge) => each(edge, ({ article }) => article.url)),
  ];
  const columns = about.foreign ? own : [...own, ...provenance];
  const taken = new Set([...reserved, ...columns.map(({ name }) => name)]);
  // What a derived relation counts has its column above; a stated one names its articles and places there too.
  const apart = new Set(
    about.foreign ? [] : [...countNames, 'contested', 'first', 'last', 'derived', 'evidence', 'articles'],
  );
  return [...columns, ...propertyColumns(edges, apart, taken)];
}
