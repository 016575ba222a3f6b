// Buttons, messages and links that every panel uses.
import type { ComponentChildren } from 'preact';
import type { Failure } from '../api.ts';
import { typeOf } from '../graph/model.ts';
import { show } from '../state/actions.ts';
import { dataset } from '../state/data.ts';
import { hovered } from '../state/selection.ts';
import type { Part } from '../text/sentences.ts';
import { Icon } from './marks.tsx';
import { TypeMark } from './TypeMark.tsx';

export { IconButton } from './IconButton.tsx';

/** What went wrong, to what, and what to do, with a way to try again. */
export const FailureCard = ({ failure, retry }: { failure: Failure; retry?: () => void }) => (
  <div class="card failure" role="alert">
    <h3>{failure.title}</h3>
    <p>{failure.message}</p>
    {failure.nearest.length > 0 && (
      <p>
        Nearest names:{' '}
        {failure.nearest.map((node, index) => [index > 0 && ', ', <NodeLink key={node.key} node={node} />])}
      </p>
    )}
    {retry && (
      <button type="button" class="button" onClick={retry}>
        Try again
      </button>
    )}
  </div>
);

/** What fills an empty place again, as a button. */
export interface WayOut {
  title: string;
  run: () => void;
}

/** An empty place, what would fill it, and the button that does where there is one. */
export const Empty = ({
  title,
  children,
  action,
}: {
  title: string;
  children?: ComponentChildren;
  action?: WayOut | undefined;
}) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {children && <p>{children}</p>}
    {action && (
      <button type="button" class="button" onClick={action.run}>
        {action.title}
      </button>
    )}
  </div>
);

/** Progress, in words, with a way to stop where there is one. */
export const Progress = ({ what, stop }: { what: string; stop?: () => void }) => (
  <p class="progress" role="status">
    <span class="progress-bar" aria-hidden="true" />
    <span>{what}…</span>
    {stop && (
      <button type="button" class="link" onClick={stop}>
        Stop
      </button>
    )}
  </p>
);

/** A node's name as a link: shows it on the canvas and in the panel, and lights it up on hover. */
export function NodeLink({ node, mark }: { node: { key: string; name: string }; mark?: boolean }) {
  const known = dataset.value.nodes.get(node.key);
  const enter = () => {
    hovered.value = known ? { kind: 'node', key: node.key } : null;
  };
  const leave = () => {
    hovered.value = null;
  };
  const open = (event: MouseEvent) => {
    // With a key held down, the browser opens the node's own address elsewhere.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void show(node.key);
  };
  return (
    <a
      class="link node-link"
      href={`?${new URLSearchParams({ node: node.key })}`}
      onClick={open}
      onMouseEnter={enter}
      onMouseLeave={leave}
    >
      {mark && known && <TypeMark type={typeOf(known)} />}
      {node.name}
    </a>
  );
}

/** A sentence with its nodes as links. */
export const Sentence = ({ parts }: { parts: readonly Part[] }) => (
  <p class="sentence">
    {parts.map((part, index) => (typeof part === 'string' ? part : <NodeLink key={index} node={part} />))}
  </p>
);

/** Names and values, one a line. */
export const Properties = ({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }) => (
  <dl class="properties">
    {rows.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** An address of the outside world; only http and https become links, and they open apart from this page. */
export function OutsideLink({ url, children }: { url: string; children: ComponentChildren }) {
  if (!/^https?:\/\//i.test(url)) return <span>{children}</span>;
  return (
    <a class="outside" href={url} target="_blank" rel="noreferrer noopener">
      {children} <Icon name="out" />
    </a>
  );
}
