// How wide a text is, measured by the browser; roughly where it has no canvas to measure on.
import { roughMeasure } from '../graph/wrap.ts';

let context: CanvasRenderingContext2D | null | undefined;

/** In pixels; `font` as CSS writes it, its size in px. */
export function textWidth(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return roughMeasure(Number(/([\d.]+)px/.exec(font)?.[1] ?? 12))(text);
  context.font = font;
  return context.measureText(text).width;
}
