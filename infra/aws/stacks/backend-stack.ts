import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { StewardAssets } from '#aws/assets';
import { StewardAlarms } from '#aws/constructs/alarms';
import { incomingPrefix } from '#aws/constructs/files';
import { FirstPublication } from '#aws/constructs/first-publication';
import { functionArn, StewardFunctions } from '#aws/constructs/functions';
import { StewardHttpApi } from '#aws/constructs/http-api';
import { machineArn, StewardMachines } from '#aws/constructs/machines';
import { SesMail, SmtpMail, type StewardMail } from '#aws/constructs/mail';
import { PanelFunction } from '#aws/constructs/panel-function';
import { DeadLetters } from '#aws/constructs/queues';
import { StewardSchedules } from '#aws/constructs/schedules';
import type { StewardSettings } from '#aws/settings';
import type { DataStack } from './data-stack.ts';

export interface BackendStackProps extends StackProps {
  readonly settings: StewardSettings;
  readonly assets: StewardAssets;
  readonly data: DataStack;
}

/**
 * What runs: functions, machines, schedules, mail, the HTTP API and the alarms. It may be deleted and made again: the rows
 * are the truth, and the sweeper starts their executions anew.
 */
export class BackendStack extends Stack {
  readonly http: StewardHttpApi;
  readonly functions: StewardFunctions;
  private readonly mail: StewardMail;
  private readonly schedules: StewardSchedules;

  constructor(scope: Construct, id: string, { settings, assets, data, ...props }: BackendStackProps) {
    super(scope, id, props);
    const { name } = settings;
    const deadLetters = new DeadLetters(this, 'DeadLetters');
    this.schedules = new StewardSchedules(this, 'Schedules', {
      groupName: name,
      deadLetters: deadLetters.schedules,
    });
    const { mail } = settings;
    this.mail =
      mail.type === 'ses' ? new SesMail(this, 'Mail', { choice: mail, name }) : new SmtpMail(this, 'Mail', mail);
    const ses = this.mail instanceof SesMail ? this.mail : undefined;
    this.functions = new StewardFunctions(this, 'Functions', {
      code: assets.functions,
      prefix: name,
      environment: this.functionEnvironment(settings, data, deadLetters),
      edge: data.edgeKey ? { EDGE_SECRET_ARN: data.edgeKey.secret.secretArn } : {},
      bootstrap: { COMPANY_NAME: settings.company.name, ADMIN_EMAIL: settings.adminEmail },
      deadLetters,
      bounces: ses !== undefined,
    });
    const { functions } = this;
    const machines = new StewardMachines(this, 'Machines', {
      advance: functions.advance,
      sleep: functions.sleep,
      prefix: name,
    });
    this.grant(data, machines);
    functions.listen(data.table, deadLetters);
    functions.copy(data.audit.log, deadLetters);
    this.schedules.mayInvoke(functions.sweep);
    this.schedules.every('Sweep', 'rate(5 minutes)', functions.sweep, {});
    if (functions.bounce) ses?.notify(functions.bounce, deadLetters.events);
    this.uploads(data, functions.keepPhoto, deadLetters);
    new FirstPublication(this, 'FirstPublication', { bootstrap: functions.bootstrap });

    this.http = this.api(settings, assets, data, deadLetters);
    new StewardAlarms(this, 'Alarms', {
      name,
      email: settings.alarmEmail,
      machines: machines.all,
      deadLetters: deadLetters.all,
      dispatch: functions.dispatch,
      undelivered: deadLetters.events,
    });
    this.outputs(settings, ses);
  }

