// Where accounts are on and nobody has one: what to do, told before anything is served.
import { AccountsFile } from './accounts/file.ts';
import { BadConfig, type Config, isLoopback } from './config.ts';

export const howToAdd = 'npm run hearsay -- users add NAME --role admin';

/**
 * What to print at the start; nothing where somebody can sign in.
 * Errors: BadConfig where nobody could, on an address that other machines reach; AccountsUnavailable.
 */
export async function checkSomebody({ host, accounts }: Pick<Config, 'host' | 'accounts'>): Promise<string> {
  if (accounts === undefined) return '';
  const { accounts: people } = await new AccountsFile(accounts.file).read();
  // A proxy that says who it is and what they may needs no accounts here.
  if (people.length > 0 || (accounts.header !== undefined && accounts.roleHeader !== undefined)) return '';
  const nobody = `Nobody has an account yet (${accounts.file}).`;
  if (!isLoopback(host)) {
    throw new BadConfig(
      `HOST: "${host}" lets other machines in, so people have to sign in. ${nobody} Add the first admin, then start again:\n` +
        `  ${howToAdd}\nOr leave HOST unset for this machine alone, or set HEARSAY_ALLOW_REMOTE=yes if you mean to let ` +
        'everybody who reaches the port read, change and delete everything without an account.',
    );
  }
  return `${nobody} Add the first admin, with the server running or not:\n  ${howToAdd}\n`;
}
