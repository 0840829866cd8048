import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { metrics } from '../../../functions/settings.ts';

export interface StewardAlarmsProps {
  readonly name: string;
  readonly email: string;
  readonly machines: readonly IStateMachine[];
  readonly deadLetters: readonly IQueue[];
  readonly dispatch: IFunction;
  readonly undelivered: IQueue;
}

/** Everything that means a person was not reached, or soon will not be, mailed to one address. */
export class StewardAlarms extends Construct {
  readonly topic: Topic;
  private readonly name: string;

  constructor(scope: Construct, id: string, props: StewardAlarmsProps) {
    super(scope, id);
    this.name = props.name;
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sns:Publish'],
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    this.topic.addSubscription(new EmailSubscription(props.email, { deadLetterQueue: props.undelivered }));

    this.own('SweeperFoundWork', metrics.sweptWakeUps, 'Wake-ups passed unnoticed; the sweeper made up for them.');
    this.own('StuckItems', metrics.sweptEffects, 'Committed effects had not been carried out; the sweeper did it.');
    this.own(
      'DispatchFailed',
      metrics.dispatchFailed,
      'Effects of an item could not be carried out and are tried again.',
    );
    this.own('MailFailed', metrics.mailFailed, 'Mail servers refuse to take mail for now.', 5);
    this.own(
      'WorkflowStopped',
      metrics.workflowStopped,
      'The workflow of an item loops or leads nowhere: the item waits until an administrator acts on it.',
    );
    this.own(
      'LinkedNotOpened',
      metrics.linkedNotOpened,
      'A work order that an item wants could not be opened; it is tried again every five minutes.',
    );
    this.own(
      'PlanFailed',
      metrics.planFailed,
      'An order of a maintenance plan could not be opened; the sweeper tries again.',
    );
    this.own(
      'ChecklistLeftOut',
      metrics.checklistLeftOut,
      'A planned order was opened without its checklist, which has grown too long for one order: split the plan.',
    );
    this.own('SweepFailed', metrics.sweepFailed, 'The sweeper could not repair an item; the next sweep tries again.');
    this.own(
      'AuditTampered',
      metrics.auditTampered,
      'The log of changes was changed behind its back: run `npm run verify`.',
    );
    this.alarm('SweeperSilent', {
      metric: this.metric(metrics.sweptWakeUps, Stats.SAMPLE_COUNT, Duration.minutes(15)),
      description: 'The sweeper has not run for fifteen minutes: what a crash leaves behind would stay there.',
      operator: ComparisonOperator.LESS_THAN_THRESHOLD,
      missing: TreatMissingData.BREACHING,
    });
    this.alarm('DispatchBehind', {
      metric: props.dispatch.metric('IteratorAge', { statistic: Stats.MAXIMUM, period: Duration.minutes(5) }),
      description: 'Effects wait for more than five minutes in the table stream.',
      threshold: Duration.minutes(5).toMilliseconds(),
    });
    for (const machine of props.machines)
      this.alarm(`${machine.node.id}Failed`, {
        metric: failures(machine),
        description: `Executions of ${machine.node.id} failed, timed out or were stopped by hand; the sweeper starts their items again.`,
      });
    for (const queue of props.deadLetters)
      this.alarm(`DeadLetters${queue.node.id}`, {
        metric: queue.metricApproximateNumberOfMessagesVisible({
          statistic: Stats.MAXIMUM,
          period: Duration.minutes(5),
        }),
        description: `Something was given up and waits in ${queue.node.id}: look at it, mend the cause, send it again.`,
      });
  }

  private metric(metricName: string, statistic: string, period: Duration): Metric {
    return new Metric({
      namespace: metrics.namespace,
      metricName,
      dimensionsMap: { service: metrics.service },
      statistic,
      period,
    });
  }

  private own(id: string, metricName: string, description: string, threshold = 1): void {
    this.alarm(id, { metric: this.metric(metricName, Stats.SUM, Duration.minutes(5)), description, threshold });
  }

  private alarm(id: string, options: AlarmOptions): void {
    const alarm = new Alarm(this, id, {
      alarmName: `${this.name}-${id}`,
      alarmDescription: options.description,
      metric: options.metric,
      threshold: options.threshold ?? 1,
      evaluationPeriods: 1,
      comparisonOperator: options.operator ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: options.missing ?? TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}

interface AlarmOptions {
  readonly metric: IMetric;
  readonly description: string;
  /** @default 1 */
  readonly threshold?: number;
  /** @default at least the threshold */
  readonly operator?: ComparisonOperator;
  /** @default a missing figure is a good figure */
  readonly missing?: TreatMissingData;
}

const failures = (machine: IStateMachine): IMetric =>
  new MathExpression({
    expression: 'failed + timedOut + aborted',
    label: 'Executions that did not end by themselves',
    period: Duration.minutes(5),
    usingMetrics: {
      failed: machine.metricFailed(),
      timedOut: machine.metricTimedOut(),
      aborted: machine.metricAborted(),
    },
  });
