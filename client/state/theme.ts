// Light, dark or as the system says; remembered on this machine only.
import { computed, signal } from '@preact/signals';
import { palettes, type ThemeName } from '../graph/palette.ts';
import { recall, remember } from './memory.ts';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

export const themeChoice = signal<ThemeChoice>(themeChoices.find((choice) => choice === recall('theme')) ?? 'system');
/** What the system prefers; kept up to date by main. */
export const systemTheme = signal<ThemeName>('light');
export const theme = computed<ThemeName>(() =>
  themeChoice.value === 'system' ? systemTheme.value : themeChoice.value,
);

/** What the canvas draws with under it. */
export const palette = computed(() => palettes[theme.value]);

export function setTheme(choice: ThemeChoice): void {
  themeChoice.value = choice;
  remember('theme', choice);
}
