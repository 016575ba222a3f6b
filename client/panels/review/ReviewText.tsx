// The article's text with the places of the listed proposals marked; words can be selected to add what is missing.
import { computed } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ReviewedProposal } from '../../../server/schema/drafts.ts';
import { selected } from '../../state/review/act.ts';
import { current, draft, listed, unfolded } from '../../state/review/draft.ts';
import { proposalKinds } from '../../state/review/list.ts';
import { type Block, blocksOf, piecesOf, spansByBlock } from '../../text/blocks.ts';
import type { Piece } from '../../text/pieces.ts';
import { type Place, placeOfSelection } from '../../text/places.ts';

/** Where in the text's UTF-16 units a selection lies that is within it. */
function selectedIn(frame: HTMLElement, text: string): Place | undefined {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!frame.contains(range.startContainer) || !frame.contains(range.endContainer)) return undefined;
  const before = document.createRange();
  before.selectNodeContents(frame);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  return placeOfSelection(text, from, from + range.toString().length);
}

/** The first by kind, of these the shortest: it counts for the look of a piece, and is what a click means. */
function foremostFirst(there: readonly ReviewedProposal[]): ReviewedProposal[] {
  const rank = ({ proposal: { kind, span } }: ReviewedProposal) =>
    proposalKinds.indexOf(kind) * 1e7 + span.end - span.start;
  return [...there].sort((a, b) => rank(a) - rank(b));
}

interface PartProps {
  piece: Piece;
  /** Beside it, so that what is current is framed as a whole. */
  before: Piece | undefined;
  after: Piece | undefined;
  /** What covers it, the foremost first. */
  there: readonly ReviewedProposal[];
}

function Part({ piece, before, after, there }: PartProps) {
  // Anew for each piece: only what is current may change in between.
  const frame = useMemo(
    () =>
      computed(() => {
        const id = current.value;
        if (id === null || !piece.keys.includes(id)) return '';
        return ` current${before?.keys.includes(id) ? '' : ' begins'}${after?.keys.includes(id) ? '' : ' ends'}`;
      }),
    [piece, before, after],
  );
  const [first] = there;
  if (!first) return <span>{piece.text}</span>;
  const kinds = [...new Set(there.map(({ proposal }) => `has-${proposal.kind}`))];
  const ids = there.map(({ proposal }) => proposal.id).join(' ');
  return (
    <mark data-ids={ids} class={`${kinds.join(' ')} is-${first.state}${frame.value}`}>
      {piece.text}
    </mark>
  );
}

function Words({ block, rows }: { block: Block; rows: readonly ReviewedProposal[] }) {
  const of = new Map(rows.map((one) => [one.proposal.id, one]));
  const parts = piecesOf(
    block,
    rows.map(({ proposal: { id, span } }) => ({ key: id, start: span.start, end: span.end })),
  );
  return (
    <div class="review-block">
      {parts.map((piece, at) => (
        <Part
          key={at}
          piece={piece}
          before={parts[at - 1]}
          after={parts[at + 1]}
          there={foremostFirst(piece.keys.flatMap((key) => of.get(key) ?? []))}
        />
      ))}
    </div>
  );
}

/** The blocks, each drawn anew only where a proposal in it is another or decided otherwise. */
function useBlocks(text: string, rows: readonly ReviewedProposal[]): JSX.Element[] {
  const blocks = useMemo(() => blocksOf(text), [text]);
  const drawn = useRef(new Map<Block, { sign: string; element: JSX.Element }>());
  return useMemo(() => {
    const of = new Map(rows.map((one) => [one.proposal.id, one]));
    const spans = rows.map(({ proposal: { id, span } }) => ({ key: id, start: span.start, end: span.end }));
    return spansByBlock(blocks, spans).map((list, at) => {
      const block = blocks[at] ?? { start: 0, text: '' };
      const its = list.flatMap(({ key }) => of.get(key) ?? []);
      const sign = its.map(({ proposal: { id, span }, state }) => `${id} ${span.start} ${span.end} ${state}`).join();
      const known = drawn.current.get(block);
      if (known?.sign === sign) return known.element;
      const element = <Words key={at} block={block} rows={its} />;
      drawn.current.set(block, { sign, element });
      return element;
    });
  }, [blocks, rows]);
}

export function ReviewText({ onPick }: { onPick: () => void }) {
  const frame = useRef<HTMLDivElement>(null);
  const text = draft.value?.text ?? '';
  const blocks = useBlocks(text, listed.value);
  const scroll = useRef<HTMLElement>(null);
  useEffect(() => {
    selected.place = () => (frame.current ? selectedIn(frame.current, text) : undefined);
    return () => {
      selected.place = () => undefined;
    };
  }, [text]);
  useEffect(() => {
    const reveal = () => {
      const first = frame.current?.querySelector<HTMLElement>('mark.current');
      const box = scroll.current;
      if (!first || !box) return;
      const [at, seen] = [first.getBoundingClientRect(), box.getBoundingClientRect()];
      if (at.top >= seen.top + 24 && at.bottom <= seen.bottom - 24) return;
      box.scrollTop += at.top - seen.top - seen.height / 3;
    };
    return current.subscribe(() => requestAnimationFrame(reveal));
  }, []);
  /** What is under the pointer, the foremost first; pressed again, the one below it. */
  const pick = (event: MouseEvent) => {
    if (window.getSelection()?.isCollapsed === false) return;
    const order = (event.target as HTMLElement).closest<HTMLElement>('mark')?.dataset.ids?.split(' ') ?? [];
    if (order.length === 0) return;
    const now = order.indexOf(current.peek() ?? '');
    current.value = order[(now + 1) % order.length] ?? null;
    unfolded.value = true;
    onPick();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
    <section class="review-text" aria-label="Text of the article" ref={scroll} tabIndex={0}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: by key the list of proposals leads to the same places */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div class="review-words" ref={frame} onClick={pick}>
        {blocks}
      </div>
    </section>
  );
}
