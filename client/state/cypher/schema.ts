// What is in the connected database: for completion, and for the schema view.
import { computed } from '@preact/signals';
import { api } from '../../api.ts';
import { loading } from '../data.ts';
import { resource } from '../resource.ts';
import { tab } from '../view.ts';

export const schema = resource(
  computed(() => (loading.value.state === 'ready' && tab.value === 'cypher' ? 'schema' : undefined)),
  (_, abort) => api.schema(abort),
  true,
);

/** The last answer, also while another is on its way; undefined before the first. */
export const knownSchema = computed(() => {
  const status = schema.status.value;
  if (status.state === 'ready') return status.value;
  return status.state === 'loading' ? status.previous : undefined;
});
