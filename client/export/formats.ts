// The formats of an export: a further one is one entry here. What writes it is fetched when it is chosen.
import type { Contents } from './contents.ts';
import type { Work } from './work.ts';

/** What a writer may use beside the contents. */
export interface Means extends Work {
  /** The width of a text in pixels, in a font of CSS. */
  measure: (text: string, font: string) => number;
  /** A picture of so many pixels to paint on; `toBlob` gives it as PNG. Throws where there is no room for it. */
  surface: (width: number, height: number) => { context: CanvasRenderingContext2D; toBlob: () => Promise<Blob> };
  /** The text of a file that the page was built with, such as the viewer of an HTML export. */
  asset: (path: string) => Promise<string>;
}

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
