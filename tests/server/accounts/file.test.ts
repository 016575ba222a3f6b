// The accounts file: changes of several processes are all kept, a crash leaves it whole, and damage is told.
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AccountsFile } from '../../../server/accounts/file.ts';
import { AccountsUnavailable } from '../../../server/accounts/form.ts';
import { hashPassword, isPassword } from '../../../server/accounts/passwords.ts';
import { Throttle } from '../../../server/accounts/throttle.ts';
import { TooManyRequests } from '../../../server/errors.ts';
import { tempFolder } from '../../temp.ts';

const timeout = 120_000;
const row = (name: string) => ({ name, role: 'reader' as const, password: null, since: '2026-01-01T00:00:00Z' });

describe('the accounts file', { timeout }, () => {
  it('keeps every change of several who change it at once', async () => {
    const path = join(tempFolder(), 'sub', 'accounts.json');
    const files = [new AccountsFile(path), new AccountsFile(path), new AccountsFile(path)];
    const names = Array.from({ length: 60 }, (_, at) => `reader ${at}`);
    await Promise.all(names.map((name, at) => files[at % 3]?.change(({ accounts }) => void accounts.push(row(name)))));
    for (const file of files)
      expect((await file.read()).accounts.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(readdirSync(join(path, '..'))).toEqual(['accounts.json']);
  });

  it('is as it was where a change fails', async () => {
    const file = new AccountsFile(join(tempFolder(), 'accounts.json'));
    await file.change(({ accounts }) => void accounts.push(row('Ada')));
    const before = readFileSync(file.path, 'utf8');
    const failing = file.change((document) => {
      document.accounts = [];
      throw new Error('Not after all');
    });
    await expect(failing).rejects.toThrow('Not after all');
    expect(readFileSync(file.path, 'utf8')).toBe(before);
    expect((await file.read()).accounts).toHaveLength(1);
  });

  it('breaks the lock of a process that died', async () => {
    const file = new AccountsFile(join(tempFolder(), 'accounts.json'));
    writeFileSync(`${file.path}.lock`, 'somebody who died');
    utimesSync(`${file.path}.lock`, new Date(0), new Date(0));
    await file.change(({ accounts }) => void accounts.push(row('Ada')));
    expect((await file.read()).accounts).toHaveLength(1);
    expect(readdirSync(join(file.path, '..'))).toEqual(['accounts.json']);
  });

  it.each([
    ['{"format": "hearsay-accounts/1", "acc', /is not well-formed JSON: put a copy of it back/],
    ['{"format": "hearsay-accounts/2"}', /is of another version \(hearsay-accounts\/2\)/],
    ['{"format": "hearsay-accounts/1", "accounts": [], "sessions": [], "tokens": [{}]}', /at \/tokens\/0\//],
    ['null', /is not as Hearsay writes it/],
  ])('that is %s lets nobody in, and says why to who runs the server', async (text, reason) => {
    const file = new AccountsFile(join(tempFolder(), 'accounts.json'));
    writeFileSync(file.path, text);
    for (const work of [() => file.read(), () => file.change(() => undefined)]) {
      const error = await work().then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(AccountsUnavailable);
      expect((error as AccountsUnavailable).reason).toMatch(reason);
      expect((error as AccountsUnavailable).reason).toContain(file.path);
      expect(JSON.stringify([(error as Error).message, (error as AccountsUnavailable).details.detail])).not.toContain(
        file.path,
      );
    }
    expect(readFileSync(file.path, 'utf8')).toBe(text);
  });

  it('that cannot be read is told', async () => {
    const path = join(tempFolder(), 'accounts.json');
    mkdirSync(path);
    await expect(new AccountsFile(path).read()).rejects.toMatchObject({ status: 503, code: 'accounts-unavailable' });
  });
});

describe('a password', { timeout }, () => {
  it('is known by its hash, however its characters are put together', async () => {
    const hash = await hashPassword('Zoë’s harbour bridge');
    expect(hash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
    expect(await hashPassword('Zoë’s harbour bridge')).not.toBe(hash);
    expect(await isPassword('Zoe\u0308’s harbour bridge', hash)).toBe(true);
    for (const [given, of] of [
      ['Zoë’s harbour', hash],
      ['', hash],
      ['', null],
      ['', undefined],
      ['anything', '$scrypt$ln=15,r=8,p=3$$'],
    ] as const)
      expect(await isPassword(given, of), `${given} ${of}`).toBe(false);
  });
});

describe('the throttle', () => {
  const failures = (
    throttle: Throttle,
    times: number,
    name: (at: number) => string,
    address: (at: number) => string,
  ) => {
    let refused = 0;
    for (let at = 0; at < times; at++)
      try {
        throttle.attempt(name(at), address(at));
      } catch (error) {
        expect(error).toBeInstanceOf(TooManyRequests);
        refused++;
      }
    return refused;
  };

  it('slows an address that tries many names, and a name tried from many addresses, and nobody else', () => {
    let now = 0;
    const throttle = new Throttle(() => now);
    expect(
      failures(
        throttle,
        100,
        (at) => `name ${at}`,
        () => '198.51.100.7',
      ),
    ).toBe(70);
    expect(
      failures(
        throttle,
        100,
        () => 'ada',
        (at) => `203.0.113.${at}`,
      ),
    ).toBe(50);
    expect(
      failures(
        throttle,
        1,
        () => 'bo',
        () => '203.0.113.1',
      ),
    ).toBe(0);
    // Never for long: who else has that name is to get in.
    now += 61_000;
    expect(
      failures(
        throttle,
        1,
        () => 'ada',
        () => '192.0.2.1',
      ),
    ).toBe(0);
    now += 3_600_000;
    expect(
      failures(
        throttle,
        5,
        () => 'x',
        () => '198.51.100.7',
      ),
    ).toBe(0);
  });

  it('forgets the failures before a success', () => {
    const throttle = new Throttle(() => 0);
    for (let round = 0; round < 10; round++) {
      expect(
        failures(
          throttle,
          4,
          () => 'ada',
          () => `192.0.2.${round}`,
        ),
      ).toBe(0);
      throttle.attempt('ada', `192.0.2.${round}`);
      throttle.succeeded('ada', `192.0.2.${round}`);
    }
    expect(
      failures(
        throttle,
        6,
        () => 'ada',
        () => '192.0.2.0',
      ),
    ).toBe(1);
  });
});
