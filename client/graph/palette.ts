// The two palettes: the only place where a colour of the graph is written down.
import type { StanceName } from '../text/words.ts';

export type ThemeName = 'light' | 'dark';

/** Colours to choose from, told apart also by those who see no red or no green; tests/client/style.test.ts holds them to it. */
export const swatchNames = ['blue', 'sky', 'green', 'gold', 'rust', 'purple', 'wine', 'slate'] as const;
export type SwatchName = (typeof swatchNames)[number];

/** Colours that the canvas draws with, as #rrggbb. The interface's own greys are in styles/tokens.css. */
export interface Palette {
  canvas: string;
  ink: string;
  muted: string;
  relation: string;
  /** Countries on the map, and their borders. */
  land: string;
  border: string;
  stance: Readonly<Record<StanceName, string>>;
  /** Fills by node type; others get a hue from their label. */
  type: Readonly<Record<string, string>>;
  /** Fills that tell communities or components apart, the largest first; those beyond have `restGroup`. */
  groups: readonly string[];
  restGroup: string;
  swatches: Readonly<Record<SwatchName, string>>;
  /** Lightness and saturation of a hue made from a label, in per cent. */
  hashed: { saturation: number; lightness: number };
  onFill: string;
}

// Okabe and Ito's colours, as data marks the same in both themes except where a dark ground needs them lighter.
export const palettes: Readonly<Record<ThemeName, Palette>> = {
  light: {
    canvas: '#fbfbfa',
    ink: '#1b1f24',
    muted: '#57606a',
    relation: '#878f98',
    land: '#f0f1ef',
    border: '#d3d7da',
    stance: { opposes: '#d55e00', supports: '#0072b2', noncommittal: '#6b7280', defers: '#aa4499' },
    type: {
      Plan: '#2d333b',
      Country: '#5f738c',
      Person: '#8f6f45',
      Organization: '#5d7a66',
      Group: '#7d7a4a',
      Outlet: '#4d7c83',
      Event: '#9a6a78',
      Article: '#7a7469',
      Claim: '#7c6f94',
      Assertion: '#8d85a0',
      Source: '#8a6757',
      Quote: '#74808b',
      Utterance: '#74808b',
    },
    groups: [
      '#3a6fb0',
      '#b3591a',
      '#3a8752',
      '#96408a',
      '#85701c',
      '#2b858f',
      '#a3403f',
      '#5a5aa8',
      '#68791f',
      '#8a5a3c',
    ],
    restGroup: '#7b838c',
    swatches: {
      blue: '#0e65bf',
      sky: '#1794d4',
      green: '#429f85',
      gold: '#8e6d06',
      rust: '#7f2c00',
      purple: '#660f74',
      wine: '#580423',
      slate: '#5c636e',
    },
    hashed: { saturation: 26, lightness: 42 },
    onFill: '#ffffff',
  },
  dark: {
    canvas: '#121417',
    ink: '#e6e8eb',
    muted: '#9aa4af',
    relation: '#6e7883',
    land: '#1b1f24',
    border: '#363d45',
    stance: { opposes: '#e5701a', supports: '#3a9bd6', noncommittal: '#8f98a5', defers: '#c868b8' },
    type: {
      Plan: '#d5d9de',
      Country: '#8ea3bd',
      Person: '#c5a273',
      Organization: '#8db199',
      Group: '#b3af79',
      Outlet: '#7fb2b9',
      Event: '#c995a4',
      Article: '#aca597',
      Claim: '#ab9dc6',
      Assertion: '#b7aecb',
      Source: '#bd9583',
      Quote: '#a1adb8',
      Utterance: '#a1adb8',
    },
    groups: [
      '#7fb0ea',
      '#e59a5c',
      '#7cc48f',
      '#d68fcb',
      '#cdb65c',
      '#6cc4cd',
      '#e38a86',
      '#a5a5ec',
      '#b0c265',
      '#cda082',
    ],
    restGroup: '#8b949e',
    swatches: {
      blue: '#4595fe',
      sky: '#6cc9ff',
      green: '#92f0c9',
      gold: '#f2bf23',
      rust: '#ea6913',
      purple: '#983daa',
      wine: '#b13b53',
      slate: '#92979e',
    },
    hashed: { saturation: 30, lightness: 66 },
    onFill: '#14171a',
  },
};

/** Hues that the eye tells apart at this saturation. */
const hues = 12;
let spread: ReadonlyMap<string, number> = new Map();

/** Gives labels that would have much the same hue different ones, as far as there are; the same for the same labels. */
export function spreadHues(labels: readonly string[]): void {
  spread = new Map();
  const next = new Map<string, number>();
  const taken = new Set<number>();
  for (const label of [...labels].sort().filter((name) => palettes.light.type[name] === undefined)) {
    let slot = Math.floor((hueOf(label) * hues) / 360);
    // Five steps lead to every slot, and two labels that meet do not end beside each other.
    for (let tries = 0; tries < hues && taken.has(slot); tries++) slot = (slot + 5) % hues;
    taken.add(slot);
    next.set(label, Math.round((slot + 0.5) * (360 / hues)));
  }
  spread = next;
}

/** A stable hue in degrees for a label of somebody else's database. */
export function hueOf(label: string): number {
  const known = spread.get(label);
  if (known !== undefined) return known;
  let hash = 2166136261;
  for (const letter of label) hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 16777619);
  return (hash >>> 0) % 360;
}

/** A node type's fill: its own, or a muted hue made from its name. */
export function typeColour(palette: Palette, type: string): string {
  const { saturation, lightness } = palette.hashed;
  return palette.type[type] ?? hslToHex(hueOf(type), saturation, lightness);
}

/** Hue in degrees, the others in per cent, as #rrggbb. */
export function hslToHex(hue: number, saturation: number, lightness: number): string {
  const light = lightness / 100;
  const chroma = (saturation / 100) * Math.min(light, 1 - light);
  const channel = (n: number): string => {
    const k = (n + hue / 30) % 12;
    const value = light - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

/** #rrggbb with an opacity between 0 and 1, as rgba(). */
export function withAlpha(colour: string, alpha: number): string {
  const value = Number.parseInt(colour.slice(1), 16);
  return `rgba(${value >> 16}, ${(value >> 8) & 255}, ${value & 255}, ${alpha})`;
}

/** WCAG contrast ratio of two #rrggbb colours, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const value = Number.parseInt(hex.slice(1), 16);
    const [red = 0, green = 0, blue = 0] = [value >> 16, (value >> 8) & 255, value & 255].map((byte) => {
      const part = byte / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [one, two] = [luminance(a), luminance(b)];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}
