import { ArnFormat, Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { MailChoice } from '#aws/settings';

/** A way to send mail: what the functions must be told, and the right to use it. */
export interface StewardMail {
  readonly environment: Readonly<Record<string, string>>;
  grantSend(grantee: IGrantable): void;
}
type Choice<T extends MailChoice['type']> = Extract<MailChoice, { type: T }>;

export interface SesMailProps {
  readonly choice: Choice<'ses'>;
  readonly name: string;
}

/** SES: the sender's identity and a configuration set that publishes bounces and complaints. */
export class SesMail extends Construct implements StewardMail {
  readonly identity: EmailIdentity;
  readonly environment: Readonly<Record<string, string>>;
  private readonly topic: Topic;
  private readonly setArn: string;

  constructor(scope: Construct, id: string, { choice, name }: SesMailProps) {
    super(scope, id);
    if (!choice.sender.endsWith(choice.identity))
      throw new Error(`mailIdentity must be ${choice.sender} or its domain (got "${choice.identity}").`);
    const stack = Stack.of(this);
    const set = new ConfigurationSet(this, 'Set', {
      configurationSetName: name,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      // Suppressed addresses are kept by us, with the reason in the timeline: SES would drop their mail without a word.
      disableSuppressionList: true,
    });
    this.setArn = stack.formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: name,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    const { identity } = choice;
    this.identity = new EmailIdentity(this, 'Sender', {
      identity: identity.includes('@') ? Identity.email(identity) : Identity.domain(identity),
      configurationSet: set,
      // Off: bounces arrive as events, nobody reads the sender's mailbox.
      feedbackForwarding: false,
    });
    this.topic = new Topic(this, 'Undelivered', { enforceSSL: true });
    // Also lets SES publish to the topic, for this configuration set of this account only.
    new ConfigurationSetEventDestination(this, 'Events', {
      configurationSet: set,
      destination: EventDestination.snsTopic(this.topic),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    this.environment = { MAIL: 'ses', MAIL_SENDER: choice.sender, SES_CONFIGURATION_SET: set.configurationSetName };
  }

  grantSend(grantee: IGrantable): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['ses:SendEmail', 'ses:SendRawEmail'],
      resourceArns: [this.identity.emailIdentityArn, this.setArn],
    });
  }

  /** Gives bounces and complaints to `handler`; what cannot be handed over goes to `deadLetters`. */
  notify(handler: IFunction, deadLetters: IQueue): void {
    this.topic.addSubscription(new LambdaSubscription(handler, { deadLetterQueue: deadLetters }));
  }
}

/** Any SMTP server; the user name and password are in a secret made beforehand: {"username", "password"}. */
export class SmtpMail extends Construct implements StewardMail {
  readonly environment: Readonly<Record<string, string>>;
  private readonly secret: ISecret;

  constructor(scope: Construct, id: string, choice: Choice<'smtp'>) {
    super(scope, id);
    this.secret = Secret.fromSecretCompleteArn(this, 'Secret', choice.secretArn);
    this.environment = {
      MAIL: 'smtp',
      MAIL_SENDER: choice.sender,
      SMTP_HOST: choice.host,
      SMTP_PORT: String(choice.port),
      SMTP_SECRET_ARN: choice.secretArn,
    };
  }

  grantSend(grantee: IGrantable): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['secretsmanager:GetSecretValue'],
      resourceArns: [this.secret.secretArn],
    });
  }
}
