// The database's schema in lines that a language model reads: labels, relation types, properties; no value of any node.
import type { DatabaseSchema } from '../../schema/cypher.ts';

/** Characters for labels, and for relation types; of a database with very many kinds, the rarest are left out. */
const most = 20_000;
const mostEnds = 12;
/** Of Hearsay's own model: what is on every node, what only the server needs, and texts made for searching. */
const hidden = new Set(['Record', 'HearsayMarker', 'Audit', 'nameIndex', 'textIndex']);

type Properties = DatabaseSchema['labels'][number]['properties'];

/** A name as Cypher writes it, within one line and without what would close a tag. */
function named(name: string): string {
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return name;
  return `\`${name
    .replaceAll('`', '``')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll('<', '\\u003c')}\``;
}

const propertiesText = (properties: Properties): string => {
  if (properties.length === 0) return '';
  return ` {${properties.map(({ name, types }) => `${named(name)}: ${types.join(' or ')}`).join(', ')}}`;
};

function within(lines: readonly string[], what: string): string[] {
  let length = 0;
  const kept = lines.filter((line) => {
    length += line.length + 1;
    return length <= most;
  });
  const rest = lines.length - kept.length;
  return rest === 0 ? kept : [...kept, `(${rest} more ${what} are not listed)`];
}

/** `own` for a database of Hearsay's model. */
export function schemaText({ labels, relationTypes }: Omit<DatabaseSchema, 'procedures'>, own: boolean): string {
  const shown = <T extends { name: string }>(list: readonly T[]): T[] =>
    own ? list.filter(({ name }) => !hidden.has(name)) : [...list];
  const byCount = <T extends { count: number }>(list: readonly T[]): T[] =>
    [...list].sort((one, other) => other.count - one.count);
  const ofLabels = byCount(shown(labels)).map(
    ({ name, count, properties }) => `(:${named(name)}${propertiesText(shown(properties))}) ${count} nodes`,
  );
  const ofTypes = byCount(relationTypes).map(({ name, count, properties, between }) => {
    const ends = byCount(between)
      .slice(0, mostEnds)
      .map(({ from, to }) => `(:${named(from)})-->(:${named(to)})`);
    const others = between.length > mostEnds ? ' and others' : '';
    return `[:${named(name)}${propertiesText(properties)}] ${count} relations, ${ends.join(', ')}${others}`;
  });
  return ['Nodes:', ...within(ofLabels, 'labels'), 'Relations:', ...within(ofTypes, 'relation types')].join('\n');
}
