import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { accept } from '#aws/accept';

/** Where what could not be delivered waits for a person: fourteen days, encrypted, TLS only. Each has an alarm. */
export class DeadLetters extends Construct {
  /** Stream records that dispatch could not carry out. */
  readonly stream: Queue;
  /** Schedules that could not reach their target. */
  readonly schedules: Queue;
  /** Events of asynchronous invocations (bounces, one-time schedules) that failed after their retries. */
  readonly events: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.stream = this.queue('Stream');
    this.schedules = this.queue('Schedules');
    this.events = this.queue('Events');
  }

  get all(): readonly Queue[] {
    return [this.stream, this.schedules, this.events];
  }

  private queue(id: string): Queue {
    const queue = new Queue(this, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    accept(
      queue,
      'This is itself a dead-letter queue; an alarm watches it.',
      'AwsSolutions-SQS3',
      'Serverless-SQSRedrivePolicy',
    );
    return queue;
  }
}
