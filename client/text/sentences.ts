// The sentences that open a panel: what the data says about a node or an edge, before any list.
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { countedOf, standingOf } from '../graph/counted.ts';
import { articlesOf, isPlain, ownTypeOf, stanceOf, typeOf } from '../graph/model.ts';
import { countInWords, listNames, sentenceCase } from './format.ts';
import { originsInWords } from './origins.ts';
import { isSeveral, relationWords, type StanceName, stances } from './words.ts';

/** Text with links in it: a plain piece, or a node to link to. */
export type Part = string | { key: string; name: string };

const link = (node: Pick<NodeView, 'key' | 'name'>): Part => ({ key: node.key, name: node.name });
const verbs: Readonly<Record<StanceName, readonly [one: string, many: string]>> = {
  opposes: ['opposes', 'oppose'],
  supports: ['supports', 'support'],
  noncommittal: ['is noncommittal on', 'are noncommittal on'],
  defers: ['defers to others on', 'defer to others on'],
};
const verb = (stance: StanceName, holder: string): string => verbs[stance][isSeveral(holder) ? 1 : 0];

/** "according to three articles on one to two origins". */
export function basis(edge: EdgeView): string {
  const counted = countedOf(edge);
  const said = `according to ${countInWords(articlesOf(edge), 'article')}`;
  return counted ? `${said} on ${originsInWords(counted)}` : said;
}

/** "Hungary opposes the invitation, according to three articles …"; "Kyiv Post cites Politico, in one article". */
export function edgeSentence(edge: EdgeView, source: NodeView, target: NodeView): Part[] {
  const stance = stanceOf(edge);
  const counted = countedOf(edge);
  const does = stance ? verb(stance, edge.source) : relationWords(edge.type);
  if (counted && standingOf(counted) === 'withdrawn') {
    return [
      'No report that counts says any longer that ',
      link(source),
      ` ${does} `,
      link(target),
      ': the support is withdrawn.',
    ];
  }
  const dispute = counted?.contested ? ' Reports contradict it.' : '';
  if (isPlain(edge)) return [link(source), ` ${does} `, link(target), '.'];
  if (stance) return [link(source), ` ${does} `, link(target), `, ${basis(edge)}.${dispute}`];
  const title = typeof edge.properties.title === 'string' ? ` (${edge.properties.title})` : '';
  const articles = articlesOf(edge);
  const on = counted ? ` on ${originsInWords(counted)}` : '';
  const where = articles > 0 ? `, in ${countInWords(articles, 'article')}${on}` : '';
  return [link(source), ` ${does} `, link(target), `${title}${where}.${dispute}`];
}

/** "on one to two origins each": over the edges of one stance, from the least to the most. */
function originsOfAll(edges: readonly EdgeView[]): string {
  const all = edges.flatMap((edge) => countedOf(edge) ?? []);
  if (all.length === 0) return '';
  const range = {
    originsMin: Math.min(...all.map((one) => one.originsMin)),
    originsMax: Math.max(...all.map((one) => one.originsMax)),
  };
  return `, on ${originsInWords(range)}${all.length > 1 ? ' each' : ''}`;
}

/**
 * What plan panels say first: how many hold which position, on how many origins each, and who denies what is reported.
 * `all` are the stance edges that end at the plan, `deniers` the names of those who deny.
 */
