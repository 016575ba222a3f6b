// What the legend lists: the types of nodes and relations on the canvas now, how many of each, and what they can be labelled by.
import { computed } from '@preact/signals';
import type { EdgeView } from '../../server/schema/view.ts';
import { typeOf } from '../graph/model.ts';
import { dataset, meta, shown } from './data.ts';
import { propertyChoices } from './filters/properties.ts';

export interface ShownType {
  type: string;
  count: number;
}
export interface ShownRelation extends ShownType {
  /** One of them without its counts, to draw its line by. */
  sample: EdgeView;
}

const byCount = (a: ShownType, b: ShownType): number => b.count - a.count || (a.type < b.type ? -1 : 1);

/** The types of nodes on the canvas, the most frequent first. */
export const shownTypes = computed<readonly ShownType[]>(() => {
  const counts = new Map<string, number>();
  for (const node of shown.value.nodes) counts.set(typeOf(node), (counts.get(typeOf(node)) ?? 0) + 1);
  return [...counts].map(([type, count]) => ({ type, count })).sort(byCount);
});

/** The types of relations on the canvas, the most frequent first. */
export const shownRelations = computed<readonly ShownRelation[]>(() => {
  const found = new Map<string, ShownRelation>();
  for (const edge of shown.value.edges) {
    const known = found.get(edge.type);
    if (known) known.count++;
    else found.set(edge.type, { type: edge.type, count: 1, sample: { ...edge, properties: {} } });
  }
  return [...found.values()].sort(byCount);
});

const choices = computed(() => propertyChoices(dataset.value));

/** The properties that the loaded nodes or relations of a type have. */
export const propertiesOf = (on: 'node' | 'relation', type: string): string[] =>
  choices.value.filter((one) => one.on === on && one.type === type).map(({ name }) => name);

/** Several properties that name the nodes of a label of another model together, as the server proposes them. */
export const proposedCaptions = (type: string): readonly (readonly string[])[] =>
  (meta.value?.labels.find(({ label }) => label === type)?.captions ?? []).filter(({ length }) => length > 1);
