import { readFileSync } from 'node:fs';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { functionTable, streamFilters } from '#aws/constructs/functions';
import {
  orderEventPattern,
  outboxEventPattern,
  publishedEventPattern,
  retryEventPattern,
  rowEventPattern,
} from '#store/table';
import { machines } from '#workflows/machines';
import { bootstrapNames, edgeNames, environmentNames } from '../../../../functions/settings.ts';
import { china, ordinary, type Synthesised, synthesise } from '../synthesised.ts';

let made: Synthesised;
let backend: Template;
let inChina: Synthesised;
beforeAll(() => {
  made = synthesise(ordinary);
  backend = made.backend;
  inChina = synthesise(china);
});
const has = (type: string, properties: unknown) => backend.hasResourceProperties(type, properties);
const functionsOf = (template: Template) =>
  Object.values(template.findResources('AWS::Lambda::Function'))
    .map(({ Properties }) => Properties)
    .filter(({ FunctionName }) => FunctionName !== undefined);
const namesOf = (one: { Environment: { Variables: object } } | undefined) =>
  Object.keys(one?.Environment.Variables ?? {}).sort();

describe('the functions', () => {
  it('are one for each export of the bundle', () => {
    expect(
      functionsOf(backend)
        .map(({ Handler }) => Handler)
        .sort(),
    ).toEqual(
      Object.keys(functionTable)
        .map((name) => `index.${name}`)
        .sort(),
    );
  });
  it('are what the composition root exports', () => {
    const root = readFileSync(new URL('../../../../functions/lambda.ts', import.meta.url), 'utf8');
    const exported = [...root.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
    expect(exported.sort()).toEqual(Object.keys(functionTable).sort());
  });
  it('share one bundle', () => {
    expect(new Set(functionsOf(backend).map(({ Code }) => JSON.stringify(Code))).size).toBe(1);
  });
  it('run on arm64 with Node 24', () => {
    for (const one of functionsOf(backend))
      expect(one).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x' });
  });
  it('are traced and log as JSON', () => {
    for (const one of functionsOf(backend))
      expect(one).toMatchObject({ TracingConfig: { Mode: 'Active' }, LoggingConfig: { LogFormat: 'JSON' } });
  });
  it('are given exactly the names that functions/settings.ts reads', () => {
    for (const one of functionsOf(backend).filter(({ Handler }) => !/bootstrap|resident|\.api$/.test(Handler)))
      expect(namesOf(one)).toEqual(environmentNames('ses'));
  });
  it('are given exactly the names for SMTP where mail goes by SMTP', () => {
    const others = functionsOf(inChina.backend).filter(({ Handler }) => !/bootstrap|panel/.test(Handler));
    for (const one of others) expect(namesOf(one)).toEqual(environmentNames('smtp'));
  });
  it.each(['api', 'resident'])('tell %s where the secret of CloudFront is, where there is one', (handler) => {
    const one = functionsOf(backend).find(({ Handler }) => Handler === `index.${handler}`);
    expect(namesOf(one)).toEqual([...environmentNames('ses'), ...edgeNames()].sort());
  });
  it('tell bootstrap the company and its first administrator besides', () => {
    const bootstrap = functionsOf(backend).find(({ Handler }) => Handler === 'index.bootstrap');
    expect(namesOf(bootstrap)).toEqual([...environmentNames('ses'), ...bootstrapNames()].sort());
  });
  it('keep their logs for a month', () =>
    backend.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 }));
});

describe('the machines', () => {
  it.each(Object.values(machines))('%s is logged and traced', (name) =>
    has('AWS::StepFunctions::StateMachine', {
      StateMachineName: name,
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    }),
  );
  it('are made from one file', () => {
    const all = Object.values(backend.findResources('AWS::StepFunctions::StateMachine'));
    expect(new Set(all.map(({ Properties }) => JSON.stringify(Properties.DefinitionS3Location))).size).toBe(1);
  });
  it('are told the functions they call and the partition', () =>
    has('AWS::StepFunctions::StateMachine', {
      DefinitionSubstitutions: {
        Partition: { Ref: 'AWS::Partition' },
        AdvanceArn: Match.anyValue(),
        SleepArn: Match.anyValue(),
      },
    }));
  it('may invoke Advance and Sleep only', () => {
    const invoke = made.allowed
      .filter(({ policy }) => policy.startsWith('MachinesRole'))
      .filter(({ resources }) => resources !== '"*"');
    expect(invoke).toHaveLength(1);
    expect(invoke[0]?.actions).toEqual(['lambda:InvokeFunction']);
    expect(invoke[0]?.resources).toMatch(
      /^\[\{"Fn::GetAtt":\["Functionsadvance\w+","Arn"\]\},\{"Fn::GetAtt":\["Functionssleep\w+","Arn"\]\}\]$/,
    );
  });
  it('take the name of a second deployment before theirs', () => {
    const second = synthesise({ ...ordinary, name: 'staging' }).backend;
    second.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineName: 'staging-ComplaintEscalation',
    });
  });
});

