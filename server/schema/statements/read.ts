// The statements of cypher/read: the form of their parameters and rows.

export const readStatements = {} as const;
