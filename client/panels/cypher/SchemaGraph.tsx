// The schema as a small graph: a box for each label, a line where relations join two; a box that is pressed keeps its own.
import { useMemo } from 'preact/hooks';
import type { DatabaseSchema } from '../../../server/schema/cypher.ts';
import { drawSchema, height, type SchemaLine, width } from '../../graph/schema-layout.ts';
import { count, formatNumber } from '../../text/format.ts';
import { TypeMark } from '../../ui/TypeMark.tsx';

interface SchemaGraphProps {
  schema: DatabaseSchema;
  hidden: ReadonlySet<string>;
  chosen: string | undefined;
  onChoose: (label: string) => void;
}

const touches = (line: SchemaLine, label: string): boolean => line.from === label || line.to === label;

/** What the lines of a label say, in words: "out: OPPOSES Plan". */
function Lines({ lines, label }: { lines: readonly SchemaLine[]; label: string }) {
  const own = lines.filter((line) => touches(line, label));
  if (own.length === 0) return <p class="muted">No relations join it to another label.</p>;
  return (
    <ul class="schema-lines">
      {own.flatMap((line) =>
        line.types.map((type) => (
          <li key={`${line.from} ${type.name} ${line.to}`}>
            <span class={line.from === label ? 'end own' : 'end'}>{line.from}</span>
            <span aria-hidden="true"> → </span>
            <code>{type.name}</code>
            <span aria-hidden="true"> → </span>
            <span class={line.to === label ? 'end own' : 'end'}>{line.to}</span>{' '}
            <span class="tally">{formatNumber(type.count)}</span>
          </li>
        )),
      )}
    </ul>
  );
}

export function SchemaGraph({ schema, hidden, chosen, onChoose }: SchemaGraphProps) {
  const { boxes, lines, left } = useMemo(() => drawSchema(schema, hidden), [schema, hidden]);
  const near = new Set(
    lines.filter((line) => chosen !== undefined && touches(line, chosen)).flatMap((line) => [line.from, line.to]),
  );
  const faded = (name: string) => chosen !== undefined && name !== chosen && !near.has(name);
  return (
    <div class="schema-graph">
      <div class="schema-drawing">
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          {lines.map((line) => (
            <path
              key={`${line.from} ${line.to}`}
              class={chosen === undefined ? '' : touches(line, chosen) ? 'own' : 'faded'}
              d={line.path}
              vector-effect="non-scaling-stroke"
            />
          ))}
        </svg>
        {boxes.map((box) => (
          <button
            key={box.name}
            type="button"
            class={faded(box.name) ? 'schema-box faded' : 'schema-box'}
            aria-pressed={box.name === chosen}
            style={{ left: `${box.x * 100}%`, top: `${box.y * 100}%` }}
            onClick={() => onChoose(box.name)}
          >
            <TypeMark type={box.name} /> {box.name} <span class="tally">{formatNumber(box.count)}</span>
          </button>
        ))}
      </div>
      <div class="schema-note" role="status">
        {chosen === undefined ? (
          <p class="muted">
            Press a label for the relations that join it to others.
            {left > 0 && ` The ${count(left, 'label')} with the fewest nodes are in the tables only.`}
          </p>
        ) : (
          <Lines lines={lines} label={chosen} />
        )}
      </div>
    </div>
  );
}
