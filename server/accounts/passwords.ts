// Passwords: hashed by Node's scrypt with a salt each, at most two at once, since each takes 32 MB.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { TooManyRequests } from '../errors.ts';

/** OWASP's password storage cheat sheet: N = 2^15, r = 8, p = 3. Raised here, it is raised for each at its next sign-in. */
const cost = { ln: 15, r: 8, p: 3 };
const [atOnce, mostWaiting] = [2, 100];

let running = 0;
const waiting: (() => void)[] = [];

/** Errors: TooManyRequests where too many wait. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new TooManyRequests('Too many passwords are being checked.');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

interface Parameters {
  ln: number;
  r: number;
  p: number;
}

function derive(password: string, salt: Buffer, { ln, r, p }: Parameters): Promise<Buffer> {
  // One spelling of each character, whatever the keyboard makes of it (NIST SP 800-63B).
  const bytes = Buffer.from(password.normalize('NFKC'), 'utf8');
  const options = { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r };
  return inTurn(
    () =>
      new Promise((resolve, reject) =>
        scrypt(bytes, salt, 32, options, (error, key) => (error ? reject(error) : resolve(key))),
      ),
  );
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** In the PHC string format: $scrypt$ln=15,r=8,p=3$salt$hash. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${base64(salt)}$${base64(key)}`;
}

const form = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
/** Of nobody: an unknown name takes as long as a known one. */
const decoy = `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${base64(randomBytes(16))}$${base64(randomBytes(32))}`;

/** Whether it is the password of that hash; without one never, and after as long. */
export async function isPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const [, ln, r, p, salt = '', key = ''] = form.exec(hash ?? decoy) ?? form.exec(decoy) ?? [];
  const expected = Buffer.from(key, 'base64');
  const given = await derive(password, Buffer.from(salt, 'base64'), { ln: Number(ln), r: Number(r), p: Number(p) });
  return expected.length === given.length && timingSafeEqual(expected, given) && hash !== null && hash !== undefined;
}

/** Whether it was made at a lower cost than is usual now. */
export const isOutdated = (hash: string): boolean => !hash.startsWith(`$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$`);
