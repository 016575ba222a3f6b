// What if something were not there: articles, outlets and sources that are left out, and putting them back.
import { computed, effect, signal } from '@preact/signals';
import { api } from '../api.ts';
import { articles, dataset } from './data.ts';
import { notify } from './notices.ts';
import { clearSelection } from './selection.ts';
import { changeEvidence, evidenceFilter } from './view.ts';
import { noFilter } from './view-url.ts';

/** Names of what was left out, since the graph without it no longer knows them. */
const names = signal<ReadonlyMap<string, string>>(new Map());

const known = (key: string): string | undefined => {
  const article = articles.value.find((one) => one.key === key);
  return names.value.get(key) ?? dataset.value.nodes.get(key)?.name ?? article?.title ?? article?.outlet?.name;
};

/** What is left out, by name. */
export const leftOut = computed(() =>
  [...evidenceFilter.value.without]
    .map((key) => ({ key, name: known(key) ?? key }))
    .sort((a, b) => (a.name === b.name ? (a.key < b.key ? -1 : 1) : a.name < b.name ? -1 : 1)),
);

/** Takes an article, an outlet or a source out of what counts; the panel then shows what that changes. */
export function leaveOut(key: string, name: string): void {
  if (evidenceFilter.value.without.has(key)) return;
  names.value = new Map([...names.value, [key, name]]);
  changeEvidence(`leave out ${name}`, { without: new Set([...evidenceFilter.value.without, key]) });
  clearSelection();
  notify(`Left out: ${name}. Ctrl+Z puts it back.`);
}

export function putBack(key: string): void {
  const without = new Set([...evidenceFilter.value.without].filter((one) => one !== key));
  changeEvidence(`put back ${known(key) ?? key}`, { without });
}

export const putAllBack = (): void => changeEvidence('put everything back', { without: new Set() });

/** Asks for the names that an address leaves out by key alone. Called once, when the page starts. */
export function startNaming(): () => void {
  const asked = new Set<string>();
  return effect(() => {
    for (const key of evidenceFilter.value.without) {
      if (asked.has(key) || known(key) !== undefined) continue;
      asked.add(key);
      api.node(key, noFilter).then(
        ({ node }) => {
          names.value = new Map([...names.peek(), [key, node.name]]);
        },
        // Without a name its key stands in the bar; that it is unknown, the graph's own request says.
        () => undefined,
      );
    }
  });
}
