// The moment of a decision, in UTC to the millisecond.
export const moment = (): string => new Date().toISOString();
