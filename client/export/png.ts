// The canvas as a picture: the drawing of the SVG, painted twice as fine, with what it shows and rests on in its texts.
import { Zlib } from 'fflate';
import type { Contents } from './contents.ts';
import { compose } from './drawing/compose.ts';
import { fontOf, type GroupMark, type PathMark, type TextMark } from './drawing/scene.ts';
import type { Means } from './means.ts';
import { withTexts } from './png-text.ts';
import { articlesByKey, provenanceLines } from './provenance.ts';
import { inTurns, type Work } from './work.ts';

/** Pixels of the picture for one of the drawing, on each side. */
const ratio = 2;

function path(
  context: CanvasRenderingContext2D,
  { d, fill, stroke, width = 1, dash, under, transform }: PathMark,
): void {
  context.save();
  if (transform) {
    context.translate(transform.x, transform.y);
    context.scale(transform.scale, transform.scale);
  }
  const line = new Path2D(d);
  const stroked = () => {
    if (stroke === undefined) return;
    context.strokeStyle = stroke;
    context.lineWidth = width / (transform?.scale ?? 1);
    context.setLineDash(dash ? [...dash] : []);
    context.stroke(line);
  };
  if (under) stroked();
  if (fill !== undefined) {
    context.fillStyle = fill;
    context.fill(line);
  }
  if (!under) stroked();
  context.restore();
}

function text(context: CanvasRenderingContext2D, mark: TextMark): void {
  context.font = fontOf(mark);
  context.textAlign = mark.anchor === 'middle' ? 'center' : 'left';
  if (mark.halo !== undefined) {
    context.strokeStyle = mark.halo;
    context.lineWidth = 4;
    context.strokeText(mark.text, mark.x, mark.y);
  }
  context.fillStyle = mark.fill;
  context.fillText(mark.text, mark.x, mark.y);
}

function group(context: CanvasRenderingContext2D, { role, marks }: GroupMark): void {
  context.lineCap = role === 'band' ? 'round' : 'butt';
  for (const mark of marks) {
    if (mark.kind === 'path') path(context, mark);
    else if (mark.kind === 'text') text(context, mark);
    else group(context, mark);
  }
}

/** Where every relation is from, a paragraph each, compressed: for thousands it is long. */
async function provenance({ edges, articles }: Contents, work: Work): Promise<Uint8Array> {
  const articleOf = articlesByKey(articles);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const encoder = new TextEncoder();
  const zlib = new Zlib((data) => {
    parts.push(data as Uint8Array<ArrayBuffer>);
  });
  await inTurns(edges, edges.length, work, (edge) =>
    zlib.push(encoder.encode(`${provenanceLines(edge, articleOf).join('\n')}\n\n`)),
  );
  zlib.push(new Uint8Array(0), true);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Throws where the browser has no room for a picture of this size. */
export async function png(contents: Contents, means: Means): Promise<Blob> {
  const { about } = contents;
  const drawing = compose(contents, means.measure);
  const { context, toBlob } = means.surface(drawing.width * ratio, drawing.height * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = drawing.background;
  context.fillRect(0, 0, drawing.width, drawing.height);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  await inTurns(drawing.marks(), drawing.count, means, (mark) => group(context, mark));
  return withTexts(await toBlob(), [
    { keyword: 'Title', text: drawing.title },
    { keyword: 'Description', text: drawing.description },
    { keyword: 'Source', text: about.address },
    { keyword: 'Creation Time', text: about.exported },
    { keyword: 'Software', text: about.creator },
    ...(about.foreign ? [] : [{ keyword: 'Provenance', zlib: await provenance(contents, means) }]),
  ]);
}
