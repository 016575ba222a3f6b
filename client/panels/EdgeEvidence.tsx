// An edge in the panel: a sentence, then every assertion it rests on, newest first, with its words and its chain.
import type { Evidence } from '../../server/schema/view.ts';
import { articlesOf, stanceOf, textOf } from '../graph/model.ts';
import { dataset, isForeign } from '../state/data.ts';
import { evidence } from '../state/details.ts';
import { selectedEdge } from '../state/selection.ts';
import { asOf } from '../state/view.ts';
import { formatDate, sentenceCase } from '../text/format.ts';
import { edgeSentence } from '../text/sentences.ts';
import { propertyLabel, relationWords, stanceTitle } from '../text/words.ts';
import { Empty, FailureCard, Progress, Properties, Sentence } from '../ui/basics.tsx';
import { StanceMark } from '../ui/marks.tsx';
import { AssertionCard } from './AssertionCard.tsx';
import { PlaceCard } from './PlaceCard.tsx';
import { propertyRows } from './property-rows.tsx';

/** First and last publication, and what a stated relation says of itself. */
function facts({ edge }: Evidence) {
  const first = textOf(edge, 'first');
  const last = textOf(edge, 'last');
  const time =
    first && last ? (first === last ? formatDate(first) : `${formatDate(first)} – ${formatDate(last)}`) : undefined;
  const others = ['title', 'role', 'from', 'to'].flatMap((name) => {
    const text = textOf(edge, name);
    return text ? [[propertyLabel(name), name === 'from' || name === 'to' ? formatDate(text) : text] as const] : [];
  });
  return [...(time ? [['Published', time] as const] : []), ...others];
}

/** Whether anything that counts supports or states it: without that, the server sends an edge without properties. */
const isSupported = ({ edge, assertions, places }: Evidence): boolean =>
  edge.derived ? articlesOf(edge) > 0 : assertions.length + places.length + Object.keys(edge.properties).length > 0;

/** What is said of the relation; with an as-of date, only what was published by then, which may be nothing. */
function Said({ found }: { found: Evidence }) {
  const day = asOf.value;
  if (day === null) return <Sentence parts={edgeSentence(found.edge, found.source, found.target)} />;
  if (!isSupported(found)) {
    const does = found.edge.derived ? 'supports' : 'states';
    return (
      <p class="sentence">
        Nothing published by {formatDate(day)} {does} this.
      </p>
    );
  }
  return (
    <>
      <Sentence parts={edgeSentence(found.edge, found.source, found.target)} />
      <p class="rail-note">Counted is what was published by {formatDate(day)}.</p>
    </>
  );
}

function Body({ found }: { found: Evidence }) {
  const { edge, source, target, assertions, places } = found;
  const stance = stanceOf(edge);
  const claims = new Set(assertions.map((assertion) => assertion.claim.key));
  const rows = facts(found);
  return (
    <>
      <header class="panel-head">
        <p class="kind">
          {stance ? <StanceMark stance={stance} /> : null}{' '}
          {stance ? stanceTitle(stance) : sentenceCase(relationWords(edge.type))} ·{' '}
          {edge.derived ? 'derived from assertions' : 'stated'}
        </p>
        <h2>
          {source.name}{' '}
          <span class="arrow" aria-hidden="true">
            →
          </span>{' '}
          {target.name}
        </h2>
      </header>
      <Said found={found} />
      {rows.length > 0 && <Properties rows={rows} />}
      {places.length > 0 && (
        <section class="relations">
          <h3>
            Stated here <span class="tally">{places.length}</span>
          </h3>
          {places.map((place) => (
            <PlaceCard key={`${place.article.key} ${place.start}`} place={place} />
          ))}
        </section>
      )}
      {(assertions.length > 0 || (places.length === 0 && (asOf.value === null || isSupported(found)))) && (
        <section class="relations">
          <h3>
            Assertions <span class="tally">{assertions.length}</span>
          </h3>
          {assertions.length === 0 && (
            <Empty title="No assertion is kept for this relation">
              {edge.derived
                ? 'Reports whose assertions support it would appear here.'
                : 'It is stated as background, in a report or in the shared entities; reports that assert it would appear here.'}
            </Empty>
          )}
          {assertions.map((assertion) => (
            <AssertionCard key={assertion.key} assertion={assertion} showClaim={claims.size > 1 || !stance} />
          ))}
        </section>
      )}
    </>
  );
}

/** A relation of somebody else's database: its two ends and its properties. */
function PlainEdge() {
  const edge = dataset.value.edges.get(selectedEdge.value ?? '');
  const [source, target] = [edge?.source ?? '', edge?.target ?? ''].map((key) => dataset.value.nodes.get(key));
  if (!edge || !source || !target) {
    return <Empty title="This relation is not on the canvas">Search for one of its ends and expand it.</Empty>;
  }
  return (
    <>
      <header class="panel-head">
        <p class="kind">{sentenceCase(relationWords(edge.type))}</p>
        <h2>
          {source.name}{' '}
          <span class="arrow" aria-hidden="true">
            →
          </span>{' '}
          {target.name}
        </h2>
      </header>
      <Sentence parts={edgeSentence(edge, source, target)} />
      <Properties rows={propertyRows(edge)} />
    </>
  );
}

export function EdgeEvidence() {
  const status = evidence.status.value;
  if (isForeign.value) return <PlainEdge />;
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={evidence.retry} />;
  if (status.state === 'ready') return <Body found={status.value} key={status.value.edge.key} />;
  return <Progress what="Loading the evidence" stop={evidence.stop} />;
}
