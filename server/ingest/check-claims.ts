// Checks that a claims document makes sense: what the form alone cannot say of sources, claims and assertions.
import type { ClaimsDocument } from '../schema/article.ts';
import type { Assertion, Claim, Source } from '../schema/claim.ts';
import { checkPlaces } from './check-places.ts';
import { checkReferences } from './check-references.ts';
import { checkRelations } from './check-relations.ts';
import type { Issues, Path } from './issues.ts';

function checkSource({ kind, actor }: Source, path: Path, issues: Issues): void {
  if (kind === 'named' && actor === undefined) {
    issues.add(
      [...path, 'actor'],
      'a named source needs its actor; where the article names nobody it is "anonymous" or "unresolved"',
    );
  }
  if (kind !== 'named' && actor !== undefined) {
    issues.add([...path, 'actor'], `only a named source has an actor, and this one is "${kind}"`);
  }
}

function checkClaim(claim: Claim, path: Path, issues: Issues): void {
  if (claim.kind === 'stance' && claim.shieldedBy !== undefined && claim.stance !== 'defers') {
    issues.add([...path, 'shieldedBy'], `only who "defers" hides behind others, and the stance is "${claim.stance}"`);
  }
  if (claim.kind !== 'count') return;
  const { quantifier, number, of } = claim;
  if (number === undefined && (quantifier === 'atLeast' || quantifier === 'exactly')) {
    issues.add([...path, 'number'], `"${quantifier}" needs a number`);
  }
  if (number !== undefined && of !== undefined && number > of) {
    issues.add([...path, 'number'], `${number} of ${of} is more than there are`);
  }
}

/** Reports every claim that includes itself, straight or through others. */
function checkIncludes(claims: readonly Claim[], issues: Issues): void {
  const includes = new Map(claims.map((claim) => [claim.id, claim.includes ?? []]));
  claims.forEach((claim, at) => {
    const seen = new Set<string>();
    const open = [...(claim.includes ?? [])];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(...(includes.get(id) ?? []));
    }
    if (!seen.has(claim.id)) return;
    const straight = claim.includes?.includes(claim.id);
    issues.add(
      ['claims', at, 'includes'],
      straight ? 'a claim does not include itself' : 'leads back to this claim through others',
    );
  });
}

function checkAssertion(
  assertion: Assertion,
  path: Path,
  own: string,
  isOwn: (id: string) => boolean,
  issues: Issues,
): void {
  const { article = own, reconstructed, span, knownFrom = [], relays = [], disputes = [] } = assertion;
  if (reconstructed && article === own) {
    issues.add(
      [...path, 'reconstructed'],
      "only what another article says is reconstructed: name that article, or give the span in this document's own",
    );
  }
  if (!reconstructed && article !== own) {
    issues.add(
      [...path, 'reconstructed'],
      'what an article says that is known only from this one is reconstructed: set it to true, without a span, with knownFrom',
    );
  }
  if (!reconstructed && span === undefined)
    issues.add([...path, 'span'], 'an assertion needs its place in the article');
  if (reconstructed && span !== undefined) {
    issues.add(
      [...path, 'span'],
      'a reconstructed assertion has no place of its own; the assertions in knownFrom have theirs',
    );
  }
  if (reconstructed && knownFrom.length === 0) {
    issues.add([...path, 'knownFrom'], 'a reconstructed assertion needs the assertions of this document that show it');
  }
  if (!reconstructed && knownFrom.length > 0)
    issues.add([...path, 'knownFrom'], 'only a reconstructed assertion is known from others');
  knownFrom.forEach((id, at) => {
    if (!isOwn(id))
      issues.add(
        [...path, 'knownFrom', at],
        `"${id}" is reconstructed itself; name one that stands in this document's article`,
      );
  });
  relays.forEach((link, at) => {
    if (link.article === article) issues.add([...path, 'relays', at, 'article'], 'an article does not relay itself');
  });
  disputes.forEach((disputed, at) => {
    if ('assertion' in disputed && disputed.assertion === assertion.id)
      issues.add([...path, 'disputes', at, 'assertion'], 'an assertion does not dispute itself');
  });
}

/** Adds everything that is wrong with a claims document of good form. */
export function checkClaims(document: ClaimsDocument, issues: Issues): void {
  checkReferences(document, issues);
  checkPlaces(document, issues);
  document.sources.forEach((source, at) => {
    checkSource(source, ['sources', at], issues);
  });
  document.utterances.forEach(({ speaker, speakerSource }, at) => {
    if (speaker !== undefined && speakerSource !== undefined) {
      issues.add(['utterances', at, 'speakerSource'], 'an utterance has a speaker or a speakerSource, not both');
    }
  });
  document.claims.forEach((claim, at) => {
    checkClaim(claim, ['claims', at], issues);
  });
  checkIncludes(document.claims, issues);
  checkRelations(document.relations, issues);
  const reconstructed = new Set(document.assertions.filter((one) => one.reconstructed).map(({ id }) => id));
  document.assertions.forEach((assertion, at) => {
    checkAssertion(assertion, ['assertions', at], document.article.key, (id) => !reconstructed.has(id), issues);
  });
}
