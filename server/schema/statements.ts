// Every statement file in cypher/ with the form of its parameters and of its rows.
import type { z } from 'zod';
import { auditStatements } from './statements/audit.ts';
import { backupStatements } from './statements/backup.ts';
import { changeStatements } from './statements/changes.ts';
import { curationStatements } from './statements/curation.ts';
import { databaseStatements } from './statements/database.ts';
import { deriveStatements } from './statements/derive.ts';
import { draftStatements } from './statements/drafts.ts';
import { evidenceStatements } from './statements/evidence.ts';
import { exportStatements } from './statements/export.ts';
import { identityStatements } from './statements/identity.ts';
import { readStatements } from './statements/read.ts';
import { savedStatements } from './statements/saved.ts';
import { schemaStatements } from './statements/schema.ts';
import { watchStatements } from './statements/watches.ts';
import { writeStatements } from './statements/write.ts';

/** By name, which is the file's path under cypher/ without the ending: "read/node". */
export const statementTypes = {
  ...schemaStatements,
  ...writeStatements,
  ...evidenceStatements,
  ...deriveStatements,
  ...readStatements,
  ...curationStatements,
  ...savedStatements,
  ...databaseStatements,
  ...exportStatements,
  ...identityStatements,
  ...draftStatements,
  ...changeStatements,
  ...backupStatements,
  ...auditStatements,
  ...watchStatements,
};

export type StatementTypes = typeof statementTypes;
export type StatementName = keyof StatementTypes;
export type StatementParameters<N extends StatementName> = z.input<StatementTypes[N]['parameters']>;
export type Rows<N extends StatementName> = z.output<StatementTypes[N]['row']>[];
