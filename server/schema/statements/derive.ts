// The statements of cypher/derive: the form of their parameters and rows.

export const deriveStatements = {} as const;
