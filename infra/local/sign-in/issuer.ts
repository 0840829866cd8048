import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AdapterFactory, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { base, Check } from 'oidc-provider/lib/helpers/interaction_policy/index.js';
import { Provider } from 'oidc-provider/lib/provider.js';
import { languageFrom } from '#http/language';
import type { DemoPerson } from '../people.ts';
import { createInteraction } from './interaction.ts';
import type { SignInKeys } from './keys.ts';
import { expiredPage, pageHeaders } from './page.ts';

/** The panel's client id, and so the audience of its tokens. */
export const CLIENT_ID = 'steward-panel';
export const SCOPE = 'openid email profile';
export const MOUNT = '/oidc';

const HOUR = 3600;
const DAY = 24 * HOUR;

export interface IssuerOptions {
  /** http://127.0.0.1:PORT */
  origin: string;
  keys: SignInKeys;
  records: AdapterFactory;
  people: () => Promise<DemoPerson[]>;
}
export type Issuer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An OpenID Connect issuer for one machine: code flow with PKCE, and a list of people instead of passwords. */
export const createIssuer = ({ origin, keys, records, people }: IssuerOptions): Issuer => {
  const provider = new Provider(`${origin}${MOUNT}`, configuration({ origin, keys, records, people }));
  const handle = provider.callback();
  const interact = createInteraction({ provider, people, path: `${MOUNT}/interaction` });
  return async (request, response) => {
    if (await interact(request, response)) return;
    // Routes of the provider know nothing of the prefix; `originalUrl` tells it where it is mounted.
    const originalUrl = request.url ?? MOUNT;
    Object.assign(request, { originalUrl, url: originalUrl.slice(MOUNT.length) || '/' });
    await handle(request, response);
  };
};

const configuration = ({ origin, keys, records, people }: IssuerOptions): Configuration => ({
  adapter: records,
  jwks: { keys: [keys.signing] },
  cookies: {
    keys: keys.cookies,
    long: { sameSite: 'lax', httpOnly: true },
    short: { sameSite: 'lax', httpOnly: true },
  },
  clients: [
    {
      client_id: CLIENT_ID,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [`${origin}/signed-in`],
    },
  ],
  scopes: SCOPE.split(' '),
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale'] },
  // The panel sends the ID token to the API, as with Cognito, whose access tokens name no e-mail either.
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  // Only the panel asks, and it is of the same origin.
  clientBasedCORS: (_context, asking) => asking === origin,
  features: {
    devInteractions: { enabled: false },
    // Everyone chooses a person anew each time, so ending the panel's own session is signing out.
    rpInitiatedLogout: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => `${origin}/api`,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: SCOPE,
        audience: CLIENT_ID,
        accessTokenFormat: 'jwt',
        accessTokenTTL: HOUR,
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
  extraTokenClaims: async (_ctx, token) => {
    const person = 'accountId' in token ? (await people()).find(({ id }) => id === token.accountId) : undefined;
    return person && { email: person.email, email_verified: true };
  },
  issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
  ttl: {
    AccessToken: HOUR,
    AuthorizationCode: 60,
    Grant: 14 * DAY,
    IdToken: HOUR,
    Interaction: HOUR,
    RefreshToken: 14 * DAY,
    Session: 14 * DAY,
  },
  findAccount: async (_ctx, id) => {
    const person = (await people()).find((one) => one.id === id);
    if (!person) return undefined;
    const { email, name, language } = person;
    return {
      accountId: id,
      claims: () => ({ sub: id, email, email_verified: true, name: name[language], locale: language }),
    };
  },
  loadExistingGrant: grantAll(origin),
  interactions: { url: (_ctx, { uid }) => `${MOUNT}/interaction/${uid}`, policy: alwaysAsk() },
  renderError: (ctx) => {
    ctx.set(pageHeaders);
    ctx.body = expiredPage(languageFrom(ctx.get('accept-language')));
  },
});

/** Only the panel asks, and only for what it is built for: nobody is asked to consent. */
const grantAll = (origin: string) => async (ctx: KoaContextWithOIDC) => {
  const { session, client, provider } = ctx.oidc;
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
  grant.addOIDCScope(SCOPE);
  grant.addResourceScope(`${origin}/api`, SCOPE);
  await grant.save();
  return grant;
};

/** The list of people comes at every sign-in: trying several roles is what a demo is for. */
const alwaysAsk = () => {
  const policy = base();
  policy.remove('consent');
  policy
    .get('login')
    ?.checks.add(
      new Check('choose_person', 'Somebody has to be chosen', 'login_required', ({ oidc }) =>
        oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  return policy;
};
