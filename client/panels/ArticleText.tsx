// The kept text of an article with the places of its assertions marked.
import { useMemo } from 'preact/hooks';
import type { AssertionView } from '../../server/schema/view.ts';
import { focusedAssertion } from '../state/details.ts';
import { type Piece, pieces } from '../text/pieces.ts';

const Part = ({ piece }: { piece: Piece }) =>
  piece.keys.length === 0 ? (
    <span>{piece.text}</span>
  ) : (
    <mark class={focusedAssertion.value !== null && piece.keys.includes(focusedAssertion.value) ? 'focused' : ''}>
      {piece.text}
    </mark>
  );

export function ArticleText({ text, assertions }: { text: string; assertions: readonly AssertionView[] }) {
  const parts = useMemo(
    () =>
      pieces(
        text,
        assertions.flatMap(({ key, start, end }) => (start === null || end === null ? [] : [{ key, start, end }])),
      ),
    [text, assertions],
  );
  return (
    <details class="relations article-text">
      <summary>
        <h3>Text</h3>
      </summary>
      <p>
        {parts.map((piece, index) => (
          <Part key={index} piece={piece} />
        ))}
      </p>
    </details>
  );
}