describe('dispatch', () => {
  const stream = (properties: unknown) => has('AWS::Lambda::EventSourceMapping', properties);
  it('reads the stream from its beginning', () => stream({ StartingPosition: 'TRIM_HORIZON' }));
  it('reports the record that failed', () => stream({ FunctionResponseTypes: ['ReportBatchItemFailures'] }));
  it('halves a batch that fails', () => stream({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 10 }));
  it('leaves what never works to the dead letters', () =>
    stream({
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('DeadLettersStream'), 'Arn'] } },
      },
    }));
  it('is called for new effects, rows that alarms follow and documents published anew only', () =>
    stream({
      FilterCriteria: {
        Filters: [
          { Pattern: JSON.stringify(outboxEventPattern) },
          { Pattern: JSON.stringify(retryEventPattern) },
          { Pattern: JSON.stringify(rowEventPattern) },
          { Pattern: JSON.stringify(publishedEventPattern) },
          { Pattern: JSON.stringify(orderEventPattern) },
        ],
      },
    }));
  it('follows plans of maintenance, their publication and meters, with no more patterns than a stream may have', () => {
    expect(rowEventPattern.dynamodb.NewImage.type.S).toEqual(expect.arrayContaining(['plan', 'asset', 'planned']));
    expect(publishedEventPattern.dynamodb.NewImage.kind.S).toContain('plans');
    expect(streamFilters.length).toBeLessThanOrEqual(5);
  });
});

describe('the copier', () => {
  it('reads all that happens to the log of changes, from its beginning and in order', () => {
    const found = Object.values(backend.findResources('AWS::Lambda::EventSourceMapping')).map(
      ({ Properties }) => Properties,
    );
    const copier = found.find(({ FunctionName }) => JSON.stringify(FunctionName).includes('copyAudit'));
    expect(JSON.stringify(copier?.EventSourceArn)).toContain('AuditLog');
    expect(copier).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    expect(copier?.FilterCriteria).toBeUndefined();
    expect(copier?.ParallelizationFactor).toBeUndefined();
  });
});

describe('the schedules', () => {
  it('wake the sweeper every five minutes', () =>
    has('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(5 minutes)',
      GroupName: 'steward',
      Target: {
        Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('Functionssweep'), 'Arn'] },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('DeadLettersSchedules'), 'Arn'] } },
      },
    }));
  it('run under a role that may invoke the sweeper and leave dead letters', () => {
    const role = made.allowed.filter(({ policy }) => policy.startsWith('SchedulesRole'));
    expect(role.map(({ actions }) => actions)).toEqual([['sqs:SendMessage'], ['lambda:InvokeFunction']]);
  });
  it('lend their role to schedules of this account and group only', () =>
    has('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { Service: 'scheduler.amazonaws.com' },
            Condition: {
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
              ArnLike: {
                'aws:SourceArn': Match.objectLike({ 'Fn::Join': ['', Match.arrayWith([':schedule/steward/*'])] }),
              },
            },
          }),
        ],
      },
    }));
  it('invoke the sweeper only, and end in its own dead letters', () => {
    const role = made.allowed.filter(({ policy }) => policy.startsWith('SchedulesRole'));
    expect(role.map(({ resources }) => resources)).toEqual([
      expect.stringContaining('DeadLettersSchedules'),
      expect.stringContaining('Functionssweep'),
    ]);
  });
  it('are armed and taken away by dispatch alone, in their own group', () => {
    const armed = made.allowed.filter(({ actions }) => actions.some((action) => action.startsWith('scheduler:')));
    expect(armed.map(({ policy }) => policy)).toEqual([expect.stringMatching(/dispatch/i)]);
    expect(armed[0]?.resources).toContain(':schedule/steward/*');
    expect(armed[0]?.actions.toSorted()).toEqual(
      ['CreateSchedule', 'DeleteSchedule', 'UpdateSchedule'].map((action) => `scheduler:${action}`),
    );
  });
});

