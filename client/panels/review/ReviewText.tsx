// The article's text with the places of the listed proposals marked; words can be selected to add what is missing.
import { computed } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ReviewedProposal } from '../../../server/schema/drafts.ts';
import { selected } from '../../state/review/act.ts';
import { current, draft, listed, unfolded } from '../../state/review/draft.ts';
import { proposalKinds } from '../../state/review/list.ts';
import { type Piece, pieces } from '../../text/pieces.ts';
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

type ById = ReadonlyMap<string, ReviewedProposal>;

/** Of the proposals at a piece the one that counts for its look: the first by kind, of these the shortest. */
function foremost(keys: readonly string[], of: ById): ReviewedProposal | undefined {
  const there = keys.flatMap((key) => of.get(key) ?? []);
  const rank = ({ proposal: { kind, span } }: ReviewedProposal) =>
    proposalKinds.indexOf(kind) * 1e7 + span.end - span.start;
  return there.sort((a, b) => rank(a) - rank(b))[0];
}

interface PartProps {
  piece: Piece;
  /** Beside it, so that what is current is framed as a whole. */
  before: Piece | undefined;
  after: Piece | undefined;
  at: number;
  of: ById;
}

function Part({ piece, before, after, at, of }: PartProps) {
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
  const first = foremost(piece.keys, of);
  if (!first) return <span>{piece.text}</span>;
  const kinds = [...new Set(piece.keys.flatMap((key) => of.get(key)?.proposal.kind ?? []))];
  return (
    <mark data-at={at} class={`${kinds.map((kind) => `has-${kind}`).join(' ')} is-${first.state}${frame.value}`}>
      {piece.text}
    </mark>
  );
}

export function ReviewText({ onPick }: { onPick: () => void }) {
  const frame = useRef<HTMLDivElement>(null);
  const text = draft.value?.text ?? '';
  const rows = listed.value;
  const of: ById = new Map(rows.map((one) => [one.proposal.id, one]));
  const places = rows.map(({ proposal: { id, span } }) => ({ key: id, start: span.start, end: span.end }));
  const parts = useMemo(() => pieces(text, places), [text, JSON.stringify(places)]);
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
    const at = (event.target as HTMLElement).closest<HTMLElement>('mark[data-at]')?.dataset.at;
    const keys = at === undefined ? [] : (parts[Number(at)]?.keys ?? []);
    if (keys.length === 0) return;
    const first = foremost(keys, of)?.proposal.id ?? keys[0];
    const order = [first, ...keys.filter((key) => key !== first)];
    const now = order.indexOf(current.peek() ?? undefined);
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
        {parts.map((piece, at) => (
          <Part key={at} piece={piece} before={parts[at - 1]} after={parts[at + 1]} at={at} of={of} />
        ))}
      </div>
    </section>
  );
}
