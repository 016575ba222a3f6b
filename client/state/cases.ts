// Cases: the investigations of this installation, each a set of articles; choosing one, making, changing, removing.
import { computed, effect, signal } from '@preact/signals';
import type { CaseView } from '../../server/schema/curation.ts';
import { api, failureOf, sentencesOf } from '../api.ts';

import { slugOf } from '../text/slug.ts';
import { withProgress } from './actions.ts';
import { isForeign, loading } from './data.ts';
import { refresh } from './load.ts';
import { notify } from './notices.ts';
import { caseArticles } from './replay.ts';
import { resource } from './resource.ts';
import { changeEvidence, evidenceFilter } from './view.ts';

const wanted = signal<true | undefined>(undefined);
const list = resource(wanted, (_, signal) => api.cases(signal), true);

export const cases = computed<readonly CaseView[]>(() => {
  const status = list.status.value;
  if (status.state === 'ready') return status.value.cases;
  return status.state === 'loading' ? (status.previous?.cases ?? []) : [];
});
export const chosenCase = computed(() => cases.value.find(({ key }) => key === evidenceFilter.value.case));

/** What the dialog shows: the list, or one case being made or changed. */
export type CaseDraft = { key: string | null; name: string; description: string; articles: ReadonlySet<string> };
export const casesOpen = signal(false);
export const draft = signal<CaseDraft | null>(null);

export function chooseCase(key: string | null): void {
  if (key === evidenceFilter.value.case) return;
  const name = cases.value.find((one) => one.key === key)?.name;
  changeEvidence(key === null ? 'look at all articles' : `open the case ${name ?? key}`, { case: key });
}

/** A key for a new case: readable, and of none that there is. */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name, 60) || 'case';
  for (let number = 1; ; number++) {
    const key = `case:${slug}${number === 1 ? '' : `-${number}`}`;
    if (!taken.has(key)) return key;
  }
}

/** Keeps a case; the words of what is wrong with it, or undefined. */
export async function saveCase(of: CaseDraft): Promise<string | undefined> {
  const name = of.name.trim();
  if (name === '') return 'Give it a name.';
  if (of.articles.size === 0) return 'Choose at least one article.';
  const key = of.key ?? keyFor(name, new Set(cases.value.map((one) => one.key)));
  const description = of.description.trim();
  try {
    await api.putCase(key, {
      name,
      ...(description === '' ? {} : { description }),
      articles: [...of.articles].sort(),
    });
  } catch (error) {
    return sentencesOf(failureOf(error));
  }
  draft.value = null;
  list.retry();
  notify(`Kept: ${name}, with ${of.articles.size === 1 ? 'one article' : `${of.articles.size} articles`}.`);
  if (evidenceFilter.value.case === key) await withProgress('Fetching what has changed', refresh);
  else chooseCase(key);
  return undefined;
}

export async function removeCase(of: CaseView): Promise<void> {
  const report = await withProgress(`Removing the case ${of.name}`, () => api.removeCase(of.key));
  if (!report) return;
  if (evidenceFilter.value.case === of.key) evidenceFilter.value = { ...evidenceFilter.value, case: null };
  list.retry();
  notify(`The case ${of.name} is removed; its articles stay.`);
}

/** Loads the cases, and tells the time axis which articles the chosen one collects. Called once, when the page starts. */
export function startCases(): () => void {
  const stops = [
    effect(() => {
      wanted.value = loading.value.state === 'ready' && !isForeign.value ? true : undefined;
    }),
    effect(() => {
      caseArticles.value = chosenCase.value ? new Set(chosenCase.value.articles) : null;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
