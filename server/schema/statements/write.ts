// The statements of cypher/write: the form of their parameters and rows.

export const writeStatements = {} as const;
