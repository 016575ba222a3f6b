// The types of relations on the canvas, each with its line and count, and the editor of its look.
import { encodeEdge } from '../../graph/encode.ts';
import { stanceOf } from '../../graph/model.ts';
import { shownRelations } from '../../state/legend.ts';
import { palette } from '../../state/theme.ts';
import { style } from '../../state/view.ts';
import { sentenceCase } from '../../text/format.ts';
import { relationWords, stanceMeaning, stanceTitle } from '../../text/words.ts';
import { Line } from '../../ui/Line.tsx';
import { Entry } from './Entry.tsx';
import { RelationEditor } from './RelationEditor.tsx';

export const RelationTypes = () => (
  <details class="facet-group" open>
    <summary>Relations</summary>
    {shownRelations.value.length === 0 ? (
      <p class="rail-note">There is no relation on the canvas.</p>
    ) : (
      <ul aria-label="Relations on the canvas">
        {shownRelations.value.map(({ type, count, sample }) => {
          const stance = stanceOf(sample);
          return (
            <Entry
              key={type}
              id={`relation ${type}`}
              sign={<Line of={encodeEdge(sample, palette.value, 0, style.value)} />}
              name={sentenceCase(relationWords(type))}
              count={count}
              changed={style.value.relations.has(type)}
              {...(stance && { title: `${stanceTitle(stance)}: ${stanceMeaning[stance]}` })}
            >
              {() => <RelationEditor sample={sample} />}
            </Entry>
          );
        })}
      </ul>
    )}
  </details>
);
