// How the nodes of a type look: colour, size, shape, and what their label is taken from.
import { shapeOf } from '../../graph/encode.ts';
import { typeColour } from '../../graph/palette.ts';
import { mostCaptions, type Shape, shapeNames } from '../../graph/style.ts';
import { propertiesOf, proposedCaptions } from '../../state/legend.ts';
import { resetNodes, styleNodes } from '../../state/style.ts';
import { palette } from '../../state/theme.ts';
import { style } from '../../state/view.ts';
import { sentenceCase } from '../../text/format.ts';
import { propertyLabel } from '../../text/words.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { ColourField } from './ColourField.tsx';
import { FactorField } from './FactorField.tsx';

/** What a label is taken from: the usual name, nothing, or up to three properties. */
function Caption({ type }: { type: string }) {
  const caption = style.value.nodes.get(type)?.caption;
  const names = propertiesOf('node', type);
  const together = proposedCaptions(type);
  const whole = caption && together.some((one) => one.join() === caption.join());
  const first = caption === undefined ? 'usual' : JSON.stringify(whole ? caption : caption.slice(0, 1));
  const known = new Set([...names, ...(caption ?? [])]);
  const options = [
    { value: 'usual', title: 'Name, as usual' },
    { value: '[]', title: 'None' },
    ...together.map((one) => ({ value: JSON.stringify(one), title: one.map(propertyLabel).join(', ') })),
    ...[...known].map((name) => ({ value: JSON.stringify([name]), title: propertyLabel(name) })),
  ];
  const set = (next: readonly string[] | undefined) => styleNodes(type, { caption: next });
  /** The places after the first, and one more where there is room. */
  const further =
    caption && caption.length > 0 && !whole
      ? Array.from({ length: Math.min(mostCaptions, caption.length + 1) - 1 }, (_, index) => index + 1)
      : [];
  return (
    <>
      <SelectField
        label="Caption"
        value={first}
        options={options}
        onChange={(value) => set(value === 'usual' ? undefined : (JSON.parse(value) as string[]))}
      />
      {further.map((place) => (
        <SelectField
          key={place}
          label={place === 1 ? 'then' : 'and then'}
          value={caption?.[place] ?? ''}
          options={[
            { value: '', title: 'Nothing more' },
            ...[...known]
              .filter((name) => !caption?.includes(name) || caption[place] === name)
              .map((name) => ({ value: name, title: propertyLabel(name) })),
          ]}
          onChange={(value) =>
            set([
              ...(caption ?? []).slice(0, place),
              ...(value === '' ? [] : [value]),
              ...(caption ?? []).slice(place + 1),
            ])
          }
        />
      ))}
    </>
  );
}

export function NodeEditor({ type }: { type: string }) {
  const look = style.value.nodes.get(type);
  const usual = shapeOf(type);
  return (
    <>
      <ColourField
        value={look?.colour}
        usual={typeColour(palette.value, type)}
        onChange={(colour) => styleNodes(type, { colour })}
      />
      <FactorField label="Size" value={look?.size} onChange={(size) => styleNodes(type, { size })} />
      <SelectField
        label="Shape"
        value={look?.shape ?? usual}
        options={shapeNames.map((value) => ({
          value,
          title: value === usual ? `${sentenceCase(value)}, as usual` : sentenceCase(value),
        }))}
        onChange={(value) => styleNodes(type, { shape: value === usual ? undefined : (value as Shape) })}
      />
      <Caption type={type} />
      <button type="button" class="link" disabled={look === undefined} onClick={() => resetNodes(type)}>
        {type} as usual
      </button>
    </>
  );
}
