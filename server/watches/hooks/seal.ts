// Keeps a hook's address and secret where everybody reads: encrypted under the operator's secret, bound to its watch.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export interface Hook {
  address: string;
  secret: string;
}

const [ivLength, tagLength] = [12, 16];
const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'hearsay', 'hearsay web hooks, version 1', 32));

/** AES-256-GCM under a key by HKDF-SHA-256; as text. */
export function seal(hook: Hook, watch: string, secret: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv).setAAD(Buffer.from(watch));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(hook), 'utf8'), cipher.final()]);
  return `1.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** Null where it was sealed under another secret, for another watch, or is none. */
export function unseal(text: string, watch: string, secret: string): Hook | null {
  const bytes = Buffer.from(text.replace(/^1\./, ''), 'base64url');
  if (!text.startsWith('1.') || bytes.length <= ivLength + tagLength) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, ivLength), {
      authTagLength: tagLength,
    })
      .setAAD(Buffer.from(watch))
      .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
    const plain = Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]);
    return JSON.parse(plain.toString('utf8')) as Hook;
  } catch {
    return null;
  }
}
