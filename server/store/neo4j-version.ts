// Which versions of Neo4j Hearsay works with.

export const oldestNeo4j = '5.26';

/** Whether a version such as "5.26.30" or "2025.08.0" is at least the oldest; one that cannot be read is taken to be. */
export function isSupported(version: string): boolean {
  const parts = /^(\d+)\.(\d+)/.exec(version);
  const [major = 0, minor = 0] = oldestNeo4j.split('.').map(Number);
  if (!parts) return true;
  const [ofMajor, ofMinor] = [Number(parts[1]), Number(parts[2])];
  return ofMajor > major || (ofMajor === major && ofMinor >= minor);
}
