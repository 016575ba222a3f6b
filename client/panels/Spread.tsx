// The spread of what is selected: who said it first, who followed, and from whom, on a small time axis.
import { useEffect } from 'preact/hooks';
import type { Spread } from '../../server/schema/comparison.ts';
import type { SpreadOf } from '../api.ts';
import { focusedAssertion } from '../state/details.ts';
import { selectArticle } from '../state/selection.ts';
import { planSpread, type SpreadPlan, spread, spreadOf } from '../state/spread.ts';
import { formatDate, listNames } from '../text/format.ts';
import { modeWords } from '../text/words.ts';
import { FailureCard, Progress } from '../ui/basics.tsx';
import { dateOf, outletOf } from './AssertionCard.tsx';

const rowHeight = 28;
const axisWidth = 112;
/** The axis takes a part of its own, so that no name covers an arrow; undated ones stand at its right end. */
const placeOf = (at: number | null): number => (at === null ? axisWidth - 6 : 8 + at * (axisWidth - 32));

/** The day that its place on the axis stands for; "by" where it may have been earlier, "from" where later. */
function dayOf({ day, article: { publishedFrom, publishedTo } }: Spread['steps'][number]): string {
  if (day === null) return 'undated';
  const words = formatDate(day.slice(0, 10));
  if (publishedFrom === publishedTo) return words;
  return `${publishedTo === null ? 'from' : 'by'} ${words}`;
}

function Arrows({ plan }: { plan: SpreadPlan }) {
  const height = plan.dots.length * rowHeight;
  const x = (index: number) => placeOf(plan.dots[index]?.at ?? null);
  const y = (index: number) => index * rowHeight + rowHeight / 2;
  return (
    <svg class="spread-lines" width={axisWidth} height={height} aria-hidden="true">
      <defs>
        <marker id="spread-head" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto">
          <path d="M0 0 6 3 0 6Z" />
        </marker>
      </defs>
      {plan.ticks.map(({ at, day }) => (
        <line key={day} class="spread-tick" x1={placeOf(at)} x2={placeOf(at)} y1="0" y2={height} />
      ))}
      {plan.arrows.map(({ from, to }) => {
        const down = to > from ? 1 : -1;
        const end = y(to) - down * 6;
        return (
          <path
            key={`${from} ${to}`}
            class="spread-arrow"
            marker-end="url(#spread-head)"
            d={`M${x(from)} ${y(from) + down * 5} C${x(from)} ${end} ${x(to)} ${y(from)} ${x(to)} ${end}`}
          />
        );
      })}
    </svg>
  );
}

function Steps({ steps }: { steps: Spread['steps'] }) {
  const plan = planSpread(steps);
  const name = (key: string) => {
    const article = steps.find((step) => step.article.key === key)?.article;
    return article ? outletOf(article) : key;
  };
  const relayed = new Set(plan.arrows.map(({ to }) => to));
  return (
    <div class="spread">
      <div class="spread-axis">
        <Arrows plan={plan} />
        {plan.dots.map(({ key, at }, index) => (
          <span
            key={key}
            class={`spread-dot${relayed.has(index) ? ' follows' : ''}${at === null ? ' undated' : ''}`}
            style={{ left: `${placeOf(at)}px`, top: `${index * rowHeight + rowHeight / 2}px` }}
            aria-hidden="true"
          />
        ))}
      </div>
      <ol class="spread-steps">
        {steps.map((step) => {
          const mode = modeWords(step.mode);
          const from = step.relays.map(name);
          return (
            <li key={step.article.key}>
              <button
                type="button"
                class="link"
                title={`${step.article.title ?? outletOf(step.article)}, ${dateOf(step.article)}`}
                onClick={() => {
                  focusedAssertion.value = step.assertions[0] ?? null;
                  selectArticle(step.article.key);
                }}
              >
                {outletOf(step.article)}
              </button>{' '}
              <span class="relation-note">
                {dayOf(step)}
                {step.first && <strong> · first</strong>}
                {mode && ` · ${mode.toLowerCase()}`}
                {from.length > 0 && <span class="visually-hidden">, has it from {listNames(from)}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Folded at first; opening it asks the server. */
export function SpreadSection({ of, id }: { of: SpreadOf; id: string }) {
  useEffect(
    () => () => {
      spreadOf.value = null;
    },
    [id],
  );
  const open = spreadOf.value !== null && JSON.stringify(spreadOf.value) === JSON.stringify(of);
  const status = spread.status.value;
  return (
    <details
      class="relations"
      open={open}
      onToggle={(event) => {
        const opened = (event.target as HTMLDetailsElement).open;
        if (opened !== open) spreadOf.value = opened ? of : null;
      }}
    >
      <summary>
        <h3>Who said it first, who followed</h3>
      </summary>
      {open && status.state === 'loading' && <Progress what="Following it back" stop={spread.stop} />}
      {open && status.state === 'failed' && <FailureCard failure={status.failure} retry={spread.retry} />}
      {open && status.state === 'ready' && (
        <>
          {status.value.steps.length === 0 ? (
            <p class="rail-note">No article that counts says it.</p>
          ) : (
            <Steps steps={status.value.steps} />
          )}
          <p class="rail-note">Earliest first; an arrow leads from an article to one that has it from there.</p>
        </>
      )}
    </details>
  );
}
