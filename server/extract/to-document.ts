// Makes a claims document of the accepted proposals of a draft, and of nothing else.

import { shortHash } from '../ingest/canonical.ts';
import type { ClaimsDocumentInput } from '../schema/article.ts';
import type { Draft, ProposalOf } from '../schema/draft.ts';
import { slugOf } from '../schema/key.ts';
import { Passage } from '../schema/text.ts';
import { Accepted, entitiesOf } from './accepted.ts';

export interface LeftOut {
  id: string;
  /** Why an accepted proposal is not in the document, or what of it is not. */
  because: string;
}
type Part<K extends keyof ClaimsDocumentInput> = NonNullable<ClaimsDocumentInput[K]>[number &
  keyof NonNullable<ClaimsDocumentInput[K]>];
type Assertion = Part<'assertions'>;
type ClaimProposal = ProposalOf<'claim'>;

const longestText = 5_000_000;
const claimId = ({ claim: { kind, holder, target, stance, quantifier, number, of, text } }: ClaimProposal): string =>
  `c-${shortHash([kind, holder, target ?? null, stance ?? null, quantifier ?? null, number ?? null, of ?? null, kind === 'statement' ? text : null])}`;

/**
 * The document, and what was accepted and could not be in it because it rests on something that is not accepted. It is
 * valid whatever the choice: `parseDocument` takes it. The text goes along where a document can hold it. What is made of
 * the proposals in `byHand`, and of them alone, has "hand" as its extractor.
 */
