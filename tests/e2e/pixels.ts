// What is on the screen, measured: the share of pixels of a picture that differ from its background.
import type { Locator, Page } from 'playwright-core';

/**
 * The share of pixels, 0 to 1, that differ from the upper left one, how much all differ from it together (0 to 1 for a
 * pixel), and how many different colours there are.
 */
export async function inkOf(page: Page, png: Buffer): Promise<{ share: number; weight: number; colours: number }> {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d context');
    context.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
    const ground = pixels[0] as number;
    const away = (pixel: number) =>
      [0, 8, 16].reduce((sum, shift) => sum + Math.abs(((pixel >> shift) & 255) - ((ground >> shift) & 255)), 0) / 765;
    return {
      weight: pixels.reduce((sum, pixel) => sum + (pixel === ground ? 0 : away(pixel)), 0),
      share: pixels.filter((pixel) => pixel !== ground).length / pixels.length,
      colours: new Set(pixels).size,
    };
  }, png.toString('base64'));
}

/** A picture of the stage's WebGL layers alone: the labels drawn in 2D are hidden for the moment. */
export async function glPicture(stage: Locator): Promise<Buffer> {
  const flip = (visibility: string) =>
    stage.locator('canvas').evaluateAll((canvases, value) => {
      for (const canvas of canvases as HTMLCanvasElement[]) {
        if (!canvas.getContext('webgl2') && !canvas.getContext('webgl')) canvas.style.visibility = value;
      }
    }, visibility);
  await flip('hidden');
  const picture = await stage.screenshot();
  await flip('');
  return picture;
}
