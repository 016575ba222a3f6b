// A node in the panel: a sentence first, then its relations by type, what expanding adds, and its properties.
import type { ContradictionView } from '../../server/schema/comparison.ts';
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { isPlain, ownTypeOf, stanceOf, textOf, typeOf } from '../graph/model.ts';
import { busy, hide } from '../state/actions.ts';
import { centre } from '../state/camera.ts';
import { articles, dataset, isForeign, main, neighboursOf, shownKeys, truncated } from '../state/data.ts';
import { nodeDetail, wholeRelations } from '../state/details.ts';
import { collapseLatest, expand } from '../state/expand.ts';
import { actorTypes } from '../state/filters/positions.ts';
import { everything, ledgerFilter, panelLedger } from '../state/ledger.ts';
import { openPath, pathFrom } from '../state/path.ts';
import { selectArticle, selectedNode } from '../state/selection.ts';
import { expansions, tab } from '../state/view.ts';
import { count, listNames } from '../text/format.ts';
import { denialsOf, deniersOf } from '../text/ledger.ts';
import { isWords, type RecordRow, readableName, recordRows } from '../text/record.ts';
import { nodeSentence, planSentence } from '../text/sentences.ts';
import { sourceSentence } from '../text/source.ts';
import { Empty, FailureCard, IconButton, Progress, Properties, Sentence } from '../ui/basics.tsx';
import { TypeMark } from '../ui/TypeMark.tsx';
import { titleOf } from './ArticleDetails.tsx';
import { SideTitle } from './ContradictionCard.tsx';
import { Expand } from './Expand.tsx';
import { EntityIdentity } from './identity/EntityIdentity.tsx';
import { NodeExtras } from './NodeExtras.tsx';
import { PinButton } from './Pin.tsx';
import { propertyRows } from './property-rows.tsx';
import { Relations } from './Relations.tsx';
import { SayingList } from './Sayings.tsx';

function Head({ node }: { node: NodeView }) {
  const type = typeOf(node);
  const there = shownKeys.value.has(node.key);
  const path = () => {
    pathFrom.value = { key: node.key, name: node.name };
    openPath();
  };
  return (
    <header class="panel-head">
      <p class="kind">
        <TypeMark type={type} /> {node.labels.join(', ')}
      </p>
      {isWords(node) ? (
        <h2 class="words">
          <q>{node.name}</q>
        </h2>
      ) : (
        <h2>{readableName(node)}</h2>
      )}
      <div class="panel-actions">
        <IconButton icon="target" label="Centre on it" onClick={() => centre(node.key)} disabled={!there} />
        <IconButton
          icon="expand"
          label="Expand"
          keys="e"
          onClick={() => void expand(node.key)}
          disabled={busy.value !== null}
        />
        {expansions.value.some((one) => one.of.includes(node.key)) && (
          <IconButton icon="collapse" label="Collapse" keys="Shift+E" onClick={() => collapseLatest(node.key)} />
        )}
        <IconButton icon="path" label="Path from here" keys="p" onClick={path} />
        <PinButton keys={[node.key]} disabled={!there} />
        <IconButton icon="hide" label="Hide" keys="h" onClick={() => hide(node.key)} disabled={!there} />
      </div>
    </header>
  );
}

/** An article by its title; the key of one that the list does not hold means nothing to a reader. */
function ArticleLink({ articleKey }: { articleKey: string }) {
  const found = articles.value.find((article) => article.key === articleKey);
  return (
    <button type="button" class="link" onClick={() => selectArticle(articleKey)}>
      {found ? titleOf(found) : 'An article'}
    </button>
  );
}

function recordValue(value: RecordRow[1]) {
  if (typeof value === 'string') return value;
  return 'words' in value ? <q class="words">{value.words}</q> : <ArticleLink articleKey={value.article} />;
}

/** Who denies what about a plan, and the way to all its entries. */
function Disputes({ rows }: { rows: readonly ContradictionView[] }) {
  const denials = denialsOf(rows);
  const [plan] = rows.flatMap((row) => row.plan ?? []);
  const open = () => {
    ledgerFilter.value = { ...everything, plan: plan?.key ?? null };
    tab.value = 'ledger';
  };
  return (
    <section class="relations disputes">
      <h3>
        {denials.length === 0 ? 'Contradictions' : 'Denied'}{' '}
        <span class="tally">{denials.length === 0 ? rows.length : denials.length}</span>
      </h3>
      <ul>
        {denials.slice(0, 4).map(({ row, voices, denied }) => (
          <li key={row.key}>
            <strong class="mode">
              {listNames(voices, 2)} {voices.length === 1 ? 'denies' : 'deny'}:
            </strong>{' '}
            <SideTitle side={denied} />
          </li>
        ))}
      </ul>
      <button type="button" class="link" onClick={open}>
        {count(rows.length, 'entry')} in the ledger
      </button>
    </section>
  );
}

