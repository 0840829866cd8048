import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { accept } from '#aws/accept';

export interface StewardHttpApiProps {
  readonly name: string;
  readonly api: IFunction;
  readonly page: IFunction;
  readonly resident: IFunction;
  /** Serves the panel where there is no CloudFront. @default the panel is served elsewhere */
  readonly panel?: IFunction;
  readonly issuer: string;
  readonly audience: string;
  /** Host to answer under, with the certificate that proves it. @default the address API Gateway gives */
  readonly domain?: { readonly host: string; readonly certificateArn: string };
}

/**
 * The HTTP API: everything under /api needs a token of the issuer, but for health and the API's own description; a staff
 * page carries its capability in the path and needs none, and residents report without an account. Requests are throttled and logged without their path: a log
 * that shows action links would let its readers act.
 */
export class StewardHttpApi extends Construct {
  readonly api: HttpApi;
  /** Host of the API without scheme. */
  readonly host: string;
  /** CNAME target of the own domain, if there is one. */
  readonly domainTarget: string | undefined;

  constructor(scope: Construct, id: string, props: StewardHttpApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { apiName: props.name, createDefaultStage: false });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      detailedMetricsEnabled: true,
      throttle: { rateLimit: 200, burstLimit: 400 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'Log', {
            logGroupName: `/aws/vendedlogs/apigateway/${props.name}`,
            retention: RetentionDays.ONE_MONTH,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
    const token = new HttpJwtAuthorizer('Token', props.issuer, { jwtAudience: [props.audience] });
    const open = new HttpNoneAuthorizer();
    const route = (
      path: string,
      target: HttpLambdaIntegration,
      authorizer: IHttpRouteAuthorizer,
      methods: HttpMethod[],
    ) => {
      const routes = this.api.addRoutes({ path, methods, integration: target, authorizer });
      if (authorizer !== open) return;
      for (const one of routes) accept(one, openRoutes[path] ?? 'Public by design.', 'AwsSolutions-APIG4');
    };
    const api = new HttpLambdaIntegration('ApiFunction', props.api);
    route('/api/{proxy+}', api, token, [
      HttpMethod.GET,
      HttpMethod.POST,
      HttpMethod.PUT,
      HttpMethod.PATCH,
      HttpMethod.DELETE,
    ]);
    route('/api/health', api, open, [HttpMethod.GET]);
    route('/api/openapi.json', api, open, [HttpMethod.GET]);
    route('/a/{token}', new HttpLambdaIntegration('PageFunction', props.page), open, [
      HttpMethod.GET,
      HttpMethod.HEAD,
      HttpMethod.POST,
    ]);
    const resident = new HttpLambdaIntegration('ResidentFunction', props.resident);
    for (const path of ['/report/{site}', '/r/{token}', '/e/{code}'])
      route(path, resident, open, [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST]);
    route('/calendar/{name}', resident, open, [HttpMethod.GET, HttpMethod.HEAD]);
    if (props.panel) {
      const panel = new HttpLambdaIntegration('PanelFunction', props.panel);
      for (const path of ['/', '/{proxy+}']) route(path, panel, open, [HttpMethod.GET, HttpMethod.HEAD]);
    }
    this.host = `${this.api.apiId}.execute-api.${Stack.of(this).region}.${Stack.of(this).urlSuffix}`;
    this.domainTarget = props.domain && this.addDomain(props.domain, stage);
  }

  private addDomain(domain: { host: string; certificateArn: string }, stage: HttpStage): string {
    const name = new DomainName(this, 'Domain', {
      domainName: domain.host,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    new ApiMapping(this, 'Mapping', { api: this.api, domainName: name, stage });
    return name.regionalDomainName;
  }
}

const accessLog = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  integration: '$context.integrationErrorMessage',
  authorizer: '$context.authorizer.error',
};

/** Why a route needs no token. */
const openRoutes: Readonly<Record<string, string>> = {
  '/api/health': 'Monitors ask it; it says {ok:true} and nothing else.',
  '/api/openapi.json': 'The description of the API, the same for every installation.',
  '/a/{token}':
    'The signed, expiring link in the path is the authorisation: staff act from their mail without signing in.',
  '/report/{site}':
    'Residents report without an account; the function counts reports by address, unit and site and refuses floods.',
  '/r/{token}': 'The signed, expiring link in the path is the authorisation of the resident it was sent to.',
  '/e/{code}':
    'The label of a facility: its name, place and condition behind an unguessable code, no personal data; requests are counted by address. A point of a patrol is recorded by the signed link in the cookie only.',
  '/calendar/{name}':
    'A calendar feed at an unguessable, revocable address: planned work and places, no personal data; requests are counted by address.',
  '/': 'Static files of the panel; all data comes from /api.',
  '/{proxy+}': 'Static files of the panel; all data comes from /api.',
};
