// What an exported page knows of what is selected: a sentence first, then origins, articles and their words.
import type { ComponentChildren } from 'preact';
import type { ArticleRef } from '../../server/schema/view.ts';
import { articleLine } from '../export/provenance.ts';
import type { ViewerEdge, ViewerNode } from '../export/viewer-data.ts';
import { countedOf } from '../graph/counted.ts';
import { isPlain, otherEnd, typeOf } from '../graph/model.ts';
import { count, formatDate } from '../text/format.ts';
import { originsInFigures, readIn } from '../text/origins.ts';
import { nodeSentence, type Part } from '../text/sentences.ts';
import { propertyLabel, relationWords } from '../text/words.ts';
import { Icon } from '../ui/marks.tsx';
import { OriginBadge } from '../ui/OriginBadge.tsx';
import { around, articles, data, edges, nameOf, nodes } from './data.ts';
import { Legend } from './Legend.tsx';
import { selectEdge, selected, show } from './state.ts';
import { TypeMark } from './TypeMark.tsx';

const NodeButton = ({ of }: { of: string }) => (
  <button type="button" class="link" onClick={() => show(of)}>
    {nameOf(of)}
  </button>
);

/** Only http and https become links. */
const Outside = ({ url, children }: { url: string; children: ComponentChildren }) =>
  /^https?:\/\//i.test(url) ? (
    <a class="outside" href={url} target="_blank" rel="noreferrer noopener">
      {children} <Icon name="out" />
    </a>
  ) : (
    <span>{children}</span>
  );

const Sentence = ({ parts }: { parts: readonly Part[] }) => (
  <p class="sentence">{parts.map((part) => (typeof part === 'string' ? part : <NodeButton of={part.key} />))}</p>
);

function Report({
  article,
  words,
  reconstructed,
}: {
  article: ArticleRef;
  words: string | null;
  reconstructed: boolean;
}) {
  return (
    <li class="viewer-report">
      {words !== null && <blockquote class="words">“{words}”</blockquote>}
      <p class="muted">
        {article.url === null ? articleLine(article) : <Outside url={article.url}>{articleLine(article)}</Outside>}
        {reconstructed && ', known from others'}
      </p>
    </li>
  );
}

function Properties({ of }: { of: Pick<ViewerNode, 'key' | 'properties'> }) {
  const apart = new Set(
    isPlain(of) ? [] : ['name', 'curated', 'evidence', 'articles', 'contested', 'first', 'last', 'derived'],
  );
  const rows = Object.entries(of.properties).filter(
    ([name, value]) =>
      !apart.has(name) && value !== null && value !== '' && !/^(origins|outlets|unnamed|sources)/.test(name),
  );
  if (rows.length === 0) return null;
  return (
    <dl class="viewer-properties">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{isPlain(of) ? name : propertyLabel(name)}</dt>
          <dd>{Array.isArray(value) ? value.join(', ') : String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function EdgeDetails({ edge }: { edge: ViewerEdge }) {
  const counted = countedOf(edge);
  const said = edge.grounds?.said ?? [];
  const { first, last } = edge.properties;
  const days = [first, last].filter((day) => typeof day === 'string').map((day) => formatDate(String(day)));
  return (
    <>
      <h2>
        <NodeButton of={edge.source} /> {relationWords(edge.type)} <NodeButton of={edge.target} />
      </h2>
      <p class="sentence">{edge.sentence}</p>
      {edge.note !== '' && <p>In the comparison: {edge.note}.</p>}
      {counted && (
        <p>
          <OriginBadge of={counted} origins={edge.grounds?.origins.map(({ title }) => title) ?? []} />{' '}
          {originsInFigures(counted)}, read in {readIn(counted)}
          {days.length > 0 && `, ${[...new Set(days)].join(' – ')}`}.
        </p>
      )}
      {(edge.grounds?.origins.length ?? 0) > 0 && (
        <section>
          <h3>Origins</h3>
          <ul class="viewer-list">
            {edge.grounds?.origins.map(({ title }) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </section>
      )}
      {said.length > 0 && (
        <section>
          <h3>
            Reports <span class="tally">{said.length}</span>
          </h3>
          <ul>
            {said.map((one, index) => {
              const article = articles.get(one.article);
              return article && <Report key={index} {...one} article={article} />;
            })}
          </ul>
        </section>
      )}
      {!counted && <Properties of={edge} />}
    </>
  );
}

function NodeDetails({ node }: { node: ViewerNode }) {
  const relations = around.get(node.key) ?? [];
  return (
    <>
      <p class="muted">
        <TypeMark type={typeOf(node)} /> {node.labels.join(', ')}
      </p>
      <h2>{node.name}</h2>
      <Sentence parts={nodeSentence(node, relations, (key) => nodes.get(key))} />
      <Properties of={node} />
      <section>
        <h3>
          Relations <span class="tally">{relations.length}</span>
        </h3>
        <ul class="viewer-relations">
          {relations.map((edge) => {
            const counted = countedOf(edge);
            const out = edge.source === node.key;
            return (
              <li key={edge.key}>
                <button type="button" onClick={() => selectEdge(edge.key)}>
                  <span class="muted">{relationWords(edge.type, out ? 'out' : 'in')}</span>{' '}
                  {nameOf(otherEnd(edge, node.key))}
                </button>
                {counted && <OriginBadge of={counted} />}
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}

function AboutPage() {
  const { about } = data;
  return (
    <>
      <h2>{about.title}</h2>
      {about.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {!about.foreign && (
        <p class="muted">
          Every line of the graph leads to the articles that say so. A badge such as 1–2 says on how many independent
          origins they rest, fewest to most; a double line is contested by other reports.
        </p>
      )}
      <p>Select a node or a line, or search with the key /.</p>
      <Legend />
      <p class="muted">
        Exported {formatDate(about.exported)} by {about.creator}, with {count(data.articles.length, 'article')}.
      </p>
      <p>
        <Outside url={about.address}>The view it is of</Outside>
      </p>
    </>
  );
}

export function Panel() {
  const now = selected.value;
  const node = now?.kind === 'node' ? nodes.get(now.key) : undefined;
  const edge = now?.kind === 'edge' ? edges.get(now.key) : undefined;
  return (
    <aside class="viewer-panel" id="panel" tabIndex={-1} aria-label="Details and evidence">
      {now !== null && (
        <button
          type="button"
          class="link"
          onClick={() => {
            selected.value = null;
          }}
        >
          About this page
        </button>
      )}
      {node ? <NodeDetails node={node} /> : edge ? <EdgeDetails edge={edge} /> : <AboutPage />}
    </aside>
  );
}
