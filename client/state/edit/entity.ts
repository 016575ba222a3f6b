// An entity as a form holds it: a new one, or one with other names and facts than before.
import { batch, computed, effect, signal } from '@preact/signals';
import type { ChangeReport, EntityChangeBody } from '../../../server/schema/changes.ts';
import type { EntityType } from '../../../server/schema/key.ts';
import type { NodeView } from '../../../server/schema/view.ts';
import { api, type Failure, failureOf, sentencesOf } from '../../api.ts';
import { workApi } from '../../api-work.ts';
import { nameOf } from '../data.ts';
import { by } from '../decide.ts';
import { refreshAll } from '../load.ts';
import { freshly, resource } from '../resource.ts';
import { noFilter } from '../view-url.ts';
import { edited, editOpen } from '../work.ts';
import type { Chosen } from './claim-form.ts';
import { allTypes, newKey } from './entities.ts';
import { changedPlaces, meanwhile, meanwhileWords, tellMeanwhile } from './meanwhile.ts';

/** The members of each type beside those that all have. */
export const ownMembers: Readonly<Record<EntityType, readonly OwnMember[]>> = {
  Person: [],
  Country: ['iso2'],
  Organization: ['url'],
  Group: [],
  Outlet: ['url', 'owner', 'country'],
  Plan: ['proposedOn'],
  Event: ['on', 'precision'],
};
export type OwnMember = 'iso2' | 'url' | 'owner' | 'country' | 'proposedOn' | 'on' | 'precision';

export interface EntityForm {
  /** null for a new one. */
  key: string | null;
  type: EntityType;
  name: string;
  /** One a line. */
  aliases: string;
  description: string;
  own: Partial<Record<Exclude<OwnMember, 'country'>, string>>;
  country: Chosen | null;
}

const wanted = computed(() =>
  editOpen.value && edited.value?.kind === 'entity' && edited.value.key !== null ? edited.value.key : undefined,
);
/** The version is asked for first: what is changed between the two is then told, and not written over. */
export const editedNode = resource(wanted, async (key, signal) => {
  const { version } = await workApi.entity(key, signal);
  return { ...(await api.node(key, noFilter, signal)), version };
});
/** The version that the form is of; null of a new entity. */
let readVersion: string | null = null;
/** Keys of entities that others made since the page knew of all. */
const takenKeys = new Set<string>();

export const entityForm = signal<EntityForm | null>(null);
/** What is wrong, by the member. */
export const entityFaults = signal<Readonly<Record<string, string>>>({});
export const entityProblem = signal('');
export const entityBusy = signal(false);
export const entityWhy = signal('');
export const entityReport = signal<{ report: ChangeReport; key: string; name: string } | null>(null);

const empty: EntityForm = { key: null, type: 'Person', name: '', aliases: '', description: '', own: {}, country: null };

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export function formOfNode({ key, labels, name, properties }: NodeView): EntityForm {
  const type = allTypes.find((one) => labels.includes(one)) ?? 'Person';
  const aliases = Array.isArray(properties.aliases) ? properties.aliases.map(String) : [];
  const country = textOf(properties.country);
  const own = Object.fromEntries(
    ownMembers[type].filter((member) => member !== 'country').map((member) => [member, textOf(properties[member])]),
  );
  return {
    ...{ key, type, name, aliases: aliases.join('\n'), description: textOf(properties.description), own },
    country: country === '' ? null : { key: country, name: nameOf(country) },
  };
}

/** The entity as the server takes it. */
export function entityOf(form: EntityForm): Record<string, unknown> & { key: string } {
  const aliases = form.aliases
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const own = ownMembers[form.type]
    .map(
      (member) => [member, member === 'country' ? (form.country?.key ?? '') : (form.own[member] ?? '').trim()] as const,
    )
    .filter(([, value]) => value !== '');
  return {
    type: form.type,
    key: form.key ?? newKey(form.type, form.name, (key) => takenKeys.has(key)),
    name: form.name.trim(),
    ...(aliases.length > 0 && { aliases: [...new Set(aliases)] }),
    ...(form.description.trim() !== '' && { description: form.description.trim() }),
    ...Object.fromEntries(own),
  };
}

/** The member that a fault is at: the last part of its pointer that is one. */
export function memberOf(pointer: string): string | undefined {
  const known = [
    'name',
    'aliases',
    'description',
    'iso2',
    'url',
    'owner',
    'country',
    'proposedOn',
    'on',
    'precision',
    'by',
  ];
  return pointer
    .split('/')
    .reverse()
    .find((part) => known.includes(part));
}

/** What stands by now is fetched, so that what is sent next is over that; a new one whose key is taken gets another. */
async function takeUpChanges(failure: Failure, key: string): Promise<void> {
  if (entityForm.peek()?.key === null) {
    takenKeys.add(key);
    const words = 'Nothing of yours was saved yet: save again to make yours beside it, with a key of its own.';
    meanwhile.value = { words: `${meanwhileWords(failure)} ${words}`, shows: 'mine', swap: null };
    return;
  }
  const now = await freshly(editedNode);
  if (now === undefined) return;
  readVersion = now.version;
  tellMeanwhile(failure, entityForm, formOfNode(now.node));
}

export async function saveEntity(): Promise<boolean> {
  const form = entityForm.peek();
  if (form === null || entityBusy.peek()) return false;
  const missing = {
    ...(form.name.trim() === '' && { name: 'Say what it is called.' }),
    ...(by.peek().trim() === '' && { by: 'Say who decides.' }),
  };
  entityFaults.value = missing;
  entityProblem.value = '';
  meanwhile.value = null;
  if (Object.keys(missing).length > 0) return false;
  const entity = entityOf(form);
  const why = entityWhy.peek().trim();
  entityBusy.value = true;
  try {
    const body = {
      ...{ entity, by: by.peek().trim(), version: readVersion },
      ...(why === '' ? {} : { why }),
    } as unknown as EntityChangeBody;
    const report = await workApi.changeEntity(entity.key, body);
    await refreshAll();
    entityReport.value = { report, key: entity.key, name: form.name.trim() };
    return true;
  } catch (error) {
    const failure = failureOf(error);
    if (changedPlaces(failure).length > 0) {
      await takeUpChanges(failure, entity.key);
      return false;
    }
    const faults: Record<string, string> = {};
    const rest: string[] = [];
    for (const { pointer = '', reason } of failure.errors ?? []) {
      const member = memberOf(pointer);
      if (member === undefined) rest.push(`${pointer}: ${reason}`);
      else faults[member] = reason;
    }
    batch(() => {
      entityFaults.value = faults;
      entityProblem.value = Object.keys(faults).length === 0 ? sentencesOf(failure) : rest.join('. ');
    });
    return false;
  } finally {
    entityBusy.value = false;
  }
}

function fill({ node, version }: { node: NodeView; version: string | null }): void {
  readVersion = version;
  entityForm.value = formOfNode(node);
}

// The form is filled once the entity is there; what was typed is not written over by what comes later.
effect(() => {
  const of = edited.value;
  if (!editOpen.value || of?.kind !== 'entity') {
    batch(() => {
      entityForm.value = null;
      entityFaults.value = {};
      entityProblem.value = '';
      entityWhy.value = '';
      entityReport.value = null;
      meanwhile.value = null;
    });
    readVersion = null;
    return;
  }
  const status = editedNode.status.value;
  if (entityForm.peek() !== null) return;
  if (of.key === null) entityForm.value = empty;
  else if (status.state === 'ready' && status.value.node.key === of.key) fill(status.value);
});
