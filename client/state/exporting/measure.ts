// How wide a text is drawn in this browser.

let context: CanvasRenderingContext2D | null | undefined;

/** In pixels; `font` as CSS writes it. */
export function measureText(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return 0;
  context.font = font;
  return context.measureText(text).width;
}
