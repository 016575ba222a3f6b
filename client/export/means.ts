// What a writer needs of the page it runs in.
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
