// Size and colour: what they tell on the canvas, how nodes are grouped there, and what each colour means.
import { type ColourBy, type GroupBy, type SizeBy, sizeBy } from '../../graph/appearance.ts';
import { exactUpTo, sampleSize } from '../../graph/metrics/bounds.ts';
import { colours } from '../../state/appearance.ts';
import type { Canvas } from '../../state/canvas-url.ts';
import { isForeign, shown } from '../../state/data.ts';
import { measuring, metrics } from '../../state/metrics.ts';
import { canvas, change } from '../../state/view.ts';
import { count, formatNumber } from '../../text/format.ts';
import { Progress } from '../../ui/basics.tsx';
import { SelectField } from '../../ui/SelectField.tsx';

const sizeTitle: Readonly<Record<SizeBy, string>> = {
  usual: 'Type',
  degree: 'Degree',
  pagerank: 'PageRank',
  betweenness: 'Betweenness',
};
const colourTitle: Readonly<Record<ColourBy, string>> = {
  type: 'Type',
  community: 'Community',
  component: 'Component',
};
const groupTitle: Readonly<Record<GroupBy, string>> = { none: 'None', type: 'Type', community: 'Community' };
/** So many colours are explained; those beyond are grey. */
const listed = 10;

/** Counts as they are, shares with two digits that say something. */
const formatMetric = (value: number): string =>
  value >= 10 || Number.isInteger(value) ? formatNumber(Math.round(value)) : String(Number(value.toPrecision(2)));

const optionsOf = <T extends string>(titles: Readonly<Record<T, string>>) =>
  (Object.keys(titles) as T[]).map((value) => ({ value, title: titles[value] }));

function set<Name extends 'size' | 'colour' | 'group'>(name: Name, title: string, value: Canvas[Name]): void {
  change(`${name} by ${title.toLowerCase()}`, { canvas: { ...canvas.peek(), [name]: value } });
}

/** What a size says: the least, a middle one and the greatest, as they are drawn. */
function Sizes({ by }: { by: Exclude<SizeBy, 'usual'> }) {
  const greatest = [...(metrics.value?.of.values() ?? [])].reduce((most, row) => Math.max(most, row[by]), 0);
  if (greatest === 0) return null;
  return (
    <ul class="size-key" aria-label="Sizes">
      {[0, greatest / 4, greatest].map((value) => {
        const radius = sizeBy(value, greatest);
        return (
          <li key={value}>
            <svg viewBox="-18 -18 36 36" width="36" height="36" aria-hidden="true">
              <circle r={radius} />
            </svg>
            {formatMetric(value)}
          </li>
        );
      })}
    </ul>
  );
}

const Colours = () => (
  <ul class="colour-key" aria-label="Colours">
    {colours.value.slice(0, listed).map(({ id, title, color, members }) => (
      <li key={id}>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <circle cx="6" cy="6" r="5" fill={color} />
        </svg>
        <span class="colour-name" title={title}>
          {title}
        </span>
        <span class="facet-count">{formatNumber(members.length)}</span>
      </li>
    ))}
    {colours.value.length > listed && (
      <li class="rail-note">{count(colours.value.length - listed, 'more group')}, grey</li>
    )}
  </ul>
);

export function Appearance() {
  const { size, colour, group } = canvas.value;
  return (
    <details class="facet-group appearance" open={size !== 'usual' || colour !== 'type' || group !== 'none'}>
      <summary>Size and colour</summary>
      <SelectField
        label="Size by"
        value={size}
        options={optionsOf({ ...sizeTitle, usual: isForeign.value ? 'Degree, gently' : sizeTitle.usual })}
        onChange={(value) => set('size', sizeTitle[value as SizeBy], value as SizeBy)}
      />
      <SelectField
        label="Colour by"
        value={colour}
        options={optionsOf(colourTitle)}
        onChange={(value) => set('colour', colourTitle[value as ColourBy], value as ColourBy)}
      />
      <SelectField
        label="Group by"
        value={group}
        options={optionsOf(groupTitle)}
        onChange={(value) => set('group', groupTitle[value as GroupBy], value as GroupBy)}
      />
      {measuring.value && <Progress what="Measuring" />}
      {size === 'betweenness' && metrics.value?.sampled && (
        <p class="rail-note">
          Beyond {formatNumber(exactUpTo)} nodes betweenness is estimated, from the ways from {sampleSize} of them.
        </p>
      )}
      {(size !== 'usual' || colour !== 'type') && shown.value.nodes.length === 0 && (
        <p class="rail-note">There is no node on the canvas to measure.</p>
      )}
      {size !== 'usual' && <Sizes by={size} />}
      {colour !== 'type' && colours.value.length > 0 && <Colours />}
    </details>
  );
}
