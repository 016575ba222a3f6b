// What a user of somebody else's Neo4j may not ask: the role reader, for one, may see neither indexes nor constraints.
import { AppError, EngineUnavailable } from '../../errors.ts';

/** Whether Neo4j answered, and said that its user may not ask this. */
export function isForbidden(error: unknown): boolean {
  if (!(error instanceof EngineUnavailable)) return false;
  const { code } = (error.cause ?? {}) as { code?: unknown };
  return typeof code === 'string' && code.includes('Security.Forbidden');
}

/** What else to do where the user may not ask; other errors are thrown on. */
export async function ifForbidden<T>(asked: Promise<T>, otherwise: () => T | Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (isForbidden(error)) return otherwise();
    throw error;
  }
}

/** The same, and where Neo4j finds fault with what is asked about, such as an index that failed to build. */
export async function ifRefused<T>(asked: Promise<T>, otherwise: () => T | Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (isForbidden(error) || !(error instanceof AppError)) return otherwise();
    throw error;
  }
}
