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
  // By where they begin, so that of many spans only those that are open are looked at for each piece.
  const coming = inside.map((span, index) => ({ ...span, index })).sort((a, b) => a.start - b.start);
  let open: typeof coming = [];
  let at = 0;
  return cuts.slice(0, -1).map((from, index) => {
    open = open.filter(({ end }) => end > from);
    for (let next = coming[at]; next !== undefined && next.start <= from; next = coming[++at]) open.push(next);
    const keys = [...open].sort((a, b) => a.index - b.index).map(({ key }) => key);
    return { text: letters.slice(from, cuts[index + 1]).join(''), keys };
  });
}
