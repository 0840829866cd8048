import { join } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { Logger } from '#ports';
import type { Filling } from './demo/history.ts';
import type { LocalSettings } from './environment.ts';
import { createFileRoutes, type FileDoor } from './gateway/files.ts';
import { createGateway, type HttpFunction } from './gateway/lambda.ts';
import { createStaticFiles } from './gateway/static-files.ts';
import { type RunningServer, startHttpServer } from './http-server.ts';
import { createLocalApi, type MovableClock } from './local-api.ts';
import type { DemoPerson } from './people.ts';
import { CLIENT_ID, createIssuer, MOUNT } from './sign-in/issuer.ts';
import { loadKeys } from './sign-in/keys.ts';
import { loadRecords } from './sign-in/records.ts';
import { createTokens } from './sign-in/tokens.ts';

/** What of a running system people and scripts meet over HTTP. */
export interface ServedSystem {
  api: HttpFunction<APIGatewayProxyEventV2WithJWTAuthorizer>;
  page: HttpFunction<APIGatewayProxyEventV2>;
  resident: HttpFunction<APIGatewayProxyEventV2>;
  files: FileDoor;
  clock: MovableClock;
  people: () => Promise<DemoPerson[]>;
  /** While the demo estate is being filled: how far. The clock is not to be moved meanwhile. */
  filling?: () => Filling | null;
}
export interface ServeOptions {
  settings: Pick<LocalSettings, 'port' | 'origin' | 'dataDir'>;
  system: ServedSystem;
  logger: Logger;
  /** The built panel. */
  panelFolder: string;
}

/** The front of one machine's system: everything on PORT. @throws PortTaken */
export const serve = async ({ settings, system, logger, panelFolder }: ServeOptions): Promise<RunningServer> => {
  const { port, origin, dataDir } = settings;
  const folder = join(dataDir, 'sign-in');
  const [keys, records, panel] = await Promise.all([
    loadKeys(join(folder, 'keys.json')),
    loadRecords({ file: join(folder, 'records.json') }),
    createStaticFiles(panelFolder),
  ]);
  const tokens = await createTokens(keys, `${origin}${MOUNT}`, CLIENT_ID);
  const gateway = createGateway({ clock: system.clock, logger, verify: tokens.verify });
  return startHttpServer({
    port,
    origin,
    api: gateway.authorised('api', system.api),
    page: gateway.open('page', system.page),
    resident: gateway.open('resident', system.resident),
    issuer: createIssuer({ origin, keys, records, people: system.people }),
    local: createLocalApi({ clock: system.clock, people: system.people, tokens, filling: system.filling }),
    files: createFileRoutes(system.files),
    panel,
    logger,
  });
};
