import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Context } from 'oidc-provider';

/** What the provider says of each of its people, by the name they choose on its sign-in page. */
type People = Record<string, Record<string, unknown>>;

type Options = {
  people: People;
  /** Where the app is published: it is sent back to /api/auth/callback/oidc there. */
  appUrl: string;
  /** True when the signed token itself holds the address, as Entra's and Google's do. */
  isAddressInToken?: boolean;
};

export const client = { id: 'pledgeboard', secret: 'a secret of at least some length' };

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

/**
 * A real OpenID Connect provider on loopback, for tests. Its sign-in page has a button for each of its people;
 * nothing else is asked. PKCE is required.
 */
export async function startOidcProvider({ people, appUrl, isAddressInToken = false }: Options) {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${appUrl}/api/auth/callback/oidc`],
      },
    ],
    claims: {
      openid: ['sub', 'tid', 'oid'],
      email: ['email', 'email_verified', 'xms_edov'],
      profile: ['name'],
    },
    conformIdTokenClaims: !isAddressInToken,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, name: string) => ({
      accountId: name,
      claims: () => ({ sub: name, ...people[name] }),
    }),
    async loadExistingGrant({ oidc }: Context) {
      const { clientId } = oidc.client;
      const grant = new provider.Grant({ clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    cookies: { keys: ['only for tests'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    jwks: { keys: [newKey()] },
  });

  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void signInPage(request, response);
    else answer(request, response);
  });
  async function signInPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') {
      const buttons = Object.keys(people).map((name) => `<button name="name" value="${name}">${name}</button>`);
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><title>Who are you?</title><form method="post">${buttons.join('')}</form>`);
      return;
    }
    const body = Buffer.concat(await request.toArray()).toString();
    const accountId = new URLSearchParams(body).get('name') ?? '';
    await provider.interactionFinished(request, response, { login: { accountId } });
  }

  return {
    issuer,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
