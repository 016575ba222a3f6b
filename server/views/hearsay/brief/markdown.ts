// A brief as GitHub-flavoured Markdown with footnotes; names and quotations stay text, whatever they hold.
import type { Block, BriefDocument, Inline } from './model.ts';
import { plainText, unseen } from './plain.ts';

/** Text that no reader of Markdown takes for markup, a link or an address; on one line. */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replace(/[\\`*_{}[\]<>|~^$#]/gu, '\\$&')
    .replace(/&/gu, '&amp;')
    .replace(/!(?=\\\[)/gu, '\\!')
    .replace(/:(?=\/\/)/gu, '\\:')
    .replace(/@/gu, '\\@')
    .replace(/\bwww\./giu, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/^(\s*)([-+=])/u, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/u, '$1\\$2');
}

/** An address as the target of a link, or undefined where it is not of the web. */
export function safeUrl(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url)) return undefined;
  return url
    .replace(unseen, encodeURIComponent)
    .replace(/[\s<>()[\]\\"'`|]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function inline(piece: Inline): string {
  if (typeof piece === 'string') return escapeMarkdown(piece);
  if ('strong' in piece) return `**${escapeMarkdown(piece.strong.trim())}**`;
  // A quotation may end in a blank or an asterisk of its own: emphasis must close on a letter, so the marks go inside.
  if ('words' in piece) return `*“${escapeMarkdown(piece.words.trim())}”*`;
  if ('notes' in piece) return piece.notes.map((number) => `[^${number}]`).join('');
  const url = safeUrl(piece.link);
  return url === undefined ? escapeMarkdown(piece.text) : `[${escapeMarkdown(piece.text)}](<${url}>)`;
}

const line = (of: readonly Inline[]): string => of.map(inline).join('').replace(/ {2,}/gu, ' ').trim();

function block(of: Block): string {
  if (of.kind === 'heading') return `${'#'.repeat(of.level)} ${escapeMarkdown(of.text)}`;
  if (of.kind === 'paragraph') return line(of.of);
  if (of.kind === 'list') return of.items.map((item) => `- ${line(item)}`).join('\n');
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `${escapeMarkdown(of.caption)}:`,
    '',
    row(of.head.map(escapeMarkdown)),
    row(of.head.map((_, index) => (of.numeric.includes(index) ? '--:' : ':--'))),
    ...of.rows.map((cells) => row(cells.map(line))),
  ].join('\n');
}

export function toMarkdown(brief: BriefDocument): string {
  const notes = brief.notes.map((of, index) => `[^${index + 1}]: ${line(of)}`);
  const parts = [
    `# ${escapeMarkdown(brief.title)}`,
    ...brief.lines.map(line),
    ...brief.blocks.map(block),
    ...(notes.length === 0 ? [] : ['## Notes', notes.join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}
