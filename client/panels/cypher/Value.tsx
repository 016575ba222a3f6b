// A value of an answer: in one line for a cell, and whole, as a tree that opens where it is deep.
import type { ComponentChildren } from 'preact';
import type { TypedNode, TypedValue } from '../../../server/schema/cypher.ts';
import { shapeOfTyped } from '../../graph/typed.ts';
import { keyOfNode } from '../../state/cypher/result-graph.ts';
import { isForeign } from '../../state/data.ts';
import { captionOf, labelsOf, valueText } from '../../text/cypher-values.ts';
import { formatNumber } from '../../text/format.ts';
import { NodeLink } from '../../ui/basics.tsx';
import { TypeMark } from '../../ui/TypeMark.tsx';
import { RelationMark } from './RelationMark.tsx';

/** In one line. Its buttons are for the pointer: from the keyboard the opened row has them. */
export function CellValue({ value }: { value: TypedValue }) {
  const shape = shapeOfTyped(value);
  if (shape.kind === 'node')
    return (
      <span class="value-node">
        <TypeMark type={labelsOf(shape.node)[0] ?? ''} /> {captionOf(shape.node)}
      </span>
    );
  if (shape.kind === 'relation') return <RelationMark relation={shape.relation} quiet />;
  if (shape.kind === 'null') return <span class="muted">null</span>;
  const title = shape.kind === 'scalar' && shape.type !== 'String' ? shape.type : undefined;
  return (
    <span class={`value-${shape.kind}`} {...(title && { title })}>
      {valueText(value, 300)}
    </span>
  );
}

const Fields = ({ entries, depth }: { entries: readonly (readonly [string, TypedValue])[]; depth: number }) => (
  <dl class="value-fields">
    {entries.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          <ValueTree value={value} depth={depth + 1} />
        </dd>
      </div>
    ))}
  </dl>
);

function NodeValue({ node, depth }: { node: TypedNode; depth: number }) {
  const key = keyOfNode(node, isForeign.value);
  const name = captionOf(node);
  return (
    <Fold
      depth={depth}
      title={labelsOf(node).join(', ')}
      head={key === undefined ? name : <NodeLink node={{ key, name }} />}
    >
      <Fields entries={Object.entries(node._properties)} depth={depth} />
    </Fold>
  );
}

/** What has parts: open at the top, closed further down. */
const Fold = ({
  depth,
  title,
  head,
  children,
}: {
  depth: number;
  title: ComponentChildren;
  head?: ComponentChildren;
  children: ComponentChildren;
}) => (
  <div class="value-fold">
    {head}
    <details open={depth < 1}>
      <summary>
        <span class="muted">{title}</span>
      </summary>
      {children}
    </details>
  </div>
);

/** So many items of a list are drawn; the rest is counted. */
const mostItems = 200;

function Items({ items, depth }: { items: readonly TypedValue[]; depth: number }) {
  return (
    <ol class="value-items">
      {items.slice(0, mostItems).map((item, index) => (
        <li key={index}>
          <ValueTree value={item} depth={depth + 1} />
        </li>
      ))}
      {items.length > mostItems && (
        <li class="muted">
          and {formatNumber(items.length - mostItems)} more: the JSON view and the files hold them all
        </li>
      )}
    </ol>
  );
}

export function ValueTree({ value, depth = 0 }: { value: TypedValue; depth?: number }) {
  const shape = shapeOfTyped(value);
  switch (shape.kind) {
    case 'null':
      return <span class="muted">null</span>;
    case 'node':
      return <NodeValue node={shape.node} depth={depth} />;
    case 'relation':
      return (
        <Fold
          depth={depth}
          title={`${formatNumber(Object.keys(shape.relation._properties).length)} properties`}
          head={<RelationMark relation={shape.relation} />}
        >
          <Fields entries={Object.entries(shape.relation._properties)} depth={depth} />
        </Fold>
      );
    case 'list':
      if (shape.items.length === 0) return <span class="muted">an empty list</span>;
      return (
        <Fold depth={depth} title={`List of ${formatNumber(shape.items.length)}`}>
          <Items items={shape.items} depth={depth} />
        </Fold>
      );
    case 'path':
      return (
        <Fold depth={depth} title={`Path over ${formatNumber((shape.parts.length - 1) / 2)}`}>
          <Items items={shape.parts} depth={depth} />
        </Fold>
      );
    case 'map':
      if (shape.entries.length === 0) return <span class="muted">an empty map</span>;
      return (
        <Fold depth={depth} title={`Map of ${formatNumber(shape.entries.length)}`}>
          <Fields entries={shape.entries} depth={depth} />
        </Fold>
      );
    default:
      return (
        <span class="value-text">
          {shape.text}
          {!['String', 'Integer', 'Float', 'Boolean'].includes(shape.type) && <span class="muted"> {shape.type}</span>}
        </span>
      );
  }
}
