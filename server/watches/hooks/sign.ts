// Signs what is sent to a web hook, so that whoever receives it knows from whom it is and that it is not an old one.
import { createHmac, randomBytes } from 'node:crypto';

/** 256 random bits. */
export const newHookSecret = (): string => `whsec_${randomBytes(32).toString('base64url')}`;

/** "t=SECONDS,v1=HEX": HMAC-SHA-256 under the secret of the seconds, a full stop and the body's bytes. */
export function signatureOf(secret: string, body: string, seconds: number): string {
  const hash = createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex');
  return `t=${seconds},v1=${hash}`;
}
