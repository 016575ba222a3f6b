// The chosen colours of stances as the style sheets' own, so that lists, bars and legend show what the canvas shows.
import { effect } from '@preact/signals';
import { contrast, palettes, type ThemeName } from '../graph/palette.ts';
import { hexOf, type Style } from '../graph/style.ts';
import { stanceOfType } from '../text/words.ts';
import { isForeign } from './data.ts';
import { theme } from './theme.ts';
import { style } from './view.ts';

/** A colour moved towards `ink` until it can be read as text on `ground`: 4.5:1. All as #rrggbb. */
export function readable(colour: string, ground: string, ink: string): string {
  const part = (hex: string, index: number) => Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16);
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = [0, 1, 2].map((index) => Math.round(part(colour, index) * (1 - share) + part(ink, index) * share));
    const hex = `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
    if (contrast(hex, ground) >= 4.5) return hex;
  }
  return ink;
}

/** The custom properties of styles/tokens.css that a style changes. */
export function styleProperties({ relations }: Style, name: ThemeName): Map<string, string> {
  const palette = palettes[name];
  const found = new Map<string, string>();
  for (const [type, { colour }] of relations) {
    const stance = stanceOfType[type];
    if (!colour || !stance) continue;
    found.set(`--${stance}`, hexOf(palette, colour));
    found.set(`--${stance}-text`, readable(hexOf(palette, colour), palette.canvas, palette.ink));
  }
  return found;
}

/** Keeps the page's custom properties in step. Called once, when the page starts. */
export function startStyleProperties(of: Pick<CSSStyleDeclaration, 'setProperty' | 'removeProperty'>): () => void {
  let set: ReadonlyMap<string, string> = new Map();
  return effect(() => {
    const next = isForeign.value ? new Map<string, string>() : styleProperties(style.value, theme.value);
    for (const name of set.keys()) if (!next.has(name)) of.removeProperty(name);
    for (const [name, value] of next) of.setProperty(name, value);
    set = next;
  });
}