describe('the HTTP API', () => {
  it.each([
    ['GET /api/{proxy+}', 'JWT'],
    ['POST /api/{proxy+}', 'JWT'],
    ['PUT /api/{proxy+}', 'JWT'],
    ['GET /api/health', 'NONE'],
    ['GET /api/openapi.json', 'NONE'],
    ['GET /a/{token}', 'NONE'],
    ['HEAD /a/{token}', 'NONE'],
    ['POST /a/{token}', 'NONE'],
    ['GET /report/{site}', 'NONE'],
    ['POST /report/{site}', 'NONE'],
    ['GET /r/{token}', 'NONE'],
    ['POST /r/{token}', 'NONE'],
    ['GET /e/{code}', 'NONE'],
    ['POST /e/{code}', 'NONE'],
    ['GET /calendar/{name}', 'NONE'],
  ])('authorises %s by %s', (RouteKey, AuthorizationType) =>
    has('AWS::ApiGatewayV2::Route', { RouteKey, AuthorizationType }),
  );
  it('opens no other route', () => {
    const routes = Object.values(backend.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties);
    const open = routes.filter(({ AuthorizationType }) => AuthorizationType !== 'JWT').map(({ RouteKey }) => RouteKey);
    expect(open.sort()).toEqual([
      'GET /a/{token}',
      'GET /api/health',
      'GET /api/openapi.json',
      'GET /calendar/{name}',
      'GET /e/{code}',
      'GET /r/{token}',
      'GET /report/{site}',
      'HEAD /a/{token}',
      'HEAD /calendar/{name}',
      'HEAD /e/{code}',
      'HEAD /r/{token}',
      'HEAD /report/{site}',
      'POST /a/{token}',
      'POST /e/{code}',
      'POST /r/{token}',
      'POST /report/{site}',
    ]);
  });
  it('asks another issuer where there is one', () =>
    inChina.backend.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      JwtConfiguration: { Audience: ['steward-panel'], Issuer: 'https://id.acme.test' },
    }));
  it('is throttled', () =>
    has('AWS::ApiGatewayV2::Stage', { DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 } }));
  it('logs its requests without their path: links in it would let readers of the log act', () => {
    const stage = Object.values(backend.findResources('AWS::ApiGatewayV2::Stage'))[0]?.Properties;
    expect(stage.AccessLogSettings.Format).toContain('$context.routeKey');
    expect(stage.AccessLogSettings.Format).not.toMatch(/\$context\.(path|http\.path)|rawPath/);
  });
  it('answers under a name of its own where there is no CloudFront', () => {
    const certificateArn = 'arn:aws-cn:acm:cn-north-1:123456789012:certificate/1';
    synthesise({ ...china, certificateArn }).backend.hasResourceProperties('AWS::ApiGatewayV2::DomainName', {
      DomainName: 'steward.acme.test',
      DomainNameConfigurations: [Match.objectLike({ CertificateArn: certificateArn, SecurityPolicy: 'TLS_1_2' })],
    });
  });
  it('serves the panel where there is no CloudFront', () =>
    inChina.backend.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: 'GET /{proxy+}',
      AuthorizationType: 'NONE',
    }));
});

describe('mail by SES', () => {
  it('goes out under the domain of the sender', () => has('AWS::SES::EmailIdentity', { EmailIdentity: 'acme.test' }));
  it('needs TLS', () => has('AWS::SES::ConfigurationSet', { DeliveryOptions: { TlsPolicy: 'REQUIRE' } }));
  it('reports bounces and complaints', () =>
    has('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: { Enabled: true, MatchingEventTypes: ['bounce', 'complaint'] },
    }));
  it('hands the reports to a function, and what it cannot hand over to the dead letters', () =>
    has('AWS::SNS::Subscription', {
      Protocol: 'lambda',
      Endpoint: { 'Fn::GetAtt': [Match.stringLikeRegexp('Functionsbounce'), 'Arn'] },
      RedrivePolicy: Match.anyValue(),
    }));
  it('may be sent by dispatch and the sweeper only', () => {
    const senders = made.allowed.filter(({ actions }) => actions.includes('ses:SendEmail')).map(({ policy }) => policy);
    expect(senders.map((policy) => /^Functions([a-z]+)Role/.exec(policy)?.[1]).sort()).toEqual(['dispatch', 'sweep']);
  });
});

describe('uploads', () => {
  it('are checked when they arrive', () =>
    has('AWS::Events::Rule', {
      EventPattern: Match.objectLike({
        source: ['aws.s3'],
        detail: Match.objectLike({ object: { key: [{ prefix: 'incoming/' }] } }),
      }),
      Targets: [
        Match.objectLike({
          DeadLetterConfig: Match.anyValue(),
          InputTransformer: Match.objectLike({
            InputTemplate: '{"Records":[{"s3":{"object":{"key":<detail-object-key>}}}]}',
          }),
        }),
      ],
    }));
});

