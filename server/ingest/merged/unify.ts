// Makes one of what in a document has come to be one when two entities in it did: entries, claims, assertions.
import type { ClaimsDocument } from '../../schema/article.ts';
import type { Assertion, Claim } from '../../schema/claim.ts';
import type { Entity } from '../../schema/entity.ts';
import { addTo } from '../../schema/lists.ts';
import { assertionKey, claimKey, sourceKey } from '../keys.ts';

const once = <T>(items: readonly T[], of: (item: T) => string): T[] =>
  [...new Map([...items].reverse().map((item) => [of(item), item])).values()].reverse();
/** The list, or nothing where there is none: documents leave such members out. */
const listed = <N extends string, T>(name: N, items: readonly T[]): { [K in N]?: T[] } =>
  (items.length === 0 ? {} : { [name]: [...items] }) as { [K in N]?: T[] };
const whole = (item: unknown): string => JSON.stringify(item);

/** What the first says holds, what it leaves open the others say; their names become its aliases. */
function oneEntity(same: readonly Entity[]): Entity {
  const [first, ...others] = same;
  if (first === undefined || others.length === 0) return first as Entity;
  const names = same.flatMap(({ name, aliases = [] }) => [name, ...aliases]).filter((name) => name !== first.name);
  const mentions = once(
    same.flatMap((one) => one.mentions ?? []),
    ({ start, end }) => `${start}-${end}`,
  );
  let rest: Record<string, unknown> = {};
  for (const other of [...others].reverse()) {
    // A day and how exact it is are taken together.
    const { on, precision, ...more } = other as Entity & { on?: unknown; precision?: unknown };
    rest = {
      ...rest,
      ...more,
      ...('on' in first ? {} : { ...(on ? { on } : {}), ...(precision ? { precision } : {}) }),
    };
  }
  const { aliases: _, mentions: __, ...own } = first;
  const { aliases: ___, mentions: ____, ...given } = rest;
  return { ...given, ...own, ...listed('aliases', [...new Set(names)]), ...listed('mentions', mentions) } as Entity;
}

export function uniteEntities(entities: readonly Entity[]): Entity[] {
  const groups = new Map<string, Entity[]>();
  for (const entity of entities) addTo(groups, entity.key, entity);
  return [...groups.values()].map(oneEntity);
}

const shields = (claim: Claim): string[] =>
  claim.kind === 'stance' ? (claim.shieldedBy ?? []).filter((one) => one !== claim.holder) : [];

/** The claims, each proposition once, and by which id of them each is meant. */
function uniteClaims(claims: readonly Claim[]): { claims: Claim[]; idOf: Map<string, string> } {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) addTo(groups, claimKey(claim), claim);
  const idOf = new Map<string, string>();
  for (const same of groups.values()) for (const { id } of same) idOf.set(id, same[0]?.id ?? id);
  const united = [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { includes: _, ...rest } = first;
    const included = same.flatMap(({ includes = [] }) => includes.map((id) => idOf.get(id) ?? id));
    const claim = {
      ...rest,
      ...listed(
        'includes',
        [...new Set(included)].filter((id) => id !== first.id),
      ),
    } as Claim;
    if (claim.kind !== 'stance') return [claim];
    const { shieldedBy: __, ...bare } = claim;
    return [{ ...bare, ...listed('shieldedBy', [...new Set(same.flatMap(shields))]) } as Claim];
  });
  return { claims: united, idOf };
}

/** What the first says holds; where it stands on whose word, and what it points to, is what any of them says. */
function oneAssertion(same: readonly Assertion[], sourceOf: (id: string) => string): Assertion {
  const [first] = same;
  if (first === undefined) throw new Error('No assertions make none.');
  const all = <T>(of: (one: Assertion) => readonly T[] | undefined): T[] => same.flatMap((one) => of(one) ?? []);
  const { attributedTo: _, relays: __, quotes: ___, disputes: ____, knownFrom: _____, ...rest } = first;
  return {
    ...Object.assign({}, ...[...same].reverse().map((one) => ({ onBehalfOf: one.onBehalfOf }))),
    ...rest,
    ...listed(
      'attributedTo',
      once(
        all((one) => one.attributedTo),
        ({ source }) => sourceOf(source),
      ),
    ),
    ...listed(
      'relays',
      once(
        all((one) => one.relays),
        ({ article }) => article,
      ),
    ),
    ...listed('quotes', [...new Set(all((one) => one.quotes))]),
    ...listed(
      'disputes',
      once(
        all((one) => one.disputes),
        whole,
      ),
    ),
    ...listed('knownFrom', [...new Set(all((one) => one.knownFrom))]),
  };
}

/** The document with each thing once; and which ids of claims and assertions stand for which. */
export interface United {
  document: ClaimsDocument;
  /** For every claim's and every assertion's id the one by which it is meant now. */
  claims: ReadonlyMap<string, string>;
  assertions: ReadonlyMap<string, string>;
}

export function unite(document: ClaimsDocument): United {
  const own = document.article.key;
  const { claims, idOf } = uniteClaims(document.claims);
  const claimKeys = new Map(claims.map((claim) => [claim.id, claimKey(claim)]));
  const sourceKeys = new Map(document.sources.map((source) => [source.id, sourceKey(source, own)]));
  const sourceOf = (id: string): string => sourceKeys.get(id) ?? id;
  const keyOf = (assertion: Assertion): string =>
    assertionKey(assertion, {
      article: assertion.article ?? own,
      claim: claimKeys.get(assertion.claim) ?? '',
      sources: [...new Set((assertion.attributedTo ?? []).map(({ source }) => sourceOf(source)))],
      relays: [...new Set((assertion.relays ?? []).map(({ article }) => article))],
    });
  const groups = new Map<string, Assertion[]>();
  for (const assertion of document.assertions) {
    const claim = idOf.get(assertion.claim) ?? assertion.claim;
    const said = { ...assertion, claim };
    addTo(groups, keyOf(said), said);
  }
  const meant = new Map<string, string>();
  for (const same of groups.values()) for (const { id } of same) meant.set(id, same[0]?.id ?? id);
  const assertions = [...groups.values()].map((same) => {
    const pointed = same.map(
      (one): Assertion => ({
        ...one,
        ...(one.knownFrom === undefined ? {} : { knownFrom: one.knownFrom.map((id) => meant.get(id) ?? id) }),
        ...(one.disputes === undefined
          ? {}
          : {
              disputes: one.disputes
                .map((what) => {
                  if ('claim' in what) return { claim: idOf.get(what.claim) ?? what.claim };
                  return 'assertion' in what ? { assertion: meant.get(what.assertion) ?? what.assertion } : what;
                })
                .filter((what) => !('assertion' in what) || what.assertion !== same[0]?.id),
            }),
      }),
    );
    return oneAssertion(pointed, sourceOf);
  });
  const sources = document.sources.map(({ memberOf, ...source }) =>
    memberOf === undefined || sourceOf(memberOf) === sourceOf(source.id) ? source : { ...source, memberOf },
  );
  const relations = document.relations.filter(({ start, end }) => start !== end);
  const entities = uniteEntities(document.entities);
  return {
    document: { ...document, entities, sources, claims, assertions, relations },
    claims: idOf,
    assertions: meant,
  };
}
