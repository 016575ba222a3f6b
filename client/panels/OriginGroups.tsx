// The origins of an edge: each with what it hangs on, its chain as a small graph, and the quotations that rest on it.
import type { AssertionView, Evidence } from '../../server/schema/view.ts';
import type { Grouped, OriginGroup } from '../graph/origin-groups.ts';
import type { TrailLink } from '../graph/trails.ts';
import { focusedAssertion } from '../state/details.ts';
import { selectArticle } from '../state/selection.ts';
import { count } from '../text/format.ts';
import { groupTitle } from '../text/origin-titles.ts';
import { AssertionCard } from './AssertionCard.tsx';
import { DerivationGraph } from './DerivationGraph.tsx';

const most = 6;

/** Every link of a drawing in words, with the passage that says so and the way to its place. */
function Links({ group }: { group: OriginGroup }) {
  const { nodes, links } = group.trail;
  const name = (key: string) => nodes.find((node) => node.key === key)?.name ?? key;
  const told = links.filter((link) => link.how !== null || link.quote !== null);
  if (told.length === 0) return null;
  const verb: Readonly<Record<TrailLink['kind'], string>> = {
    relays: 'relays',
    republishes: 'prints',
    attributed: 'has it from',
  };
  return (
    <details class="more links-said">
      <summary>{count(told.length, 'link')} in words</summary>
      <ul>
        {told.map((link, index) => (
          <li key={index}>
            {name(link.source)} {verb[link.kind]} {name(link.target)}
            {link.how && (
              <>
                : <q class="words">{link.how}</q>
              </>
            )}
            {link.quote && link.quote !== link.how && <blockquote class="words">{link.quote}</blockquote>}{' '}
            {link.assertion !== null && (
              <button
                type="button"
                class="link"
                onClick={() => {
                  focusedAssertion.value = link.assertion;
                  selectArticle(link.source);
                }}
              >
                Open the article
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Cards newest first; beyond a few, and those that are known through others only, behind a fold. */
function Quotations({ assertions, showClaim }: { assertions: readonly AssertionView[]; showClaim: boolean }) {
  const said = assertions.filter((one) => !one.reconstructed);
  const others = assertions.filter((one) => one.reconstructed);
  const cards = (list: readonly AssertionView[]) =>
    list.map((one) => <AssertionCard key={one.key} assertion={one} showClaim={showClaim} inOrigin />);
  return (
    <>
      {cards(said.slice(0, most))}
      {said.length > most && (
        <details class="more">
          <summary>{count(said.length - most, 'more quotation')}</summary>
          {cards(said.slice(most))}
        </details>
      )}
      {others.length > 0 && (
        <details class="more">
          <summary>{count(others.length, 'assertion')} of articles that are known through these only</summary>
          {cards(others)}
        </details>
      )}
    </>
  );
}

function Group({ group, index, showClaim }: { group: OriginGroup; index: number; showClaim: boolean }) {
  const title = groupTitle(group);
  const read = new Set(group.assertions.filter((one) => one.article.held).map((one) => one.article.key)).size;
  return (
    <section class="origin" aria-label={`Origin ${index + 1}: ${title.name}`}>
      <h4>
        <span class="origin-number" aria-hidden="true">
          {index + 1}
        </span>
        {title.name}
      </h4>
      <p class="origin-note">{[count(read, 'article'), title.note].filter(Boolean).join(' · ')}</p>
      <DerivationGraph trail={group.trail} />
      <Links group={group} />
      <Quotations assertions={group.assertions} showClaim={showClaim} />
    </section>
  );
}

/** Lists of assertions that are no support, each under what makes them so. */
function Apart({ title, note, list }: { title: string; note: string; list: readonly AssertionView[] }) {
  return list.length === 0 ? null : (
    <section class="relations apart">
      <h3>
        {title} <span class="tally">{list.length}</span>
      </h3>
      <p class="rail-note">{note}</p>
      {list.map((one) => (
        <AssertionCard key={one.key} assertion={one} showClaim />
      ))}
    </section>
  );
}

/** Why an assertion does not count, in words. */
function reasons(list: readonly AssertionView[], origins: Evidence['origins']): string {
  const retracted = origins?.retracted ?? [];
  const corrected = origins?.corrected.map(({ article }) => article) ?? [];
  const accepted = list.filter((one) => one.review === 'accepted').map((one) => one.article.key);
  const others = accepted.some((key) => !retracted.includes(key) && !corrected.includes(key));
  const found = [
    list.some((one) => one.review === 'proposed') && 'not yet reviewed',
    list.some((one) => one.review === 'rejected') && 'rejected on review',
    accepted.some((key) => retracted.includes(key)) && 'in a retracted article',
    accepted.some((key) => corrected.includes(key)) && 'in an article that was corrected',
    others && retracted.length + corrected.length > 0 && 'resting on what was withdrawn',
    others &&
      retracted.length + corrected.length === 0 &&
      'in an article that is revised, or left out by what counts at the moment',
  ];
  return `They are ${found.filter((one) => one !== false).join(', or ')}.`;
}

export function OriginGroups({ found, grouped }: { found: Evidence; grouped: Grouped }) {
  const { origins, against, notNow, uncounted } = grouped;
  const claims = new Set(found.assertions.map((assertion) => assertion.claim.key));
  const showClaim = claims.size > 1;
  return (
    <>
      {origins.length > 0 && (
        <section class="relations origins">
          <h3>
            {origins.length === 1 ? 'Where it comes from' : 'Where it comes from, by origin'}{' '}
            <span class="tally">{origins.length}</span>
          </h3>
          <p class="rail-note">
            A thick frame: what the origin hangs on. A broken one: an article that is not held, or a source not
            identified.
          </p>
          {origins.map((group, index) => (
            <Group key={group.key} group={group} index={index} showClaim={showClaim} />
          ))}
        </section>
      )}
      <Apart title="Denied or questioned" note="These speak against it." list={against} />
      <Apart title="Not as held now" note="These support no position held now, so they make no line." list={notNow} />
      <Apart title="Not counted" note={reasons(uncounted, found.origins)} list={uncounted} />
    </>
  );
}
