// The sentences that open a panel: what the data says about a node or an edge, before any list.
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { articlesOf, stanceOf, typeOf } from '../graph/model.ts';
import { countInWords, sentenceCase } from './format.ts';
import { relationWords, type StanceName, stances } from './words.ts';

/** Text with links in it: a plain piece, or a node to link to. */
export type Part = string | { key: string; name: string };

const link = (node: Pick<NodeView, 'key' | 'name'>): Part => ({ key: node.key, name: node.name });
const verb: Readonly<Record<StanceName, string>> = {
  opposes: 'opposes',
  supports: 'supports',
  noncommittal: 'is noncommittal on',
  defers: 'defers to others on',
};
const numberOf = (edge: EdgeView, name: string): number =>
  typeof edge.properties[name] === 'number' ? (edge.properties[name] as number) : 0;

/** "according to three articles in two outlets"; the unnamed outlets are counted, never named. */
export function basis(edge: EdgeView): string {
  const articles = articlesOf(edge);
  const outlets = numberOf(edge, 'outlets');
  const unnamed = numberOf(edge, 'unnamedOutlets');
  const said = `according to ${countInWords(articles, 'article')}`;
  const nameless = unnamed === 1 ? 'whose outlet is not named' : 'whose outlets are not named';
  if (outlets === 0) return unnamed === 0 ? said : `${said} ${nameless}`;
  const rest = unnamed === 0 ? '' : ` and ${unnamed === 1 ? 'one' : countInWords(unnamed, 'other')} ${nameless}`;
  return `${said} in ${countInWords(outlets, 'outlet')}${rest}`;
}

/** "Hungary opposes the invitation, according to three articles …"; "Kyiv Post cites Politico, in one article". */
export function edgeSentence(edge: EdgeView, source: NodeView, target: NodeView): Part[] {
  const stance = stanceOf(edge);
  if (stance) return [link(source), ` ${verb[stance]} `, link(target), `, ${basis(edge)}.`];
  const title = typeof edge.properties.title === 'string' ? ` (${edge.properties.title})` : '';
  const articles = articlesOf(edge);
  const where = articles > 0 ? `, in ${countInWords(articles, 'article')}` : '';
  return [link(source), ` ${relationWords(edge.type)} `, link(target), `${title}${where}.`];
}

/** What plan panels say first: how many hold which position. `edges` are the stance edges that end at the plan. */
export function planSentence(edges: readonly EdgeView[], typeOfKey: (key: string) => string): string {
  const holders = new Set(edges.map((edge) => edge.source));
  if (holders.size === 0) return 'No report in the data gives anybody a position on this plan.';
  const phrases = stances.flatMap((stance) => {
    const keys = edges.filter((edge) => stanceOf(edge) === stance).map((edge) => edge.source);
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
    return [`${who} ${does[stance]}`];
  });
  const several = edges.length - holders.size;
  const note =
    several > 0
      ? ` Reports disagree on ${countInWords(new Set(repeated(edges)).size, 'actor')}, counted under each position.`
      : '';
  return `${sentenceCase(phrases.join('; '))}.${note}`;
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
  if (!target) return typeOf(node) === 'Outlet' ? [outletSentence(node, edges)] : [];
  const on = held
    .filter((edge) => edge.target === plan)
    .sort((a, b) => articlesOf(b) - articlesOf(a) || (a.type < b.type ? -1 : 1));
  const parts: Part[] = on.flatMap((edge, index): Part[] => {
    const does = verb[stanceOf(edge) as StanceName];
    return index === 0
      ? [`${node.name} ${does} `, link(target), `, ${basis(edge)}`]
      : [`, and ${does} it, according to ${countInWords(articlesOf(edge), 'article')}`];
  });
  const others = new Set(held.filter((edge) => edge.target !== plan).map((edge) => edge.target)).size;
  return [
    ...parts,
    others === 0
      ? '.'
      : `. Reports also give ${typeOf(node) === 'Person' ? 'them' : 'it'} a position on ${countInWords(others, 'other plan')}.`,
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
