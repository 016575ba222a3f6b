// What the legend lists: the types of nodes and relations on the canvas now, how many of each, and what they can be labelled by.
import { computed } from '@preact/signals';
import { relationTypesOf, typesOf } from '../text/shown-types.ts';
import { dataset, meta, shown } from './data.ts';
import { propertyChoices } from './filters/properties.ts';

/** The types of nodes on the canvas, the most frequent first. */
export const shownTypes = computed(() => typesOf(shown.value.nodes));
/** The types of relations on the canvas, the most frequent first. */
export const shownRelations = computed(() => relationTypesOf(shown.value.edges));

const choices = computed(() => propertyChoices(dataset.value));

/** The properties that the loaded nodes or relations of a type have. */
export const propertiesOf = (on: 'node' | 'relation', type: string): string[] =>
  choices.value.filter((one) => one.on === on && one.type === type).map(({ name }) => name);

/** Several properties that name the nodes of a label of another model together, as the server proposes them. */
export const proposedCaptions = (type: string): readonly (readonly string[])[] =>
  (meta.value?.labels.find(({ label }) => label === type)?.captions ?? []).filter(({ length }) => length > 1);
