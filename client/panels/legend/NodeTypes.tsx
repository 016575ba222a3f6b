// The types of nodes on the canvas, each with its mark and count, and the editor of its look.
import { isForeign } from '../../state/data.ts';
import { shownTypes } from '../../state/legend.ts';
import { canvas, style } from '../../state/view.ts';
import { sentenceCase } from '../../text/format.ts';
import { TypeMark } from '../../ui/TypeMark.tsx';
import { Entry } from './Entry.tsx';
import { NodeEditor } from './NodeEditor.tsx';

/** That a metric tells what the type told. */
function Waiting() {
  const { size, colour } = canvas.value;
  const told = [...(size === 'usual' ? [] : ['size']), ...(colour === 'type' ? [] : ['colour'])];
  if (told.length === 0) return null;
  return (
    <p class="rail-note">
      {sentenceCase(told.join(' and '))} {told.length === 1 ? 'shows' : 'show'} a metric now: what a type has of its own
      waits.
    </p>
  );
}

export const NodeTypes = () => (
  <details class="facet-group" open>
    <summary>{isForeign.value ? 'Labels' : 'Types'}</summary>
    <Waiting />
    {shownTypes.value.length === 0 ? (
      <p class="rail-note">There is no node on the canvas.</p>
    ) : (
      <ul aria-label={isForeign.value ? 'Labels on the canvas' : 'Types on the canvas'}>
        {shownTypes.value.map(({ type, count }) => (
          <Entry
            key={type}
            id={`node ${type}`}
            sign={<TypeMark type={type} />}
            name={type}
            count={count}
            changed={style.value.nodes.has(type)}
          >
            {() => <NodeEditor type={type} />}
          </Entry>
        ))}
      </ul>
    )}
  </details>
);
