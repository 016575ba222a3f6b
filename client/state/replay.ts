// Plays through the days on which articles appeared: the graph as it was known on each, and what that day brought.
import { batch, computed, effect, signal } from '@preact/signals';
import { axisOf, step } from '../text/timeline.ts';
import { articles } from './data.ts';
import { graphOf } from './graphs.ts';
import { asOf, evidenceFilter, since } from './view.ts';

/** Milliseconds that each day stands still. */
const pace = 1600;

/** Held articles that count whatever the day: what the time axis is made of. */
export const datedArticles = computed(() => {
  const { without } = evidenceFilter.value;
  return articles.value.filter(
    (article) =>
      article.held &&
      !without.has(article.key) &&
      !(article.outlet && without.has(article.outlet.key)) &&
      (caseArticles.value?.has(article.key) ?? true),
  );
});
/** The articles of the chosen case; null where none is chosen. Set where the cases are loaded. */
export const caseArticles = signal<ReadonlySet<string> | null>(null);
export const axis = computed(() =>
  axisOf(datedArticles.value.map((article) => article.publishedTo ?? article.publishedFrom)),
);

export const playing = signal(false);
let turn = 0;

/** Shows a day beside the one before it, so that what it brought stands out; null: all dates, compared with nothing. */
export function goTo(day: string | null): void {
  batch(() => {
    if (day !== asOf.peek()) evidenceFilter.value = { ...evidenceFilter.peek(), asOf: day };
    since.value = day === null ? null : (step(axis.peek(), day, -1) ?? null);
  });
}

/** The day after or before the present one; past the last there are all dates, before the first there is nothing. */
export function stepDay(direction: 1 | -1): void {
  pause();
  const next = nextDay(direction);
  if (next !== undefined) goTo(next);
}

function nextDay(direction: 1 | -1): string | undefined {
  const days = axis.peek().days;
  const now = asOf.peek();
  if (now === null) return direction === 1 ? days[0]?.day : days.at(-1)?.day;
  return step(axis.peek(), now, direction);
}

export function pause(): void {
  turn++;
  playing.value = false;
}

/** Plays from the present day, or from the first where that is the last; stops on the last day. */
export function play(): void {
  const mine = ++turn;
  const days = axis.peek().days;
  const last = days.at(-1)?.day;
  if (last === undefined) return;
  playing.value = true;
  const now = asOf.peek();
  const next = now === null || now >= last ? days[0]?.day : step(axis.peek(), now, 1);
  void run(mine, next);
}

async function run(mine: number, first: string | undefined): Promise<void> {
  let day = first;
  while (day !== undefined && mine === turn) {
    goTo(day);
    const following = step(axis.peek(), day, 1);
    try {
      await graphOf(evidenceFilter.peek());
      if (following !== undefined) void graphOf({ ...evidenceFilter.peek(), asOf: following }).catch(() => undefined);
    } catch {
      // The graph itself says what went wrong; a replay over it would only say it again.
      break;
    }
    day = following;
    if (day !== undefined) await new Promise((resolve) => setTimeout(resolve, pace));
  }
  if (mine === turn) playing.value = false;
}

/** Stops playing when somebody goes to another day. Called once, when the page starts. */
export function startReplay(): () => void {
  return effect(() => {
    if (asOf.value === null && playing.peek()) pause();
  });
}
