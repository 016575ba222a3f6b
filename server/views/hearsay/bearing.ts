// On which explorer edges an entry of the ledger bears.
import type { LedgerEntry } from '../../provenance/contradictions/contradictions.ts';
import { stanceEdge } from '../../provenance/edges.ts';
import type { EvidenceIndex } from '../../provenance/evidence-index.ts';
import { edgeKey } from '../../schema/edge-key.ts';
import type { Side } from '../../schema/ledger.ts';
import { distinct } from '../order.ts';

/** The stance that a claim makes an edge of, where some article asserts it of now. */
function stanceOf(claim: string, { evidence, said }: EvidenceIndex): string[] {
  const found = evidence.claims.get(claim);
  if (found === undefined || found.kind !== 'stance' || found.stance === null || found.target === null) return [];
  const says = [...said.says(claim, 'asserts').values()];
  if (!says.some(({ all }) => all.some(({ modality }) => modality === 'now'))) return [];
  return [edgeKey({ type: stanceEdge[found.stance], source: found.holder, target: found.target, number: 1 })];
}

/** Where the words of a quote are set against others: that its outlets quote its speaker. */
function quotationOf({ quote, assertions }: Side, { evidence, assertion }: EvidenceIndex): string[] {
  if (quote === null) return [];
  const carrying = assertions.flatMap((key) => assertion(key) ?? []).filter((one) => one.quotes.includes(quote));
  return carrying.flatMap(({ article, speakers }) => {
    const outlet = evidence.articles.get(article)?.outlet;
    if (outlet === null || outlet === undefined) return [];
    return speakers.map((target) => edgeKey({ type: 'QUOTES', source: outlet, target, number: 1 }));
  });
}

/** Keys of the stances and quotations that the entry bears on, sorted. */
export function edgesOfEntry(entry: LedgerEntry, index: EvidenceIndex): string[] {
  const claims = [...entry.claims, ...[entry.a.claim, entry.b.claim].flatMap((claim) => claim ?? [])];
  return distinct([
    ...claims.flatMap((claim) => stanceOf(claim, index)),
    ...[entry.a, entry.b].flatMap((side) => quotationOf(side, index)),
  ]);
}
