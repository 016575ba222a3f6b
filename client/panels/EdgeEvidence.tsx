import type { Evidence } from '../../server/schema/view.ts';
import { isFiltered } from '../api.ts';
import { countedOf } from '../graph/counted.ts';
import { stanceOf, textOf } from '../graph/model.ts';
import { groupByOrigin } from '../graph/origin-groups.ts';
import { dataset, isForeign } from '../state/data.ts';
import { evidence } from '../state/details.ts';
import { selectedEdge } from '../state/selection.ts';
import { asOf, evidenceFilter } from '../state/view.ts';
import { formatDate, sentenceCase } from '../text/format.ts';
import { originsInFigures, readIn, sourcesInWords, withdrawals } from '../text/origins.ts';
import { edgeSentence } from '../text/sentences.ts';
import { propertyLabel, relationWords, stanceTitle } from '../text/words.ts';
import { Empty, FailureCard, Progress, Properties, Sentence } from '../ui/basics.tsx';
import { StanceMark } from '../ui/marks.tsx';
import { OriginBadge } from '../ui/OriginBadge.tsx';
import { AssertionCard } from './AssertionCard.tsx';
import { articleNotes, Contradicted, namerOf, OriginNotes } from './EdgeNotes.tsx';
import { OriginGroups } from './OriginGroups.tsx';
import { PlaceCard } from './PlaceCard.tsx';
import { propertyRows } from './property-rows.tsx';
import { SpreadSection } from './Spread.tsx';
import { WatchThis } from './watches/WatchThis.tsx';

/** On how many origins it rests and where that was read, when, and what a stated relation says of itself. */
function facts(found: Evidence) {
  const { edge, origins: counts, derivation } = found;
  const counted = countedOf(edge);
  const first = textOf(edge, 'first');
  const last = textOf(edge, 'last');
  const time =
    first && last ? (first === last ? formatDate(first) : `${formatDate(first)} – ${formatDate(last)}`) : undefined;
  const others = ['title', 'role', 'from', 'to'].flatMap((name) => {
    const text = textOf(edge, name);
    return text ? [[propertyLabel(name), name === 'from' || name === 'to' ? formatDate(text) : text] as const] : [];
  });
  const origins = counted && (
    <>
      <OriginBadge
        of={counted}
        origins={derivation?.origins.map(({ title }) => title) ?? []}
        withdrawn={counts ? withdrawals(counts, namerOf(found)) : []}
      />{' '}
      {originsInFigures(counted)}
    </>
  );
  return [
    ...(counted ? [['Origins', origins] as const, ['Read in', readIn(counted)] as const] : []),
    ...(counted && counted.originsMax > 0 ? [['Sources', sourcesInWords(counted)] as const] : []),
    ...(time ? [['Published', time] as const] : []),
    ...others,
  ];
}

/** Whether anything supports or states it under the filter: without that, the server sends an edge without properties. */
const isThere = ({ edge, assertions, places }: Evidence): boolean =>
  Object.keys(edge.properties).length > 0 || assertions.length + places.length > 0;

/** What is said of the relation, under the filter where there is one. */
function Said({ found }: { found: Evidence }) {
  const { edge, source, target } = found;
  const filtered = isFiltered(evidenceFilter.value);
  if (!isThere(found) && filtered) {
    const does = edge.derived ? 'supports' : 'states';
    const day = asOf.value;
    return (
      <p class="sentence">
        {day === null
          ? `Nothing that counts at the moment ${does} this.`
          : `Nothing published by ${formatDate(day)} that counts ${does} this.`}
      </p>
    );
  }
  return (
    <>
      <Sentence parts={edgeSentence(edge, source, target)} />
      {filtered && (
        <p class="rail-note">
          {asOf.value === null
            ? 'Counted is only what passes the filter of articles and sources.'
            : `Counted is what was published by ${formatDate(asOf.value)}.`}
        </p>
      )}
    </>
  );
}

/** The assertions of a relation that is no derived edge, such as that of an assertion to its claim. */
const Assertions = ({ found }: { found: Evidence }) => (
  <section class="relations">
    <h3>
      Assertions <span class="tally">{found.assertions.length}</span>
    </h3>
    {found.assertions.length === 0 && (
      <Empty title="No assertion is kept for this relation">
        It is stated as background, in a report or in the shared entities; reports that assert it would appear here.
      </Empty>
    )}
    {found.assertions.map((assertion) => (
      <AssertionCard key={assertion.key} assertion={assertion} showClaim />
    ))}
  </section>
);

function Body({ found }: { found: Evidence }) {
  const { edge, source, target, assertions, places } = found;
  const stance = stanceOf(edge);
  const grouped = groupByOrigin(found, articleNotes(found));
  const rows = facts(found);
  const bare = assertions.length === 0 && places.length === 0;
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
      {edge.derived && (
        <p class="watch-these">
          <WatchThis watches={{ kind: 'edge', edge: edge.key }} what="relation" />
          {stance && <WatchThis watches={{ kind: 'question', holder: source.key, plan: target.key }} what="question" />}
        </p>
      )}
      <OriginNotes found={found} />
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
      {edge.derived && <OriginGroups found={found} grouped={grouped} />}
      {!edge.derived && (assertions.length > 0 || (bare && isThere(found))) && <Assertions found={found} />}
      <Contradicted found={found} />
      {edge.derived && <SpreadSection of={{ edge: edge.key }} id={edge.key} />}
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
