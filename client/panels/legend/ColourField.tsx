// A colour: as usual, of the palette that works in both themes and for the colour-blind, or any other.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { contrast, palettes, swatchNames, type ThemeName } from '../../graph/palette.ts';
import { type Colour, hexOf } from '../../graph/style.ts';
import { palette } from '../../state/theme.ts';
import { formatNumber, sentenceCase } from '../../text/format.ts';
import { fieldValue } from '../../ui/field.ts';

interface ColourFieldProps {
  value: Colour | undefined;
  /** What it is by itself, as #rrggbb. */
  usual: string;
  onChange: (colour: Colour | undefined) => void;
}

/** Marks need so much contrast with the canvas (WCAG 2.2, 1.4.11). */
const least = 3;

/** On which canvas a colour is hard to see, in a sentence; empty where it is seen on both. */
export function contrastNote(colour: Colour): string {
  const faint = (['light', 'dark'] as ThemeName[])
    .map((theme) => ({ theme, ratio: contrast(hexOf(palettes[theme], colour), palettes[theme].canvas) }))
    .filter(({ ratio }) => ratio < least);
  return faint
    .map(
      ({ theme, ratio }) =>
        `Hard to see in the ${theme} theme: contrast ${formatNumber(Math.floor(ratio * 10) / 10)}:1, where ${least}:1 is the least.`,
    )
    .join(' ');
}

/** "3A6FB0", "#3a6fb0" or "36b" as a colour; undefined where it is none. */
export function colourOf(text: string): Colour | undefined {
  const digits = text.trim().replace(/^#/, '').toLowerCase();
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  return /^[0-9a-f]{3}$/.test(digits) ? `#${[...digits].map((digit) => digit + digit).join('')}` : undefined;
}

interface SwatchProps {
  group: string;
  title: string;
  fill: string;
  checked: boolean;
  onChoose: () => void;
}

const Swatch = ({ group, title, fill, checked, onChoose }: SwatchProps) => (
  <label class="swatch" title={title}>
    <input type="radio" name={group} aria-label={title} checked={checked} onChange={onChoose} />
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" fill={fill} />
    </svg>
  </label>
);

export function ColourField({ value, usual, onChange }: ColourFieldProps) {
  const name = useId();
  const refused = useSignal('');
  const choose = (colour: Colour | undefined) => {
    refused.value = '';
    onChange(colour);
  };
  const write = (event: Event) => {
    const text = fieldValue(event);
    const colour = colourOf(text);
    if (colour) choose(colour);
    else refused.value = `“${text.slice(0, 20)}” is no colour: write six digits such as 3a6fb0.`;
  };
  const shown = value === undefined ? usual : hexOf(palette.value, value);
  const note = refused.value || (value === undefined ? '' : contrastNote(value));
  return (
    <fieldset class="colour-field">
      <legend>Colour</legend>
      <div class="swatches">
        <Swatch
          group={name}
          title="As usual"
          fill={usual}
          checked={value === undefined}
          onChoose={() => choose(undefined)}
        />
        {swatchNames.map((colour) => (
          <Swatch
            key={colour}
            group={name}
            title={sentenceCase(colour)}
            fill={hexOf(palette.value, colour)}
            checked={value === colour}
            onChoose={() => choose(colour)}
          />
        ))}
      </div>
      <div class="other-colour">
        <input
          type="color"
          aria-label="Any other colour"
          value={shown}
          onInput={(event) => choose(fieldValue(event).toLowerCase() as Colour)}
        />
        <input
          type="text"
          aria-label="Colour as six digits"
          spellcheck={false}
          maxLength={7}
          value={shown}
          aria-invalid={refused.value !== ''}
          onChange={write}
        />
      </div>
      <p class="rail-note" role="status">
        {note}
      </p>
    </fieldset>
  );
}
