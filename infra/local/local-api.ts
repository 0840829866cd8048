import type { IncomingMessage, ServerResponse } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Instant } from '#domain/time';
import { toIso } from '#domain/time';
import { languageFrom } from '#http/language';
import type { Filling } from './demo/history.ts';
import { BodyTooLarge, readBody } from './gateway/body.ts';
import { replyError, replyJson } from './gateway/reply.ts';
import { type DemoPerson, personView } from './people.ts';
import type { Tokens } from './sign-in/tokens.ts';

/** The system's time, moved so that every timer in between fires in order; a move answers when all is settled. */
export interface MovableClock {
  now(): Instant;
  speed(): number;
  setSpeed(speed: number): void | Promise<void>;
  advance(ms: number): Promise<void>;
  to(instant: Instant): Promise<void>;
}
export interface LocalApiParts {
  clock: MovableClock;
  people: () => Promise<DemoPerson[]>;
  tokens: Pick<Tokens, 'mint'>;
  filling?: (() => Filling | null) | undefined;
}

const FASTEST = 100_000;
const FARTHEST_DAYS = 3_660;
const speed = z.number().min(0).max(FASTEST);
const Move = z.union([
  z.strictObject({ speed }),
  z.strictObject({ advance: z.string() }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
]);
const HOW = `Send one of {"speed": 0 to ${FASTEST}}, {"advance": "PT30M"} (an ISO 8601 duration), {"to": "2026-11-23T12:00:00Z"}.`;
const SignIn = z.object({ email: z.string() });

/** A request to /local/* that cannot be carried out; the message says what would. */
class Refused extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
    this.name = 'Refused';
  }
}

/** Help for scripts, tests and the panel's clock on one machine; does not exist in AWS. False: no such address. */
export const createLocalApi = (parts: LocalApiParts) => {
  const { clock, people, tokens, filling = () => null } = parts;
  const shown = () => {
    const present = filling();
    return { now: toIso(clock.now()), speed: clock.speed(), ...(present && { filling: present }) };
  };

  const routes: Record<string, (request: IncomingMessage) => unknown> = {
    'GET /local/clock': shown,
    'POST /local/clock': async (request) => {
      if (filling())
        throw new Refused(409, 'The demo estate is being filled: the clock can be moved when it shows the present.');
      await move(clock, await json(request));
      return shown();
    },
    'GET /local/people': async (request) => {
      const language = languageFrom(request.headers['accept-language']);
      return (await people()).map((person) => personView(person, language));
    },
    'POST /local/sign-in': async (request) => {
      const body = SignIn.safeParse(await json(request));
      if (!body.success) throw new Refused(400, 'Send {"email": "..."}; GET /local/people lists the e-mail addresses.');
      const email = body.data.email.trim().toLowerCase();
      const person = (await people()).find((one) => one.email.toLowerCase() === email);
      if (!person)
        throw new Refused(404, `Nobody has the e-mail ${email}; GET /local/people lists the e-mail addresses.`);
      return { token: await tokens.mint(person) };
    },
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = (request.url ?? '/').split('?')[0];
    const route = routes[`${request.method === 'HEAD' ? 'GET' : request.method} ${path}`];
    if (!route) return false;
    try {
      replyJson(response, 200, await route(request));
    } catch (error) {
      if (error instanceof Refused) replyError(response, error.statusCode, error.message);
      else if (error instanceof BodyTooLarge) replyError(response, 413, error.message);
      else throw error;
    }
    return true;
  };
};

const json = async (request: IncomingMessage): Promise<unknown> => {
  const text = (await readBody(request, 10_000)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, 'The body is not JSON.');
  }
};

const move = async (clock: MovableClock, body: unknown): Promise<void> => {
  const parsed = Move.safeParse(body);
  if (!parsed.success) throw new Refused(400, HOW);
  const wanted = parsed.data;
  if ('speed' in wanted) return clock.setSpeed(wanted.speed);
  const now = clock.now();
  const target = 'to' in wanted ? Date.parse(wanted.to) : after(now, wanted.advance);
  if (target < now) {
    throw new Refused(400, `The clock shows ${toIso(now)} and never goes back; ${toIso(target)} is in the past.`);
  }
  const farthest = now + FARTHEST_DAYS * 86_400_000;
  if (target > farthest) throw new Refused(400, `At most ten years at once: ${toIso(farthest)}.`);
  await ('to' in wanted ? clock.to(target) : clock.advance(target - now));
};

/** Months and days are counted on the calendar in UTC. */
const after = (now: Instant, duration: string): Instant => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').add(Temporal.Duration.from(duration))
      .epochMilliseconds;
  } catch {
    throw new Refused(400, HOW);
  }
};
