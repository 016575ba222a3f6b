// The formats of an export: a further one is one entry here. What writes it is fetched when it is chosen.
import type { Contents } from './contents.ts';
import type { Means } from './means.ts';

export interface Format {
  id: string;
  title: string;
  /** What the file holds, in a line. */
  about: string;
  extension: string;
  write: (contents: Contents, means: Means) => Promise<Blob>;
}

export const formats: readonly Format[] = [
  {
    id: 'html',
    title: 'Web page',
    about: 'One file to explore that opens offline: graph, search, tables; of each relation its origins and quotations',
    extension: 'html',
    write: async (contents, means) => (await import('./html.ts')).html(contents, means),
  },
  {
    id: 'png',
    title: 'PNG',
    about:
      'A picture at twice the resolution, with a legend; its texts say what it shows and where each relation is from',
    extension: 'png',
    write: async (contents, means) => (await import('./png.ts')).png(contents, means),
  },
  {
    id: 'svg',
    title: 'SVG',
    about: 'The same as a vector drawing; each node and relation carries its sentence, origins and reports',
    extension: 'svg',
    write: async (contents, means) => (await import('./svg.ts')).svg(contents, means),
  },
  {
    id: 'gexf',
    title: 'GEXF',
    about: 'The graph for Gephi, with places, colours and sizes; origins and reports as attributes of each relation',
    extension: 'gexf',
    write: async (contents, means) => (await import('./gexf.ts')).gexf(contents, means),
  },
  {
    id: 'graphml',
    title: 'GraphML',
    about: 'The same for yEd, networkx, igraph and Cytoscape',
    extension: 'graphml',
    write: async (contents, means) => (await import('./graphml.ts')).graphml(contents, means),
  },
  {
    id: 'csv',
    title: 'CSV',
    about: 'Tables for spreadsheets, zipped: nodes, relations with their origins and reports, articles',
    extension: 'csv.zip',
    write: async (contents, means) => (await import('./csv.ts')).csv(contents, means),
  },
];
