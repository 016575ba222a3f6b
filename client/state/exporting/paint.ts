// What an export needs of this browser: a picture to paint on.
import { RequestFailed } from '../../api.ts';

const tooLarge = (width: number, height: number) =>
  new RequestFailed({
    title: 'This browser has no room for the picture',
    message: `It would have ${width} × ${height} pixels. Filter the canvas or select a part of it, or export SVG.`,
    code: 'client',
    nearest: [],
  });

/** Throws RequestFailed, in words, where the browser gives none. */
export function surface(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw tooLarge(width, height);
  const toBlob = () =>
    new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(tooLarge(width, height))), 'image/png'),
    );
  return { context, toBlob };
}