export function planSentence(
  all: readonly EdgeView[],
  typeOfKey: (key: string) => string,
  deniers: readonly string[] = [],
): string {
  const edges = all.filter((edge) => countedOf(edge)?.originsMax !== 0);
  const holders = new Set(edges.map((edge) => edge.source));
  if (holders.size === 0) return 'No report in the data gives anybody a position on this plan.';
  const phrases = stances.flatMap((stance) => {
    const those = edges.filter((edge) => stanceOf(edge) === stance);
    const keys = those.map((edge) => edge.source);
    if (keys.length === 0) return [];
    const countries = keys.filter((key) => typeOfKey(key) === 'Country').length;
    const others = keys.length - countries;
    const who = [
      countries > 0 ? countInWords(countries, 'country') : '',
      others > 0 ? countInWords(others, countries > 0 ? 'other' : 'actor') : '',
    ]
      .filter(Boolean)
      .join(' and ');
    const many = keys.length !== 1;
    const does: Record<StanceName, string> = {
      opposes: many ? 'oppose it' : 'opposes it',
      supports: many ? 'support it' : 'supports it',
      noncommittal: many ? 'are noncommittal' : 'is noncommittal',
      defers: many ? 'defer to others' : 'defers to others',
    };
    return [`${who} ${does[stance]}${originsOfAll(those)}`];
  });
  const several = edges.length - holders.size;
  const note =
    several > 0
      ? ` Reports disagree on ${countInWords(new Set(repeated(edges)).size, 'actor')}, counted under each position.`
      : '';
  const denied =
    deniers.length === 0
      ? ''
      : ` ${listNames(deniers, 3)} ${deniers.length === 1 ? 'denies' : 'deny'} some of what is reported.`;
  return `${sentenceCase(phrases.join('; '))}.${note}${denied}`;
}

const repeated = (edges: readonly EdgeView[]): string[] =>
  edges.map((edge) => edge.source).filter((key, index, all) => all.indexOf(key) !== index);

/** What a node's panel says first: its positions on the plan that most articles speak of, and how many it holds beside. */
export function nodeSentence(
  node: NodeView,
  edges: readonly EdgeView[],
  lookup: (key: string) => NodeView | undefined,
): Part[] {
  const held = edges.filter((edge) => edge.source === node.key && stanceOf(edge) && lookup(edge.target));
  const weight = (plan: string) =>
    held.filter((edge) => edge.target === plan).reduce((sum, edge) => sum + articlesOf(edge), 0);
  const [plan] = [...new Set(held.map((edge) => edge.target))].sort(
    (a, b) => weight(b) - weight(a) || (a < b ? -1 : 1),
  );
  const target = plan === undefined ? undefined : lookup(plan);
  if (!target) return ownTypeOf(node) === 'Outlet' ? [outletSentence(node, edges)] : [];
  const on = held
    .filter((edge) => edge.target === plan)
    .sort((a, b) => articlesOf(b) - articlesOf(a) || (a.type < b.type ? -1 : 1));
  const parts: Part[] = on.flatMap((edge, index): Part[] => {
    const does = verb(stanceOf(edge) as StanceName, edge.source);
    return index === 0
      ? [`${node.name} ${does} `, link(target), `, ${basis(edge)}`]
      : [`, and ${does} it, according to ${countInWords(articlesOf(edge), 'article')}`];
  });
  const others = new Set(held.filter((edge) => edge.target !== plan).map((edge) => edge.target)).size;
  return [
    ...parts,
    others === 0
      ? '.'
      : `. Reports also give ${typeOf(node) === 'Person' || isSeveral(node.key) ? 'them' : 'it'} a position on ${countInWords(others, 'other plan')}.`,
  ];
}

function outletSentence(node: NodeView, edges: readonly EdgeView[]): string {
  const number = (type: string, end: 'source' | 'target') =>
    edges.filter((edge) => edge.type === type && edge[end] === node.key).length;
  const phrases = [
    [number('CITES', 'source'), 'cites', 'other outlet'] as const,
    [number('QUOTES', 'source'), 'quotes', 'actor'] as const,
  ].flatMap(([value, does, unit]) => (value === 0 ? [] : [`${does} ${countInWords(value, unit)}`]));
  const citedBy = number('CITES', 'target');
  if (citedBy > 0) phrases.push(`is cited by ${countInWords(citedBy, 'outlet')}`);
  return phrases.length === 0 ? '' : `${node.name} ${phrases.join(', ').replace(/, ([^,]*)$/, ' and $1')}.`;
}
