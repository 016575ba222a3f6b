// A choice among roles, each with what it may.
import type { Role } from '../../../server/schema/accounts.ts';
import { roleMeaning } from '../../text/roles.ts';

const all: readonly Role[] = ['reader', 'editor', 'admin'];

interface RoleFieldProps {
  label: string;
  value: Role;
  /** The highest to choose from. */
  most?: Role;
  onChange: (role: Role) => void;
}

export const RoleField = ({ label, value, most = 'admin', onChange }: RoleFieldProps) => (
  <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value as Role)}>
    {all.slice(0, all.indexOf(most) + 1).map((role) => (
      <option key={role} value={role} title={roleMeaning[role]}>
        {role}
      </option>
    ))}
  </select>
);
