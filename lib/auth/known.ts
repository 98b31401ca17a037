import 'server-only';
import type { Account } from 'next-auth';
import { providerId } from '#lib/auth/adapter.ts';
import { ensureOperator } from '#lib/auth/founders.ts';
import { authClient } from '#lib/db.ts';

/** Whether an administrator has added somebody under this address; an operator is always known. */
export async function isKnownAddress(address: string): Promise<boolean> {
  await ensureOperator(address);
  return (await authClient().user.count({ where: { email: address } })) === 1;
}

/**
 * Who may come in: by link, an address that is known; by the identity provider, an account that is linked, or
 * one whose verified address belongs to a user without an account yet. Once a user has an account, an address
 * alone links no second one: somebody new may have been given the address of somebody who left.
 */
export async function maySignIn(account: Account | null, address: string | null | undefined): Promise<boolean> {
  if (!account) return false;
  if (account.type === 'email') return Boolean(address) && isKnownAddress(address ?? '');
  const { provider, providerAccountId } = account;
  if (await authClient().account.count({ where: { provider, providerAccountId } })) return true;
  if (!address) return false;
  await ensureOperator(address);
  return (
    (await authClient().user.count({
      where: { email: address, accounts: { none: { provider: providerId } } },
    })) === 1
  );
}