describe('rights', () => {
  const holders = (test: (allowed: Synthesised['allowed'][number]) => boolean) => [
    ...new Set(
      made.allowed
        .filter(test)
        .flatMap(({ policy }) => /^Functions([a-zA-Z]+)Role/.exec(policy)?.[1] ?? [])
        .sort(),
    ),
  ];
  const readers = (action: string) => holders(({ actions }) => actions.includes(action));
  it('to read secrets belong to those who sign or read links', () =>
    expect(holders(({ resources }) => /Links\w*Secret/.test(resources))).toEqual([
      'dispatch',
      'page',
      'resident',
      'sweep',
    ]));
  it('to the secret of CloudFront belong to those who record who asked', () =>
    expect(holders(({ resources }) => /Edge\w*Secret/.test(resources))).toEqual(['api', 'resident']));
  it('to the log of changes are to add to it and to read it, for those who change what is configured', () => {
    const onLog = made.allowed.filter(({ resources }) => /AuditLogTable/.test(resources) && !/Stream/.test(resources));
    expect(new Set(onLog.flatMap(({ actions }) => actions))).toEqual(new Set(['dynamodb:PutItem', 'dynamodb:Query']));
    expect(holders((one) => onLog.includes(one))).toEqual(['api', 'bootstrap', 'sweep']);
  });
  it('to the copies of the log are to write and read them, never to remove one or its lock', () => {
    const onCopies = made.allowed.filter(({ resources }) => /AuditCopies/.test(resources));
    expect(onCopies.flatMap(({ actions }) => actions)).toEqual(['s3:GetObject', 's3:PutObject']);
    expect(holders((one) => onCopies.includes(one))).toEqual(['copyAudit']);
  });
  it('to start and wake executions belong to dispatch and the sweeper', () =>
    expect(readers('states:StartExecution')).toEqual(['dispatch', 'sweep']));
  it('to photos belong to those who show and take them', () =>
    expect(readers('s3:PutObject')).toEqual(['api', 'copyAudit', 'keepPhoto', 'page', 'resident']));
});

describe('the first publication', () => {
  it('runs bootstrap after its rights are there', () => {
    const trigger = Object.values(backend.findResources('Custom::Trigger'))[0];
    expect(trigger?.DependsOn).toEqual(
      expect.arrayContaining([expect.stringMatching(/^FunctionsbootstrapRoleDefaultPolicy/)]),
    );
  });
});

describe('alarms', () => {
  it.each([
    ['steward-SweeperFoundWork', 'SweptWakeUps'],
    ['steward-StuckItems', 'SweptEffects'],
    ['steward-DispatchFailed', 'DispatchFailed'],
    ['steward-MailFailed', 'MailFailed'],
    ['steward-WorkflowStopped', 'WorkflowStopped'],
    ['steward-LinkedNotOpened', 'LinkedNotOpened'],
    ['steward-PlanFailed', 'PlanFailed'],
    ['steward-ChecklistLeftOut', 'ChecklistLeftOut'],
    ['steward-SweepFailed', 'SweepFailed'],
    ['steward-AuditTampered', 'AuditTampered'],
  ])('%s looks at %s', (AlarmName, MetricName) =>
    has('AWS::CloudWatch::Alarm', {
      AlarmName,
      MetricName,
      Namespace: 'Steward',
      Dimensions: [{ Name: 'service', Value: 'steward' }],
    }),
  );
  it('miss the sweeper when it is silent', () =>
    has('AWS::CloudWatch::Alarm', { AlarmName: 'steward-SweeperSilent', TreatMissingData: 'breaching' }));
  it.each(Object.values(machines))('notice executions of %s that did not end by themselves', (name) =>
    has('AWS::CloudWatch::Alarm', { AlarmName: `steward-${name}Failed` }),
  );
  it.each(['Stream', 'Schedules', 'Events'])('notice dead letters of %s', (queue) =>
    has('AWS::CloudWatch::Alarm', { AlarmName: `steward-DeadLetters${queue}`, Namespace: 'AWS/SQS' }),
  );
  it('all reach one topic', () => {
    const actions = Object.values(backend.findResources('AWS::CloudWatch::Alarm')).map(
      ({ Properties }) => Properties.AlarmActions,
    );
    expect(new Set(actions.map((action) => JSON.stringify(action))).size).toBe(1);
  });
  it('are mailed to the administrator unless the settings name somebody else', () =>
    has('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'wang@acme.test' }));
});
