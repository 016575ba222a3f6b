// The statements of cypher/schema: the form of their parameters and rows.

export const schemaStatements = {} as const;