export function toClaimsDocument(
  draft: Draft,
  accepted: Iterable<string>,
  byHand: ReadonlySet<string> = new Set(),
): { document: ClaimsDocumentInput; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const leave = (id: string, because: string): void => {
    leftOut.push({ id, because });
  };
  const chosen = new Accepted(draft, new Set(accepted), leave);
  const used = new Set<string>();
  const use = (key: string | undefined): void => {
    if (key !== undefined) used.add(key);
  };

  const claims = new Map<string, Part<'claims'>>();
  const assertions: Assertion[] = [];
  const behind = new Map<string, Assertion>();
  const [sources, stubs, quotes] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const valid = chosen.list('claim').filter(({ id, claim }) => {
    const lacks = [claim.holder, claim.target, ...(claim.shieldedBy ?? [])].find((key) => !chosen.has(key));
    if (lacks !== undefined) leave(id, `${lacks} is new and not accepted`);
    return lacks === undefined;
  });
  const validIds = new Map(valid.map((one) => [one.id, one]));

  /** A source and those it is one of, if they are accepted. */
  const takeSource = (id: string, by: string): string | undefined => {
    const source = chosen.get('source', id);
    if (source === undefined || !chosen.has(source.actor)) {
      leave(by, `its source is not accepted: it stands without`);
      return undefined;
    }
    for (
      let one: typeof source | undefined = source;
      one !== undefined && !sources.has(one.id);
      one = chosen.get('source', one.memberOf)
    ) {
      sources.add(one.id);
      use(one.actor);
      const stub = chosen.get('article', one.spokeTo);
      if (stub !== undefined) stubs.add(stub.id);
    }
    return source.source;
  };

  for (const proposal of valid) {
    const { claim, span, mode, modality, hedge, wording, inferred, alternativeReading } = proposal;
    const id = claimId(proposal);
    const includes = [...new Set(proposal.includes.flatMap((other) => validIds.get(other) ?? []).map(claimId))];
    const before = claims.get(id);
    for (const key of [claim.holder, claim.target, ...(claim.shieldedBy ?? [])]) use(key);
    if (before === undefined)
      claims.set(id, { id, ...claim, ...(includes.length > 0 ? { includes } : {}) } as Part<'claims'>);
    else if (includes.length > 0)
      before.includes = [...new Set([...(before.includes ?? []), ...includes])].slice(0, 200);

    const relays = proposal.relays.flatMap(({ article, how, span: at }) => {
      const stub = chosen.get('article', article);
      if (stub === undefined) leave(proposal.id, 'the article that it relays is not accepted: it stands without');
      else stubs.add(stub.id);
      return stub === undefined ? [] : [{ article: stub.article, how, span: at }];
    });
    const ownQuotes = proposal.quotes
      .flatMap((quote) => chosen.get('quote', quote) ?? [])
      .filter(({ speaker }) => chosen.has(speaker));
    for (const quote of ownQuotes) quotes.add(quote.id);
    const attributedTo: NonNullable<Assertion['attributedTo']> = [];
    const theirs: NonNullable<Assertion['attributedTo']> = [];
    for (const { source: of, span: at } of proposal.sources) {
      const source = takeSource(of, proposal.id);
      if (source === undefined) continue;
      // Who spoke to the relayed outlet is that article's source, not this one's.
      const toStub = relays.length > 0 && chosen.get('source', of)?.sourceKind !== 'ownReporting';
      (toStub ? theirs : attributedTo).push({ source, ...(toStub ? {} : { span: at }) });
    }
    const assertionId = `a-${proposal.id.slice(1)}`;
    const extractor = byHand.has(proposal.id) ? 'hand' : draft.extractor;
    assertions.push({
      id: assertionId,
      claim: id,
      mode,
      modality,
      span,
      extractor,
      ...(hedge === undefined ? {} : { hedge }),
      ...(wording === undefined ? {} : { wording }),
      ...(attributedTo.length > 0 ? { attributedTo } : {}),
      ...(relays.length > 0 ? { relays } : {}),
      ...(ownQuotes.length > 0 ? { quotes: ownQuotes.map((quote) => `q-${quote.id.slice(1)}`) } : {}),
      ...(inferred === undefined ? {} : { inferred }),
      ...(alternativeReading === undefined ? {} : { alternativeReading }),
    });
    for (const { article } of relays) {
      const name = shortHash([article, id, mode, modality]);
      const other = behind.get(name);
      if (other === undefined) {
        const made: Assertion = {
          id: `r-${name}`,
          article,
          claim: id,
          mode,
          modality,
          reconstructed: true,
          knownFrom: [assertionId],
          extractor,
        };
        if (theirs.length > 0) made.attributedTo = theirs;
        behind.set(name, made);
      } else {
        if (extractor !== 'hand') other.extractor = extractor;
        other.knownFrom = [...(other.knownFrom ?? []), assertionId].slice(0, 50);
        const more = theirs.filter(({ source }) => !other.attributedTo?.some((one) => one.source === source));
        if (more.length > 0) other.attributedTo = [...(other.attributedTo ?? []), ...more].slice(0, 20);
      }
    }
  }

  const utterances: Part<'utterances'>[] = [];
  const quoteList = chosen.list('quote').flatMap((quote): Part<'quotes'>[] => {
    if (!quotes.has(quote.id)) {
      leave(quote.id, 'no accepted claim holds it');
      return [];
    }
    const id = `q-${quote.id.slice(1)}`;
    const source =
      quote.speaker === undefined && quote.speakerSource !== undefined
        ? takeSource(quote.speakerSource, quote.id)
        : undefined;
    use(quote.speaker);
    if (quote.speaker === undefined && source === undefined) return [{ id, span: quote.span }];
    const key = `utterance:${slugOf(draft.article.key).slice(0, 150)}-${quote.id.slice(1)}`;
    const said = quote.saidOn === undefined ? {} : { saidOn: quote.saidOn };
    utterances.push({
      key,
      ...(quote.speaker === undefined ? { speakerSource: source ?? '' } : { speaker: quote.speaker }),
      ...said,
    });
    return [{ id, span: quote.span, utterance: key }];
  });

  for (const article of chosen.list('article'))
    if (!stubs.has(article.id)) leave(article.id, 'no accepted claim relays it');
  for (const source of chosen.list('source'))
    if (!sources.has(source.id)) leave(source.id, 'no accepted claim is attributed to it');
  const { lang: _, ...about } = { lang: 'en', ...draft.article };
  const text = draft.text.length <= longestText && Passage.safeParse(draft.text).success ? { text: draft.text } : {};
  const document: ClaimsDocumentInput = {
    format: 'hearsay-claims/1',
    article: { ...about, textHash: draft.textHash, ...text },
    articles: chosen.list('article').flatMap((stub) => {
      if (!stubs.has(stub.id)) return [];
      if (chosen.has(stub.outlet)) use(stub.outlet);
      const { article: key, publishedFrom, publishedTo, dateBasis, dateNote } = stub;
      const dates = {
        ...(publishedFrom === undefined ? {} : { publishedFrom }),
        ...(publishedTo === undefined ? {} : { publishedTo }),
      };
      const outlet = chosen.has(stub.outlet) ? { outlet: stub.outlet } : {};
      return [
        { key, ...outlet, ...dates, dateBasis, ...(dateNote === undefined ? {} : { dateNote }), mentions: [stub.span] },
      ];
    }),
    sources: chosen.list('source').flatMap((source) => {
      if (!sources.has(source.id)) return [];
      const { source: id, sourceKind: kind, actor, descriptor, minCount, span } = source;
      const spokeTo = chosen.get('article', source.spokeTo)?.article;
      const whole = chosen.get('source', source.memberOf);
      const more = {
        ...(spokeTo === undefined ? {} : { spokeTo }),
        ...(whole === undefined ? {} : { memberOf: whole.source }),
      };
      return [{ id, kind, descriptor, minCount, span, ...(actor === undefined ? {} : { actor }), ...more }];
    }),
    utterances,
    quotes: quoteList,
    claims: [...claims.values()],
    assertions: [...assertions, ...behind.values()],
    entities: entitiesOf(draft, chosen, used, leave),
  };
  return { document, leftOut };
}
