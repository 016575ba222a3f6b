// What one article does to another, in words, read from either of the two.

const words: Readonly<Record<string, { out: string; in: string }>> = {
  REPUBLISHES: { out: 'Prints', in: 'Printed by' },
  REVISION_OF: { out: 'Revises', in: 'Revised by' },
  CORRECTS: { out: 'Corrects', in: 'Corrected by' },
  RETRACTS: { out: 'Retracts', in: 'Retracted by' },
};

export const linkWords = (type: string, direction: 'in' | 'out'): string => words[type]?.[direction] ?? type;
