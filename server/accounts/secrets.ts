// Secrets that a program makes: so long that nobody guesses them, so a plain hash of one is enough to keep.
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits in 43 characters of base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256 in base64url. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
