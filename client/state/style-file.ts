// A style as a file to hand on: versioned JSON, read back with the place of everything that makes no sense.

import { swatchNames } from '../graph/palette.ts';
import {
  factors,
  isCaption,
  isColour,
  isFactor,
  isRelationCaption,
  isShape,
  mostCaptions,
  type NodeLook,
  type RelationLook,
  type Style,
  shapeNames,
} from '../graph/style.ts';
import { asRecord } from './cypher/stored.ts';

const format = 'hearsay-style';
const version = 1;
/** More types than any database draws. */
const mostTypes = 1000;

/** The style as the text of a file. */
export const styleFile = ({ nodes, relations }: Style): string =>
  `${JSON.stringify(
    { format, version, nodes: Object.fromEntries(nodes), relations: Object.fromEntries(relations) },
    null,
    2,
  )}\n`;

type Check = { passes: (value: unknown) => boolean; wanted: string };
const colour: Check = { passes: isColour, wanted: `one of ${swatchNames.join(', ')}, or a colour such as "#3a6fb0"` };
const factor: Check = { passes: isFactor, wanted: `a number from ${factors.least} to ${factors.most}` };
const nodeChecks: Readonly<Record<keyof NodeLook, Check>> = {
  colour,
  size: factor,
  shape: { passes: isShape, wanted: `one of ${shapeNames.join(', ')}` },
  caption: { passes: isCaption, wanted: `a list of at most ${mostCaptions} properties, empty for no label` },
};
const relationChecks: Readonly<Record<keyof RelationLook, Check>> = {
  colour,
  width: factor,
  caption: { passes: isRelationCaption, wanted: 'none, type, origins, or a property such as ".since"' },
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The looks of one kind; what makes no sense goes to `faults`, with its place and what would. */
function looksOf<Look>(
  kind: 'nodes' | 'relations',
  given: unknown,
  checks: Readonly<Record<string, Check>>,
  faults: string[],
): Map<string, Look> {
  const looks = new Map<string, Look>();
  if (given === undefined) return looks;
  if (!isRecord(given) || Object.keys(given).length > mostTypes) {
    faults.push(`"${kind}" must be an object of at most ${mostTypes} types.`);
    return looks;
  }
  for (const [type, look] of Object.entries(given)) {
    if (!isRecord(look) || type === '') {
      faults.push(`${kind}.${type || '""'} must be an object such as {"colour": "blue"}.`);
      continue;
    }
    for (const [name, value] of Object.entries(look)) {
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
      if (!check) faults.push(`${kind}.${type}.${name} is unknown: there are ${Object.keys(checks).join(', ')}.`);
      else if (!check.passes(value)) faults.push(`${kind}.${type}.${name} must be ${check.wanted}.`);
    }
    if (Object.keys(look).length > 0) looks.set(type, look as Look);
  }
  return looks;
}

/** The style of a file's text, or what in it makes no sense, one sentence each. */
export function readStyle(text: string): { style: Style } | { faults: string[] } {
  let content: Record<string, unknown>;
  try {
    content = asRecord(JSON.parse(text));
  } catch (error) {
    return { faults: [`It is no JSON: ${error instanceof Error ? error.message : error}.`] };
  }
  if (content.format !== format)
    return { faults: [`It is no style: "format" must be "${format}", as in a file of “Save style”.`] };
  if (content.version !== version)
    return { faults: [`Its "version" is ${JSON.stringify(content.version)}; this page reads version ${version}.`] };
  const faults: string[] = [];
  const nodes = looksOf<NodeLook>('nodes', content.nodes, nodeChecks, faults);
  const relations = looksOf<RelationLook>('relations', content.relations, relationChecks, faults);
  return faults.length > 0 ? { faults } : { style: { nodes, relations } };
}
