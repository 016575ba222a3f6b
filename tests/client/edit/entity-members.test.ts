// The form of an entity has a field for each member that the schema knows of its type.
import { expect, it } from 'vitest';
import { ownMembers } from '../../../client/state/edit/entity.ts';
import { Entity } from '../../../server/schema/entity.ts';

const ofAll = ['type', 'key', 'name', 'aliases', 'description', 'mentions'];

it.each(Entity.options.map(({ shape }) => [shape.type.value, Object.keys(shape)] as const))(
  'of the type %s',
  (type, members) => {
    expect([...ownMembers[type]].sort()).toEqual(members.filter((member) => !ofAll.includes(member)).sort());
  },
);
