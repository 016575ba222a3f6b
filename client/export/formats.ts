// The formats of an export: a further one is one entry here. What writes it is fetched when it is chosen.
import type { Contents } from './contents.ts';
import type { Means } from './means.ts';

interface Named {
  id: string;
  title: string;
  /** What the file holds, in a line. */
  about: string;
  extension: string;
}
/** Written by this page from what is on the canvas. */
export interface PageFormat extends Named {
  write: (contents: Contents, means: Means) => Promise<Blob>;
}
/** Made by the server from the evidence: what rests under the facts on the canvas, or all there is. */
export interface ServerFormat extends Named {
  of: 'shown' | 'all';
}
export type Format = PageFormat | ServerFormat;

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
  {
    id: 'json',
    title: 'JSON',
    about:
      'The reports under the facts on the canvas with every claim, place and decision; imports again to equal counts',
    extension: 'json',
    of: 'shown',
  },
  {
    id: 'json-all',
    title: 'JSON, the whole database',
    about: 'The same of all reports, whatever is on the canvas and however it is filtered',
    extension: 'json',
    of: 'all',
  },
];