interface Known {
  edges: readonly EdgeView[];
  lookup: (key: string) => NodeView | undefined;
  /** How many relations are left out; undefined as long as that is not known. */
  left: number | undefined;
}

/** A node's relations: those that are loaded, and where the display limit keeps some away, those too. */
function known(key: string): Known {
  const loaded = neighboursOf.value.get(key) ?? [];
  const there = (other: string) => dataset.value.nodes.get(other);
  if (!truncated.value) return { edges: loaded, lookup: there, left: 0 };
  const status = wholeRelations.status.value;
  if (status.state !== 'ready' || status.value.key !== key) return { edges: loaded, lookup: there, left: undefined };
  const { edges, nodes, left } = status.value;
  const all = new Map([...loaded, ...edges].map((edge) => [edge.key, edge]));
  return { edges: [...all.values()], lookup: (other) => there(other) ?? nodes.get(other), left };
}

/** What the display limit means for what is said here. */
function Partial({ left }: Pick<Known, 'left'>) {
  const { state } = wholeRelations.status.value;
  if (left === 0) return null;
  if (left === undefined && state === 'loading') return <Progress what="Looking at relations that are not drawn" />;
  return (
    <p class="relation-note">
      {left === undefined
        ? 'Only the relations that are drawn are told here: the display limit leaves out the rest.'
        : `${count(left, 'relation')} more ${left === 1 ? 'is' : 'are'} not told here: expand it for them.`}
    </p>
  );
}

/** The body for a node that is loaded. `degree` adds the expansion. */
export function NodeBody({ node }: { node: NodeView }) {
  const { edges, lookup, left } = known(node.key);
  const status = nodeDetail.status.value;
  const type = ownTypeOf(node);
  const description = isPlain(node) ? undefined : textOf(node, 'description');
  const record = recordRows(node);
  // In a list of nodes, long properties of somebody else's database are cut; in the answer about the one they are whole.
  const whole = status.state === 'ready' && status.value.node.key === node.key ? status.value.node : node;
  const rows = record?.map(([name, of]) => [name, recordValue(of)] as const) ?? propertyRows(whole);
  const about = panelLedger.status.value;
  const contradictions = type === 'Plan' && about.state === 'ready' ? about.value.rows : [];
  const onPlan = edges.filter((edge) => stanceOf(edge) && edge.target === node.key);
  return (
    <>
      <Head node={node} />
      {type === 'Plan' ? (
        <p class="sentence">
          {planSentence(
            onPlan,
            (key) => {
              const actor = lookup(key);
              return actor ? typeOf(actor) : '';
            },
            deniersOf(contradictions),
          )}
        </p>
      ) : (
        <Sentence
          parts={type === 'Source' ? sourceSentence(node, articles.value) : nodeSentence(node, edges, lookup)}
        />
      )}
      <Partial left={left} />
      {description && <p class="description">{description}</p>}
      {type === 'Article' && (
        <button type="button" class="button" onClick={() => selectArticle(node.key)}>
          Read what it asserts
        </button>
      )}
      {contradictions.length > 0 && <Disputes rows={contradictions} />}
      {(actorTypes.has(type ?? '') || type === 'Source') && <SayingList of={node.key} />}
      <NodeExtras node={node} />
      <Relations nodeKey={node.key} edges={edges} lookup={lookup} />
      {status.state === 'ready' && status.value.node.key === node.key && (
        <Expand nodeKey={node.key} degree={status.value.degree} />
      )}
      {status.state === 'failed' && <FailureCard failure={status.failure} retry={nodeDetail.retry} />}
      {!isForeign.value && <EntityIdentity node={node} />}
      {rows.length > 0 && (
        <section class="relations">
          <h3>{record ? 'About it' : 'Properties'}</h3>
          <Properties rows={rows} />
        </section>
      )}
    </>
  );
}

/** The selected node, or the main plan where nothing is selected. */
export function NodeDetails() {
  const key = selectedNode.value ?? main.value;
  const node = key === undefined ? undefined : dataset.value.nodes.get(key);
  const status = nodeDetail.status.value;
  if (node) return <NodeBody node={node} key={node.key} />;
  // The main plan may be left out by the display limit.
  if (key === undefined || selectedNode.value === undefined) {
    return (
      <Empty title="Nothing is selected">
        Select a node or a line on the canvas, or search for a name. Its details{isForeign.value ? '' : ' and evidence'}{' '}
        appear here.
      </Empty>
    );
  }
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={nodeDetail.retry} />;
  return status.state === 'ready' ? <NodeBody node={status.value.node} /> : <Progress what="Loading the node" />;
}
