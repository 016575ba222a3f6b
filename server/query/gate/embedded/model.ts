// The kinds of Hearsay's own properties: the embedded engine holds this model only, so they are known before a query runs.
import { any, boolean, integer, type Kind, listOf, orNull, type Type, text } from './types.ts';

const words = (line: string): string[] => line.trim().split(/\s+/);
const kinds = (groups: [names: string, type: Type][]): ReadonlyMap<string, Type> =>
  new Map(groups.flatMap(([names, type]) => words(names).map((name) => [name, orNull(type)] as const)));

/** The same key never holds two kinds of value on nodes; docs/graph-model.md says which node has which. */
export const nodeProperties = kinds([
  [
    `key name description iso2 url owner country proposedOn on precision title archivedUrl author lang publishedFrom
     publishedTo dateBasis dateNote fetchedAt textHash text documentHash baseKey questionKey kind stance scope quantifier
     mode modality condition hedge channel wording from to quote inferred alternativeReading extractor review descriptor
     spokeTo saidOn occasion nameIndex textIndex reliability gradedBy gradedWhy contradiction state by why bundled
     subjectKey subjectName subjectType writtenOn editedOn editedBy query caption into fromName intoName undoing article
     document one oneName other otherName what subject takesBack takenBackBy parts
     decisions restoring deriving who via request action address found writes entry spec value summary checkedOn changedOn
     fault faultOn hook hookHost hookBy hookOn nextOn lease leaseUntil deliveredOn failedOn failure`,
    text,
  ],
  [
    `number of minCount start end credibility schemaVersion revision version position openClaims acceptedClaims
     rejectedClaims turns changed sentUntil attempts`,
    integer,
  ],
  ['held curated reconstructed derivedStale paused', boolean],
  [
    `aliases curatedAliases added hidden selected without pinned names articles assertions tied subjects watchedClaims changes seenBy
     seenOn`,
    listOf(text),
  ],
  ['pinnedX pinnedY seenUntil', listOf(integer)],
]);

export const relationProperties = kinds([
  [
    `descriptor quote how by why title name lang publishedFrom publishedTo dateBasis dateNote description url iso2 author
     archivedUrl from to role first last`,
    text,
  ],
  ['start end originsMin originsMax originsByOwner outlets sources unnamedOutlets', integer],
  ['contested derived curated hypothesis', boolean],
  ['evidence names', listOf(text)],
  ['aliases', listOf(text)],
  ['starts ends', listOf(integer)],
  ['confidence', { kind: 'number', maybeNull: false }],
]);

export const derivedTypes: readonly string[] = words('OPPOSES SUPPORTS NONCOMMITTAL_ON DEFERS_ON REPORTS QUOTES CITES');
const assertedTypes: readonly string[] = words(`
  PUBLISHED CONTAINS MENTIONS REPUBLISHES CORRECTS RETRACTS REVISION_OF ABOUT ATTRIBUTED_TO RELAYS KNOWN_FROM
  ON_BEHALF_OF HAS_QUOTE DISPUTES RENDERS TRANSLATION_OF SPOKEN_BY IDENTIFIED_AS MEMBER_OF HOLDER TARGET SHIELDED_BY
  INCLUDES HOLDS_OFFICE PART_OF STEP_TOWARD PROPOSED_BY TOOK_PART_IN CONCERNS COLLECTS SAME_AS NOT_REPUBLISHES
  HAS_STEP`);
const recordLabels: readonly string[] = words(`
  Record Actor Person Country Organization Group Outlet Plan Event Article Claim Assertion Source Quote Utterance Case
  Disposition Note View Story Step EntityMerge EntitySplit Given Distinction Change Draft Watch`);

const typeByLowerCase = new Map([...derivedTypes, ...assertedTypes].map((name) => [name.toLowerCase(), name]));

/** A type of the model that the engine would take this name for: it tells types apart without regard to case. */
export function mistakenFor(relationType: string): string | undefined {
  const known = typeByLowerCase.get(relationType.toLowerCase());
  return known === relationType ? undefined : known;
}

/** What a property of a node or relation holds; `any` for one that the model does not have. */
export function propertyType(of: Type, key: string): Type {
  const type = heldBy(of, key);
  return type.kind === 'list' ? { ...type, stored: true } : type;
}

function heldBy(of: Type, key: string): Type {
  if (of.kind === 'node') {
    // Every record has a key.
    if (key === 'key' && of.names?.some((label) => recordLabels.includes(label)))
      return { ...text, maybeNull: of.maybeNull };
    return nodeProperties.get(key) ?? any;
  }
  if (key !== 'articles') return relationProperties.get(key) ?? any;
  // The one key with two meanings: asserted relations list their articles, derived ones count them.
  if (of.names && of.names.length > 0) {
    if (of.names.every((name) => derivedTypes.includes(name))) return orNull(integer);
    if (of.names.every((name) => assertedTypes.includes(name))) return orNull(listOf(text));
  }
  return any;
}

const scalars: readonly Kind[] = ['text', 'integer', 'float', 'boolean'];

/**
 * Whether a property that the model does not have takes the value: what reads it later knows not to compare it. A list
 * out of a parameter is none: Neo4j keeps only such of one kind, and no maps.
 */
export function isNewProperty(known: Type, value: Type): boolean {
  const inside = value.kind === 'list' ? value.of : value;
  const isPlain = inside !== undefined && scalars.includes(inside.kind) && !(value.kind === 'list' && inside.maybeNull);
  return known.kind === 'any' && known.parameter === undefined && isPlain;
}
