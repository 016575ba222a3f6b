// Finds the places of a proposal again in another text.
import type { Proposal } from '../schema/draft.ts';
import type { Span } from '../schema/span.ts';

/**
 * Gives the proposal with each span where its words stand in the text: so many code points further (`by`), else where
 * they stand once. Undefined where they do neither.
 */
export function locator(text: string): (proposal: Proposal, by: number) => Proposal | undefined {
  const letters = Array.from(text);
  const at = ({ start, end, quote }: Span, by: number): Span | undefined => {
    if (letters.slice(start + by, end + by).join('') === quote) return { start: start + by, end: end + by, quote };
    const first = text.indexOf(quote);
    if (first < 0 || text.indexOf(quote, first + 1) >= 0) return undefined;
    const from = [...text.slice(0, first)].length;
    return { start: from, end: from + (end - start), quote };
  };
  return (proposal, by) => {
    const span = at(proposal.span, by);
    if (span === undefined) return undefined;
    if (proposal.kind !== 'claim') return { ...proposal, span };
    const moved = <T extends { span: Span }>(links: readonly T[]): T[] =>
      links.flatMap((link) => {
        const place = at(link.span, by);
        return place === undefined ? [] : [{ ...link, span: place }];
      });
    const [relays, sources] = [moved(proposal.relays), moved(proposal.sources)];
    if (relays.length < proposal.relays.length || sources.length < proposal.sources.length) return undefined;
    return { ...proposal, span, relays, sources };
  };
}
