// What each role may, in words.
import type { Role } from '../../server/schema/accounts.ts';

export const roleMeaning: Readonly<Record<Role, string>> = {
  reader: 'may look at everything and change nothing',
  editor: 'may import, review and edit',
  admin: 'may also write by Cypher and decide who has an account',
};
