// The canvas as SVG: text stays text, and every node and relation says what it is and where it is from.
import type { Contents } from './contents.ts';
import { compose } from './drawing/compose.ts';
import { type Drawing, family, type GroupMark, type Mark, type PathMark, px, type TextMark } from './drawing/scene.ts';
import type { Means } from './means.ts';
import { blobOf } from './work.ts';
import { attributes, xml } from './xml.ts';

function path({ d, fill, stroke, width, dash, under, transform }: PathMark): string {
  const move = transform && `translate(${px(transform.x)} ${px(transform.y)}) scale(${transform.scale})`;
  return `<path${attributes({
    d,
    transform: move,
    fill: fill ?? 'none',
    stroke,
    'stroke-width': stroke === undefined || width === undefined ? undefined : px(width),
    'stroke-dasharray': dash?.map(px).join(' '),
    'paint-order': under && 'stroke',
    'vector-effect': transform && 'non-scaling-stroke',
  })}/>`;
}

const text = ({ x, y, text: of, size, weight, fill, halo, anchor, length }: TextMark): string =>
  `<text${attributes({
    x: px(x),
    y: px(y),
    'font-size': px(size),
    'font-weight': weight,
    fill,
    stroke: halo,
    'stroke-width': halo === undefined ? undefined : 4,
    'paint-order': halo === undefined ? undefined : 'stroke',
    textLength: length === undefined ? undefined : px(length),
    lengthAdjust: length === undefined ? undefined : 'spacingAndGlyphs',
    'text-anchor': anchor === 'start' ? undefined : anchor,
  })}>${xml(of)}</text>`;

const written = (mark: Mark): string =>
  mark.kind === 'path' ? path(mark) : mark.kind === 'text' ? text(mark) : group(mark);

function group({ role, id, title, description, marks }: GroupMark): string {
  if (marks.length === 0) return '';
  const told = [
    title === undefined ? '' : `<title>${xml(title)}</title>`,
    description === undefined || description === '' ? '' : `<desc>${xml(description)}</desc>`,
  ];
  return `<g${attributes({ class: role, 'data-key': id, role: id === undefined ? undefined : 'img' })}>${told.join('')}${marks.map(written).join('')}</g>\n`;
}

function* pieces(drawing: Drawing, { about }: Contents): Generator<string> {
  const { width, height, background, title, description } = drawing;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ width, height, viewBox: `0 0 ${width} ${height}` })} role="graphics-document" aria-labelledby="title desc">\n`;
  yield `<title id="title">${xml(title)}</title>\n<desc id="desc">${xml(description)}</desc>\n`;
  yield '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="">';
  yield `<dc:title>${xml(title)}</dc:title><dc:description>${xml(description)}</dc:description><dc:source>${xml(about.address)}</dc:source><dc:date>${xml(about.exported)}</dc:date><dc:creator>${xml(about.creator)}</dc:creator>`;
  yield '</rdf:Description></rdf:RDF></metadata>\n';
  yield `<rect width="100%" height="100%" fill="${background}"/>\n`;
  yield `<g${attributes({ 'font-family': family, 'dominant-baseline': 'central', 'stroke-linecap': 'butt', 'stroke-linejoin': 'round' })}>\n`;
  for (const one of drawing.marks()) {
    // The round ends of a band's strokes are its shape.
    yield one.role === 'band' ? group(one).replace('<g ', '<g stroke-linecap="round" ') : group(one);
  }
  yield '</g>\n</svg>\n';
}

export function svg(contents: Contents, means: Means): Promise<Blob> {
  const drawing = compose(contents, means.measure);
  return blobOf(pieces(drawing, contents), drawing.count, 'image/svg+xml', means);
}
