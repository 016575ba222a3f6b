// The brief: on what, in which format, and its text for the clipboard and the disk.
import { computed, signal } from '@preact/signals';
import { addressOf, api, filterQuery, type Query } from '../api.ts';
import { plansByStances } from '../graph/model.ts';
import { withProgress } from './actions.ts';
import { dataset, main } from './data.ts';
import { download } from './download.ts';
import { notify } from './notices.ts';
import { dataVersion } from './resource.ts';
import { evidenceFilter } from './view.ts';

export type BriefFormat = 'md' | 'html';

/** The plan that was chosen; null: the main one. */
const chosenPlan = signal<string | null>(null);
/** Only the positions of this actor, or null. */
export const briefHolder = signal<{ key: string; name: string } | null>(null);
/** The organization whose silent members are named, or null. */
export const briefAmong = signal<string | null>(null);

export const briefPlans = computed(() => plansByStances(dataset.value).filter(({ stances }) => stances > 0));
export const briefPlan = computed(() => {
  const there = briefPlans.value.some(({ key }) => key === chosenPlan.value);
  return there ? chosenPlan.value : (main.value ?? null);
});
export const choosePlan = (key: string): void => {
  chosenPlan.value = key;
};

const query = (format: BriefFormat): Query => ({
  plan: briefPlan.value,
  holder: briefHolder.value?.key,
  among: briefAmong.value,
  format,
  ...filterQuery(evidenceFilter.value),
});

/** Where the brief is as a page, and of which state of the data it tells; undefined where there is nothing to write about. */
export const briefPage = computed(() =>
  briefPlan.value === null ? undefined : { address: addressOf('briefs', query('html')), version: dataVersion.value },
);

const fetched = (format: BriefFormat) => withProgress('Writing the brief', () => api.brief(query(format)));

/** Copies the Markdown. */
export async function copyBrief(): Promise<void> {
  const text = await fetched('md');
  if (text === undefined) return;
  try {
    await navigator.clipboard.writeText(text);
    notify('The brief is copied as Markdown.');
  } catch {
    notify('The browser does not allow copying here. Download the Markdown instead.', 'problem');
  }
}

/** Keeps the brief as a file of the browser's downloads. */
export async function keepBrief(format: BriefFormat): Promise<void> {
  const text = await fetched(format);
  if (text === undefined) return;
  const type = format === 'md' ? 'text/markdown' : 'text/html';
  const fileName = `brief-${(briefPlan.value ?? '').replace(/^[^:]*:/, '')}.${format}`;
  download(fileName, new Blob([text], { type: `${type};charset=utf-8` }));
}
