// A choice of one among a few, as buttons in a row.
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../text/format.ts';

interface SegmentedProps<T extends string> {
  /** What is chosen, for who does not see the row. */
  legend: string;
  /** Each with its title and, where it counts something, how much. */
  options: readonly { value: T; title: string; tally?: number }[];
  value: T;
  onChoose: (value: T) => void;
  /** A note beside the buttons. */
  children?: ComponentChildren;
}

export const Segmented = <T extends string>({ legend, options, value, onChoose, children }: SegmentedProps<T>) => (
  <fieldset class="segmented">
    <legend class="visually-hidden">{legend}</legend>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        aria-pressed={value === option.value}
        onClick={() => onChoose(option.value)}
      >
        {option.title}
        {option.tally !== undefined && (
          <>
            {' '}
            <span class="tally">{formatNumber(option.tally)}</span>
          </>
        )}
      </button>
    ))}
    {children}
  </fieldset>
);
