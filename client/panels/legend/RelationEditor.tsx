// How the relations of a type look: colour, width, and what is written on them. Marks, dashes and strands keep their meaning.
import type { EdgeView } from '../../../server/schema/view.ts';
import { stanceOf } from '../../graph/model.ts';
import { plainStyle, type RelationCaption, relationColour } from '../../graph/style.ts';
import { propertiesOf } from '../../state/legend.ts';
import { resetRelations, styleRelations } from '../../state/style.ts';
import { palette } from '../../state/theme.ts';
import { style } from '../../state/view.ts';
import { sentenceCase } from '../../text/format.ts';
import { propertyLabel, relationWords } from '../../text/words.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { ColourField } from './ColourField.tsx';
import { FactorField } from './FactorField.tsx';

export function RelationEditor({ sample }: { sample: EdgeView }) {
  const { type } = sample;
  const look = style.value.relations.get(type);
  const counted = stanceOf(sample) !== undefined;
  const usual: RelationCaption = counted ? 'origins' : 'none';
  const caption = look?.caption ?? usual;
  const names = new Set([...propertiesOf('relation', type), ...(caption.startsWith('.') ? [caption.slice(1)] : [])]);
  const options: { value: RelationCaption; title: string }[] = [
    ...(counted ? [{ value: 'origins' as const, title: 'Origins, as usual' }] : []),
    { value: 'none', title: counted ? 'None' : 'None, as usual' },
    { value: 'type', title: 'Type' },
    ...[...names].map((name) => ({ value: `.${name}` as const, title: propertyLabel(name) })),
  ];
  return (
    <>
      <ColourField
        value={look?.colour}
        usual={relationColour(palette.value, plainStyle, sample)}
        onChange={(colour) => styleRelations(type, { colour })}
      />
      <FactorField label="Width" value={look?.width} onChange={(width) => styleRelations(type, { width })} />
      <SelectField
        label="Caption"
        value={caption === 'origins' ? usual : caption}
        options={options}
        onChange={(value) =>
          styleRelations(type, { caption: value === usual ? undefined : (value as RelationCaption) })
        }
      />
      <button type="button" class="link" disabled={look === undefined} onClick={() => resetRelations(type)}>
        {sentenceCase(relationWords(type))} as usual
      </button>
    </>
  );
}
