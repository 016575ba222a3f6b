// The functions that completion proposes: those that both engines answer alike, with what they take and give.

interface CypherFunction {
  name: string;
  signature: string;
  description: string;
  aggregating: boolean;
}

type Described = readonly (readonly [name: string, signature: string, description: string])[];

const scalar: Described = [
  ['abs', 'abs(number)', 'Without the sign.'],
  ['ceil', 'ceil(number)', 'The least whole number not below it.'],
  ['coalesce', 'coalesce(value, …)', 'The first that is not null.'],
  ['elementId', 'elementId(node or relation)', 'The engine’s own id; good for this session.'],
  ['endNode', 'endNode(relation)', 'The node it points at.'],
  ['exists', 'exists((a)-->(b))', 'Whether there is such a pattern.'],
  ['floor', 'floor(number)', 'The greatest whole number not above it.'],
  ['head', 'head(list)', 'The first item.'],
  ['keys', 'keys(node, relation or map)', 'The names of its properties.'],
  ['labels', 'labels(node)', 'The node’s labels.'],
  ['last', 'last(list)', 'The last item.'],
  ['left', 'left(text, count)', 'So many letters from the beginning.'],
  ['length', 'length(path)', 'How many relations it has.'],
  ['nodes', 'nodes(path)', 'The nodes of a path.'],
  ['properties', 'properties(node or relation)', 'All its properties as a map.'],
  ['range', 'range(from, to, step)', 'Whole numbers, both ends among them.'],
  ['reduce', 'reduce(sum = start, item IN list | …)', 'One value out of a list.'],
  ['relationships', 'relationships(path)', 'The relations of a path.'],
  ['replace', 'replace(text, what, with)', 'Each occurrence replaced.'],
  ['reverse', 'reverse(text or list)', 'From the end to the beginning.'],
  ['right', 'right(text, count)', 'So many letters from the end.'],
  ['round', 'round(number)', 'The nearest whole number.'],
  ['sign', 'sign(number)', '-1, 0 or 1.'],
  ['size', 'size(list or text)', 'How many items or letters.'],
  ['split', 'split(text, mark)', 'The parts between the marks.'],
  ['sqrt', 'sqrt(number)', 'The square root.'],
  ['startNode', 'startNode(relation)', 'The node it comes from.'],
  ['substring', 'substring(text, from, count)', 'A part; the first letter is 0.'],
  ['tail', 'tail(list)', 'All but the first item.'],
  ['toFloat', 'toFloat(text or number)', 'As a number with a fraction.'],
  ['toInteger', 'toInteger(text or number)', 'As a whole number.'],
  ['toLower', 'toLower(text)', 'In small letters.'],
  ['toString', 'toString(value)', 'As text.'],
  ['toUpper', 'toUpper(text)', 'In capitals.'],
  ['trim', 'trim(text)', 'Without blanks at the ends.'],
  ['type', 'type(relation)', 'The relation’s type.'],
];

const aggregates: Described = [
  ['avg', 'avg(number)', 'The mean.'],
  ['collect', 'collect(value)', 'All of them as a list, without nulls.'],
  ['count', 'count(value)', 'How many that are not null; count(*): how many rows.'],
  ['max', 'max(value)', 'The greatest.'],
  ['min', 'min(value)', 'The least.'],
  ['sum', 'sum(number)', 'All added up.'],
];

const listed = (all: Described, aggregating: boolean): CypherFunction[] =>
  all.map(([name, signature, description]) => ({ name, signature, description, aggregating }));

export const functions: readonly CypherFunction[] = [...listed(scalar, false), ...listed(aggregates, true)];
