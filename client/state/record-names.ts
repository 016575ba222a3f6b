// What the page calls a record in a sentence: by what it knows of it, and never by a key that says nothing.
import { computed } from '@preact/signals';
import { articleTitle, namelessWords, withoutTurns } from '../text/titles.ts';
import { articles, dataset } from './data.ts';

const titles = computed(() => new Map(articles.value.map((one) => [one.key, articleTitle(one)])));

/** The name of a node, the title of an article, or what kind of record it is; a key of another kind is itself. */
export const shownName = (key: string): string =>
  withoutTurns(dataset.value.nodes.get(key)?.name ?? titles.value.get(key) ?? namelessWords(key) ?? key);
