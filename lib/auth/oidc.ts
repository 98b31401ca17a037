import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { providerId } from '#lib/auth/adapter.ts';
import { accountIdOf, type Claims, verifiedAddress } from '#lib/auth/rules.ts';
import { env } from '#lib/env.ts';

/** Whether the council's own accounts can be used here. */
export const hasProvider = () => env.OIDC_ISSUER !== undefined;

/** Any OpenID Connect provider, by its address, with PKCE, state and nonce. */
export function oidcProvider(issuer: string): OAuthConfig<Claims> {
  return {
    id: providerId,
    name: 'The council’s accounts',
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    clientId: env.OIDC_CLIENT_ID ?? '',
    clientSecret: env.OIDC_CLIENT_SECRET ?? '',
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    userinfo: { request: readClaims },
    profile: (claims) => ({ id: accountIdOf(claims), email: verifiedAddress(claims) ?? undefined }),
    // What makes this safe: `profile` gives only an address that was verified, and known.ts links it once.
    allowDangerousEmailAccountLinking: true,
  };
}

type UserinfoRequest = Extract<OAuthConfig<Claims>['userinfo'], { request?: unknown }>['request'];

/** The signed token, and where it holds no address what the provider answers when asked: many give it only there. */
const readClaims: UserinfoRequest = async ({ tokens, client }) => {
  const signed = payloadOf(tokens.id_token);
  if (signed.email || !client.issuer.metadata.userinfo_endpoint || !tokens.access_token) return signed;
  const answer: Claims = await client.userinfo(tokens.access_token);
  // OpenID Connect Core 5.3.2: an answer about somebody else must not be used.
  return answer.sub === signed.sub ? { ...answer, ...signed } : signed;
};

/** next-auth has checked its signature, issuer, audience and nonce by now. */
function payloadOf(token = ''): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;
}
