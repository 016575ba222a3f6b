// Between an article's document and the form: an assertion with its claim as it stands.
import type { ClaimsDocument } from '../../../server/schema/article.ts';
import type { Assertion, Claim } from '../../../server/schema/claim.ts';
import { formatRange } from '../../text/format.ts';
import { sourceKindWords } from '../../text/words.ts';
import { type Chosen, type ClaimForm, emptyForm } from './claim-form.ts';

type NameOf = (key: string) => string;

/** The names that a document gives, and beyond it what the page knows. */
export function documentNames({ entities }: ClaimsDocument, known: NameOf): NameOf {
  const names = new Map(entities.map(({ key, name }) => [key, name]));
  return (key) => names.get(key) ?? known(key);
}

export const claimOf = ({ claims }: ClaimsDocument, { claim }: Assertion): Claim | undefined =>
  claims.find(({ id }) => id === claim);

/** What can be chosen from in the document; those that the assertion rests on are chosen. */
export function choicesOf(document: ClaimsDocument, nameOf: NameOf, assertion?: Assertion): Partial<ClaimForm> {
  return {
    sources: document.sources.map(({ id, kind, descriptor }) => ({
      id,
      words: `${descriptor} (${sourceKindWords(kind)})`,
      on: assertion?.attributedTo?.some(({ source }) => source === id) ?? false,
    })),
    relays: document.articles.map(({ key, title, outlet, publishedFrom, publishedTo }) => {
      const relay = assertion?.relays?.find(({ article }) => article === key);
      const name =
        title ?? (outlet === undefined ? 'Report of an outlet that is not named' : `Report by ${nameOf(outlet)}`);
      const on = formatRange(publishedFrom ?? null, publishedTo ?? null);
      return {
        id: key,
        words: on === null ? name : `${name}, ${on}`,
        on: relay !== undefined,
        how: relay?.how ?? 'reported',
      };
    }),
    quotes: document.quotes.map(({ id, span }) => ({
      id,
      words: span.quote,
      on: assertion?.quotes?.includes(id) ?? false,
    })),
  };
}

export function formOfAssertion(document: ClaimsDocument, assertion: Assertion, known: NameOf): ClaimForm {
  const nameOf = documentNames(document, known);
  const chosen = (key: string): Chosen => ({ key, name: nameOf(key) });
  const claim = claimOf(document, assertion);
  const { span } = assertion;
  return {
    ...emptyForm,
    ...(claim && {
      kind: claim.kind,
      holder: chosen(claim.holder),
      target: claim.target === undefined ? null : chosen(claim.target),
      text: claim.text,
    }),
    ...(claim && claim.kind !== 'statement' && { stance: claim.stance }),
    ...(claim?.kind === 'stance' && { shieldedBy: (claim.shieldedBy ?? []).map(chosen) }),
    ...(claim?.kind === 'count' && {
      quantifier: claim.quantifier,
      number: claim.number === undefined ? '' : String(claim.number),
      of: claim.of === undefined ? '' : String(claim.of),
    }),
    mode: assertion.mode,
    modality: assertion.modality,
    condition: assertion.condition ?? '',
    hedge: assertion.hedge ?? '',
    wording: assertion.wording ?? '',
    channel: assertion.channel,
    from: assertion.from ?? '',
    to: assertion.to ?? '',
    onBehalfOf: assertion.onBehalfOf === undefined ? null : chosen(assertion.onBehalfOf),
    inferred: assertion.inferred ?? '',
    alternativeReading: assertion.alternativeReading ?? '',
    ...choicesOf(document, nameOf, assertion),
    words: span?.quote ?? '',
    at: span === undefined ? '' : String(span.start),
  };
}

/** Which assertion of the document one that the page shows is: at the same place, and of the same claim where several are. */
export function assertionAt(
  { assertions, claims }: ClaimsDocument,
  at: { start: number | null; end: number | null; claim: string },
): Assertion | undefined {
  const there = assertions.filter(({ span }) => span?.start === at.start && span?.end === at.end);
  const text = (one: Assertion) => claims.find(({ id }) => id === one.claim)?.text;
  return there.find((one) => text(one) === at.claim) ?? there[0];
}