  /** The same for every function; names checked against functions/settings.ts by a test. */
  private functionEnvironment(
    settings: StewardSettings,
    data: DataStack,
    deadLetters: DeadLetters,
  ): Record<string, string> {
    const { name } = settings;
    return {
      TABLE_NAME: data.table.table.tableName,
      AUDIT_TABLE_NAME: data.audit.log.table.tableName,
      AUDIT_BUCKET: data.audit.copies.bucketName,
      COMPANY: settings.company.id,
      PUBLIC_URL: settings.publicUrl,
      MACHINE_COMPLAINT: machineArn(this, 'complaint', name),
      MACHINE_WORK_ORDER: machineArn(this, 'workOrder', name),
      MACHINE_VISIT: machineArn(this, 'visit', name),
      FILES_BUCKET: data.files.bucket.bucketName,
      FILES_ORIGIN: data.files.origin,
      LINKS_SECRET_ARN: data.linksKey.secret.secretArn,
      ISSUER: data.identity.issuer,
      AUDIENCE: data.identity.audience,
      SCHEDULER_GROUP: name,
      SCHEDULER_ROLE_ARN: this.schedules.role.roleArn,
      SCHEDULER_TARGET_ARN: functionArn(this, 'sweep', name),
      SCHEDULER_DEAD_LETTERS_ARN: deadLetters.schedules.queueArn,
      ...this.mail.environment,
    };
  }

  /** Who may do what. The sweeper carries out effects as dispatch does. */
  private grant(data: DataStack, machines: StewardMachines): void {
    const { api, page, resident, dispatch, sweep, keepPhoto, bootstrap, copyAudit, all } = this.functions;
    for (const one of all) data.table.grantUse(one);
    for (const one of [api, page, resident, keepPhoto]) data.files.grantUse(one);
    for (const one of [page, resident, dispatch, sweep]) data.linksKey.grantRead(one);
    for (const one of [api, sweep, bootstrap]) data.audit.log.grantAppend(one);
    data.audit.grantCopy(copyAudit);
    for (const one of [api, resident]) data.edgeKey?.grantRead(one);
    for (const one of [dispatch, sweep]) {
      machines.grantStartAndWake(one);
      this.mail.grantSend(one);
    }
    this.schedules.grantArm(dispatch);
  }

  /** Storage tells when an upload is complete: the page the browser comes back to is a GET and changes nothing. */
  private uploads(data: DataStack, keepPhoto: IFunction, deadLetters: DeadLetters): void {
    // The shape of storage's own notifications.
    const key = EventField.fromPath('$.detail.object.key');
    new Rule(this, 'Uploaded', {
      description: 'An upload arrived: check it and keep it',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [data.files.bucket.bucketName] }, object: { key: [{ prefix: incomingPrefix }] } },
      },
      targets: [
        new LambdaFunction(keepPhoto, {
          event: RuleTargetInput.fromObject({ Records: [{ s3: { object: { key } } }] }),
          deadLetterQueue: deadLetters.events,
          retryAttempts: 8,
          maxEventAge: Duration.hours(6),
        }),
      ],
    });
  }

  private api(
    settings: StewardSettings,
    assets: StewardAssets,
    data: DataStack,
    deadLetters: DeadLetters,
  ): StewardHttpApi {
    const { cloudFront, certificateArn, publicUrl, name } = settings;
    const panel = cloudFront
      ? undefined
      : new PanelFunction(this, 'Panel', {
          code: assets.panelFunction,
          name,
          identity: data.identity,
          filesOrigin: data.files.origin,
          deadLetters: deadLetters.events,
        });
    return new StewardHttpApi(this, 'Http', {
      name,
      api: this.functions.api,
      page: this.functions.page,
      resident: this.functions.resident,
      panel: panel?.function,
      issuer: data.identity.issuer,
      audience: data.identity.audience,
      domain: !cloudFront && certificateArn ? { host: new URL(publicUrl).hostname, certificateArn } : undefined,
    });
  }

  private outputs(settings: StewardSettings, ses: SesMail | undefined): void {
    const output = (id: string, value: string, description: string) => new CfnOutput(this, id, { value, description });
    output('PublicUrl', settings.publicUrl, 'Where people go, and where links in mails lead');
    output('ApiUrl', `https://${this.http.host}`, 'The HTTP API under its own address');
    if (this.http.domainTarget)
      output('DomainTarget', this.http.domainTarget, 'Point the host of PublicUrl here (CNAME)');
    ses?.identity.dkimRecords.forEach((record, index) => {
      output(`SenderRecord${index + 1}`, `${record.name} CNAME ${record.value}`, 'Put into the DNS of the sender');
    });
  }
}
