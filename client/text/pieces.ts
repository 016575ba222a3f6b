// Cuts a text at the places that assertions stand on, so that each can be marked. Offsets count code points.

export interface Piece {
  text: string;
  /** The keys of the spans that cover it; empty between them. */
  keys: string[];
}

/** The text in order, cut wherever a span begins or ends. Spans may overlap; what lies outside the text is ignored. */
export function pieces(text: string, spans: readonly { key: string; start: number; end: number }[]): Piece[] {
  const letters = [...text];
  const inside = spans.filter((span) => span.start < span.end && span.start < letters.length);
  const cuts = [
    ...new Set([0, letters.length, ...inside.flatMap((span) => [span.start, Math.min(span.end, letters.length)])]),
  ].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] as number;
    return {
      text: letters.slice(from, to).join(''),
      keys: inside.filter((span) => span.start <= from && to <= span.end).map((span) => span.key),
    };
  });
}
