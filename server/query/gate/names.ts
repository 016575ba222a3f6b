// The labels, relation types and properties that a statement asks for, with their places: what it only makes is left out.

import { aliasOf } from './columns.ts';
import { placeAt, type Range } from './faults.ts';
import type { Part } from './library.ts';
import { child, children, everyPart, has, nameOf } from './tree.ts';
import type { NameAsked } from './verdict.ts';

/** More would be no help to whoever reads them. */
const most = 200;

type Kind = NameAsked['kind'];
interface Found extends Range {
  kind: Kind;
  name: string;
}

/** Variables that patterns bind, by what they are; none that any other part of the statement binds as well. */
function elementsOf(tree: Part): Map<string, 'node' | 'relation'> {
  const elements = new Map<string, 'node' | 'relation'>();
  const others = new Set<string>();
  for (const part of everyPart(tree)) {
    const variable = child(part, 'variable');
    if (part.rule === 'nodePattern' && variable) elements.set(nameOf(variable), 'node');
    else if (part.rule === 'relationshipPattern' && variable) {
      // Of several steps it is a list.
      if (has(part, 'pathLength')) others.add(nameOf(variable));
      else elements.set(nameOf(variable), 'relation');
    } else if (part.rule === 'returnItem') {
      const alias = aliasOf(part);
      if (alias && nameOf(part.parts[0]) !== nameOf(alias)) others.add(nameOf(alias));
    } else if (/^(unwindClause|listComprehension|reduceExpression|listItemsPredicate|foreachClause)$/.test(part.rule)) {
      for (const bound of children(part, 'variable')) others.add(nameOf(bound));
    } else if (part.rule === 'procedureResultItem') others.add(nameOf(children(part, 'variable').at(-1)));
  }
  for (const name of others) elements.delete(name);
  return elements;
}

const labelNames = (part: Part): Part[] => {
  const label = child(part, 'labelExpression');
  return label ? [...everyPart(label)].filter(({ rule }) => rule === 'symbolicNameString') : [];
};

/** Where a part makes what it names: outside of the values that it is given. */
function madeBy(part: Part): Part[] {
  if (part.rule === 'nodePattern' || part.rule === 'relationshipPattern') {
    return [...labelNames(part), ...children(child(child(part, 'properties'), 'map'), 'propertyKeyName')];
  }
  if (part.rule !== 'setItem') return [];
  const property = child(child(part, 'propertyExpression'), 'property');
  const labels = child(part, 'nodeLabels');
  return [
    ...children(property, 'propertyKeyName'),
    ...children(child(part, 'map'), 'propertyKeyName'),
    ...(labels ? [...everyPart(labels)].filter(({ rule }) => rule === 'symbolicNameString') : []),
  ];
}

/** What a part outside of CREATE, MERGE and SET asks for. */
function askedBy(part: Part, elements: ReadonlyMap<string, 'node' | 'relation'>): Found[] {
  const found = (kind: Kind) => (name: Part) => ({ kind, name: nameOf(name), from: name.from, to: name.to });
  const inMap = (): Found[] =>
    children(child(child(part, 'properties'), 'map'), 'propertyKeyName').map(found('property'));
  const [first, second] = part.parts;
  const element = first?.rule === 'variable' ? elements.get(nameOf(first)) : undefined;
  switch (part.rule) {
    case 'nodePattern':
      return [...labelNames(part).map(found('label')), ...inMap()];
    case 'relationshipPattern':
      return [...labelNames(part).map(found('relation type')), ...inMap()];
    case 'expression7':
      return element === undefined || !second
        ? []
        : labelNames(second).map(found(element === 'node' ? 'label' : 'relation type'));
    case 'expression2':
      return element ? children(child(second, 'property'), 'propertyKeyName').map(found('property')) : [];
    case 'mapProjection':
      return element
        ? children(part, 'mapProjectionElement').flatMap((one) =>
            children(child(one, 'property'), 'propertyKeyName').map(found('property')),
          )
        : [];
    default:
      return [];
  }
}

/** In order of place; a name that the statement itself makes is known to it. `typed` is the text as it was typed. */
export function namesAsked(tree: Part, typed: string): NameAsked[] {
  const elements = elementsOf(tree);
  const made = new Set<string>();
  const asked: Found[] = [];
  const waiting: [part: Part, makes: boolean][] = [[tree, false]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [part, above] = next;
    const makes = above || part.rule === 'createClause' || part.rule === 'mergeClause';
    if (makes || part.rule === 'setItem') for (const name of madeBy(part)) made.add(nameOf(name));
    else asked.push(...askedBy(part, elements));
    // A value that is given to what is made is read as anywhere else.
    const values = makes && /^expression[27]$/.test(part.rule);
    if (values) asked.push(...askedBy(part, elements));
    for (const inside of part.parts) waiting.push([inside, makes]);
  }
  return asked
    .filter(({ name }) => !made.has(name))
    .sort((a, b) => a.from - b.from)
    .slice(0, most)
    .map(({ kind, name, from, to }) => ({ kind, name, from: placeAt(typed, from), to: placeAt(typed, to) }));
}
