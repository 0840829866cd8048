import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { type Language, languages } from '#domain/text';
import { languageFrom } from '#http/language';
import { readBody } from '../gateway/body.ts';
import type { DemoPerson } from '../people.ts';
import { expiredPage, pageHeaders, peoplePage } from './page.ts';

export interface InteractionOptions {
  provider: Provider;
  people: () => Promise<DemoPerson[]>;
  /** '/oidc/interaction': the uid follows. */
  path: string;
}

/** GET lists the people, POST `person=<id>` signs in as one. False: the address is not an interaction. */
export const createInteraction = ({ provider, people, path }: InteractionOptions) => {
  const choose = async (request: IncomingMessage, response: ServerResponse, language: Language): Promise<void> => {
    const form = new URLSearchParams((await readBody(request, 10_000)).toString('utf8'));
    const person = (await people()).find(({ id }) => id === form.get('person'));
    const { session } = await provider.interactionDetails(request, response);
    if (!person) return send(response, 400, expiredPage(language));
    const location = await provider.interactionResult(request, response, { login: { accountId: person.id } });
    if (session && session.accountId !== person.id) await forgetPerson(provider, session.uid);
    response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'http://local');
    if (!url.pathname.startsWith(`${path}/`)) return false;
    const asked = languages.find((language) => language === url.searchParams.get('language'));
    const language = asked ?? languageFrom(request.headers['accept-language']);
    try {
      if (request.method === 'POST') await choose(request, response, language);
      else {
        await provider.interactionDetails(request, response);
        send(response, 200, peoplePage(await people(), language, url.searchParams.get('q')?.trim() ?? ''));
      }
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'SessionNotFound') throw error;
      send(response, 400, expiredPage(language));
    }
    return true;
  };
};

/** Else the issuer shows a "sign out first" page, with script, before it takes another person. */
const forgetPerson = async (provider: Provider, uid: string): Promise<void> => {
  const session = await provider.Session.findByUid(uid);
  if (!session) return;
  session.accountId = undefined;
  await session.persist();
};

const send = (response: ServerResponse, status: number, html: string): void => {
  response.writeHead(status, pageHeaders).end(html);
};
