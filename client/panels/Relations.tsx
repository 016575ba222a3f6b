// A node's relations, grouped by type and direction, each with its other end and a way to its evidence.
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { countedOf } from '../graph/counted.ts';
import { articlesOf, isPlain, otherEnd, stanceOf, textOf } from '../graph/model.ts';
import { hovered, selectEdge } from '../state/selection.ts';
import { count, formatDate, sentenceCase } from '../text/format.ts';
import { readableName } from '../text/record.ts';
import { relationWords, stances, stanceTitle } from '../text/words.ts';
import { NodeLink } from '../ui/basics.tsx';
import { StanceMark } from '../ui/marks.tsx';
import { OriginBadge } from '../ui/OriginBadge.tsx';

interface Group {
  /** Of one of its edges. */
  key: string;
  type: string;
  direction: 'in' | 'out';
  edges: EdgeView[];
}

const order = (group: Group): number => {
  const stance = stanceOf(group);
  if (isPlain(group)) return 20;
  return stance
    ? stances.indexOf(stance)
    : ['CITES', 'QUOTES', 'HOLDS_OFFICE', 'MEMBER_OF'].indexOf(group.type) + 1 || 20;
};

/** Groups in reading order: stances first, then what outlets do, then what is stated; the strongest edge first. */
export function groupRelations(key: string, edges: readonly EdgeView[]): Group[] {
  const groups = new Map<string, Group>();
  for (const edge of edges) {
    const direction = edge.source === key ? 'out' : 'in';
    const id = `${edge.type} ${direction}`;
    const group = groups.get(id) ?? { key: edge.key, type: edge.type, direction, edges: [] };
    group.edges.push(edge);
    groups.set(id, group);
  }
  const stanceFirst = (group: Group) => (stanceOf(group) ? 0 : 10) + order(group);
  for (const group of groups.values())
    group.edges.sort((a, b) => articlesOf(b) - articlesOf(a) || (a.key < b.key ? -1 : 1));
  return [...groups.values()].sort(
    (a, b) => stanceFirst(a) - stanceFirst(b) || (a.type + a.direction < b.type + b.direction ? -1 : 1),
  );
}

/** The first short text of a relation of somebody else's database, by name; addresses are for its own panel. */
function plainNote({ properties }: EdgeView): string {
  const texts = Object.values(properties).filter((value) => typeof value === 'string');
  return texts.find((text) => text.length <= 60 && !text.includes('://')) ?? '';
}

/** What is said of one relation beside its other end: an office's title, its time, or how many articles. */
function note(edge: EdgeView): string {
  if (isPlain(edge)) return plainNote(edge);
  const from = textOf(edge, 'from');
  const to = textOf(edge, 'to');
  const time =
    from || to
      ? [from ? `from ${formatDate(from)}` : '', to ? `to ${formatDate(to)}` : ''].filter(Boolean).join(' ')
      : '';
  return [textOf(edge, 'title') ?? textOf(edge, 'role'), time].filter(Boolean).join(', ');
}

const most = 12;

type Lookup = (key: string) => NodeView | undefined;

function Row({ edge, from, lookup }: { edge: EdgeView; from: string; lookup: Lookup }) {
  const key = otherEnd(edge, from);
  const node = lookup(key);
  const name = node ? readableName(node) : key;
  const articles = articlesOf(edge);
  const basis = articles > 0 ? count(articles, 'article') : 'Details';
  const said = note(edge);
  const counted = countedOf(edge);
  return (
    <li
      class="relation"
      onMouseEnter={() => {
        hovered.value = { kind: 'edge', key: edge.key };
      }}
      onMouseLeave={() => {
        hovered.value = null;
      }}
    >
      <span class="relation-end">
        <NodeLink node={{ key, name }} mark />
        {said && <span class="relation-note">{said}</span>}
      </span>
      {counted && <OriginBadge of={counted} />}
      <button
        type="button"
        class="link evidence-link"
        onClick={() => selectEdge(edge.key)}
        aria-label={`${isPlain(edge) ? 'Details of' : 'Evidence for'} ${name}: ${relationWords(edge.type)}, ${basis}`}
      >
        {basis}
      </button>
    </li>
  );
}

interface RelationsProps {
  nodeKey: string;
  edges: readonly EdgeView[];
  lookup: Lookup;
}

export function Relations({ nodeKey, edges, lookup }: RelationsProps) {
  return (
    <>
      {groupRelations(nodeKey, edges).map((group) => {
        const stance = stanceOf(group);
        const title = stance ? stanceTitle(stance) : sentenceCase(relationWords(group.type, group.direction));
        const rest = group.edges.slice(most);
        return (
          <section class="relations" key={`${group.type} ${group.direction}`}>
            <h3>
              {stance && <StanceMark stance={stance} />} {title} <span class="tally">{group.edges.length}</span>
            </h3>
            <ul>
              {group.edges.slice(0, most).map((edge) => (
                <Row key={edge.key} edge={edge} from={nodeKey} lookup={lookup} />
              ))}
            </ul>
            {rest.length > 0 && (
              <details class="more">
                <summary>{rest.length} more</summary>
                <ul>
                  {rest.map((edge) => (
                    <Row key={edge.key} edge={edge} from={nodeKey} lookup={lookup} />
                  ))}
                </ul>
              </details>
            )}
          </section>
        );
      })}
    </>
  );
}
