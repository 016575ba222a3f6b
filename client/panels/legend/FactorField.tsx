// A factor on a size or a width, as a slider; 1 is as usual.
import { factors } from '../../graph/style.ts';
import { formatNumber } from '../../text/format.ts';
import { fieldValue } from '../../ui/field.ts';

interface FactorFieldProps {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

export function FactorField({ label, value = 1, onChange }: FactorFieldProps) {
  const set = (event: Event) => {
    const next = Number(Number(fieldValue(event)).toFixed(1));
    onChange(next === 1 ? undefined : next);
  };
  return (
    <label class="factor-field">
      <span>{label}</span>
      <input
        type="range"
        aria-valuetext={value === 1 ? 'as usual' : `${formatNumber(value)} times`}
        min={factors.least}
        max={factors.most}
        step={factors.step}
        value={value}
        onInput={set}
      />
      <output>×{formatNumber(value)}</output>
    </label>
  );
}
