// A brief as one HTML page that needs nothing else: no script, its own style and typeface, made for the screen and for paper.
import { createHash } from 'node:crypto';
import { escapeHtml } from '../../escape-html.ts';
import { safeUrl } from './markdown.ts';
import type { Block, BriefDocument, Inline } from './model.ts';
import { plainText } from './plain.ts';
import { briefStyle } from './style.ts';
import { typefaceFor } from './typeface.ts';

const plainHtml = (text: string): string => escapeHtml(plainText(text));

/** What the page may load and run: nothing but its own style, and the typeface within that. */
function policyOf(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`;
}

/** How often each note was cited so far, so that every citation has a name of its own to come back to. */
class Citations {
  private readonly times = new Map<number, number>();
  next(number: number): number {
    const time = (this.times.get(number) ?? 0) + 1;
    this.times.set(number, time);
    return time;
  }
  of(number: number): number {
    return this.times.get(number) ?? 0;
  }
}

function inline(piece: Inline, citations: Citations): string {
  if (typeof piece === 'string') return plainHtml(piece);
  if ('strong' in piece) return `<strong><bdi>${plainHtml(piece.strong)}</bdi></strong>`;
  if ('words' in piece) return `<q><bdi>${plainHtml(piece.words)}</bdi></q>`;
  if ('notes' in piece) {
    const links = piece.notes.map((number) => {
      const id = `cite-${number}-${citations.next(number)}`;
      return `<a href="#note-${number}" id="${id}" aria-label="Note ${number}">${number}</a>`;
    });
    return `<sup>${links.join(', ')}</sup>`;
  }
  const url = safeUrl(piece.link);
  const text = `<bdi>${plainHtml(piece.text)}</bdi>`;
  return url === undefined ? text : `<a href="${plainHtml(url)}" rel="noreferrer noopener" target="_blank">${text}</a>`;
}

function block(of: Block, citations: Citations): string {
  const line = (pieces: readonly Inline[]) => pieces.map((piece) => inline(piece, citations)).join('');
  if (of.kind === 'heading') return `<h${of.level}>${plainHtml(of.text)}</h${of.level}>`;
  if (of.kind === 'paragraph') return `<p>${line(of.of)}</p>`;
  if (of.kind === 'list') return `<ul>\n${of.items.map((item) => `<li>${line(item)}</li>`).join('\n')}\n</ul>`;
  const number = (index: number) => (of.numeric.includes(index) ? ' class="number"' : '');
  const head = of.head.map((text, index) => `<th scope="col"${number(index)}>${plainHtml(text)}</th>`).join('');
  const cell = (pieces: readonly Inline[], index: number) =>
    index === 0 ? `<th scope="row">${line(pieces)}</th>` : `<td${number(index)}>${line(pieces)}</td>`;
  const rows = of.rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('\n');
  return [
    '<div class="table" role="region" tabindex="0" aria-label="Counts">',
    `<table>\n<caption>${plainHtml(of.caption)}</caption>`,
    `<thead><tr>${head}</tr></thead>\n<tbody>\n${rows}\n</tbody>\n</table></div>`,
  ].join('\n');
}

function note(of: readonly Inline[], number: number, citations: Citations): string {
  const back = Array.from({ length: citations.of(number) }, (_, index) => {
    const label = `Back to where note ${number} is cited${index === 0 ? '' : `, ${index + 1}`}`;
    return `<a class="back" href="#cite-${number}-${index + 1}" aria-label="${label}">↩</a>`;
  });
  const text = of.map((piece) => inline(piece, citations)).join('');
  return `<li id="note-${number}">${text} ${back.join(' ')}</li>`;
}

/** The page, and the policy under which it is to be sent. */
export function toPage(brief: BriefDocument): { text: string; policy: string } {
  const citations = new Citations();
  const head = [
    `<h1>${plainHtml(brief.title)}</h1>`,
    ...brief.lines.map((of) => `<p class="under">${of.map((piece) => inline(piece, citations)).join('')}</p>`),
  ];
  const blocks = brief.blocks.map((one) => block(one, citations));
  const notes = brief.notes.map((of, index) => note(of, index + 1, citations));
  const list = `<section aria-label="Notes">\n<h2>Notes</h2>\n<ol>\n${notes.join('\n')}\n</ol>\n</section>`;
  const body = [...head, ...blocks, ...(notes.length === 0 ? [] : [list])].join('\n');
  const style = `\n${typefaceFor(body)}${briefStyle}`;
  const policy = policyOf(style);
  const text = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${plainHtml(policy)}">
<title>${plainHtml(brief.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
  return { text, policy };
}

export const toHtml = (brief: BriefDocument): string => toPage(brief).text;
