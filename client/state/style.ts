// The look of each type as somebody chose it: changed in steps that undo takes back, and kept in this browser.
import { effect } from '@preact/signals';
import { isPlainStyle, type NodeLook, plainStyle, type RelationLook, type Style } from '../graph/style.ts';
import { relationWords } from '../text/words.ts';
import { meta } from './data.ts';
import { forget, recall, remember } from './memory.ts';
import { notify } from './notices.ts';
import { readStyle, styleFile } from './style-file.ts';
import { cameWithView, countStyled, mostStyled } from './style-url.ts';
import { change, style } from './view.ts';
import { isPlaying } from './views/play.ts';

/** `of` with what was chosen for a type; nothing chosen leaves it out. */
function withLook<Look extends object>(
  of: ReadonlyMap<string, Look>,
  type: string,
  look: Partial<Look>,
): Map<string, Look> {
  const next = new Map(of);
  const kept = Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined)) as Look;
  if (Object.keys(kept).length === 0) next.delete(type);
  else next.set(type, kept);
  return next;
}

function set(label: string, next: Style, merge?: string): void {
  const before = style.peek();
  change(label, { style: next }, merge);
  if (countStyled(next) > mostStyled && countStyled(before) <= mostStyled)
    notify(`An address holds the look of ${mostStyled} types. Save the style as a file to hand on all of it.`);
}

type Changed<Look> = { [Name in keyof Look]?: Look[Name] | undefined };

/** Changes the look of a type of nodes; what is given as undefined is as usual again. */
export function styleNodes(type: string, changed: Changed<NodeLook>): void {
  const look = { ...style.peek().nodes.get(type), ...changed } as NodeLook;
  const what = Object.keys(changed).join(' and ');
  const next = { ...style.peek(), nodes: withLook(style.peek().nodes, type, look) };
  set(`${what} of ${type}`, next, `style ${type} ${what}`);
}

/** Changes the look of a type of relations; what is given as undefined is as usual again. */
export function styleRelations(type: string, changed: Changed<RelationLook>): void {
  const look = { ...style.peek().relations.get(type), ...changed } as RelationLook;
  const what = Object.keys(changed).join(' and ');
  const next = { ...style.peek(), relations: withLook(style.peek().relations, type, look) };
  set(`${what} of “${relationWords(type)}”`, next, `style relation ${type} ${what}`);
}

export const resetNodes = (type: string): void =>
  set(`usual look of ${type}`, { ...style.peek(), nodes: withLook(style.peek().nodes, type, {}) });
export const resetRelations = (type: string): void =>
  set(`usual look of “${relationWords(type)}”`, {
    ...style.peek(),
    relations: withLook(style.peek().relations, type, {}),
  });
export const resetStyle = (): void => set('usual look of every type', plainStyle);

/** Takes over a style from a file; says in words what is wrong where something is, and changes nothing then. */
export function openStyle(name: string, text: string): void {
  const read = readStyle(text);
  if ('faults' in read) {
    const more = read.faults.length - 3;
    notify(
      `${name} was not opened. ${read.faults.slice(0, 3).join(' ')}${more > 0 ? ` And ${more} more.` : ''}`,
      'problem',
    );
  } else set(`style from ${name}`, read.style);
}

/** No style is longer: what is, is another file. Bytes. */
const longestFile = 1_000_000;

/** The same from a file of this machine. */
export async function openStyleFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<void> {
  if (file.size > longestFile) {
    notify(
      `${file.name} was not opened. It has over 1 MB, as no style has; choose a file that Save style… made.`,
      'problem',
    );
    return;
  }
  try {
    openStyle(file.name, await file.text());
  } catch {
    notify(`${file.name} could not be read. It may have been moved or changed since; choose it again.`, 'problem');
  }
}

/** Under which name this browser keeps the style of a database: Hearsay's own model has one, others one by their labels. */
export function keptUnder(of: { model: string; labels: readonly { label: string }[] }): string {
  if (of.model === 'hearsay') return 'style.hearsay';
  let hash = 2166136261;
  for (const letter of of.labels
    .map(({ label }) => label)
    .sort()
    .join('\n'))
    hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 16777619);
  return `style.${(hash >>> 0).toString(36)}`;
}

/** What this browser keeps, or undefined; what makes no sense is put away, with a word on it. */
function kept(name: string): Style | undefined {
  const text = recall(name);
  if (text === undefined) return undefined;
  const read = readStyle(text);
  if ('style' in read) return read.style;
  notify(
    'The style kept in this browser could not be read, so the usual one is shown. Opening a saved style brings it back.',
    'problem',
  );
  forget(name);
  return undefined;
}

/**
 * Takes over the style that this browser keeps, where the address has none, and keeps what somebody changes. A style
 * that came with an address or a saved view is shown and not kept. Called once, when the page starts.
 */
export function startStyle(): () => void {
  let name: string | undefined;
  let own = plainStyle;
  /** Whether one went on from a style that came with a view: undone as far as that, what is kept is one's own again. */
  let away = false;
  return effect(() => {
    // A story shows what it showed; afterwards everything is as before.
    if (meta.value === null || isPlaying.value) return;
    if (name === undefined) {
      name = keptUnder(meta.value);
      own = kept(name) ?? plainStyle;
      if (isPlainStyle(style.peek()) && !isPlainStyle(own)) style.value = own;
    }
    const came = cameWithView(style.value);
    if (came) away = true;
    else if (!away || style.value === own) [own, away] = [style.value, false];
    const now = came ? own : style.value;
    if (isPlainStyle(now)) forget(name);
    else if (recall(name) !== styleFile(now)) remember(name, styleFile(now));
  });
}
