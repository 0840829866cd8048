import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { accept, wildcardOn } from '#aws/accept';
import type { StewardFunction } from './steward-function.ts';

export interface StewardSchedulesProps {
  readonly groupName: string;
  readonly deadLetters: IQueue;
}

/** The group of all schedules of this deployment and the one role they run under, which may only invoke what `every` and `mayInvoke` name. */
export class StewardSchedules extends Construct {
  readonly group: ScheduleGroup;
  readonly role: Role;
  private readonly deadLetters: IQueue;
  private readonly groupName: string;

  constructor(scope: Construct, id: string, props: StewardSchedulesProps) {
    super(scope, id);
    this.deadLetters = props.deadLetters;
    this.groupName = props.groupName;
    this.group = new ScheduleGroup(this, 'Group', {
      scheduleGroupName: props.groupName,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stack = Stack.of(this);
    this.role = new Role(this, 'Role', {
      description: 'Schedules of Steward: invoke the sweeper, nothing else',
      // Only schedules of this account and this group may take the role (no confused deputy).
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': stack.account },
          ArnLike: { 'aws:SourceArn': this.scheduleArn('*') },
        },
      }),
    });
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [props.deadLetters.queueArn] }),
    );
  }

  /** Makes `target` something schedules of this group may invoke. */
  mayInvoke(target: IFunction): void {
    this.role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }));
  }

  /** A standing schedule. @param rate such as `rate(5 minutes)` */
  every(id: string, rate: string, target: IFunction, input: Record<string, unknown>): CfnSchedule {
    return new CfnSchedule(this, id, {
      name: id.toLowerCase(),
      groupName: this.group.scheduleGroupName,
      description: `${rate}: ${target.node.id}`,
      scheduleExpression: rate,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: this.role.roleArn,
        input: JSON.stringify(input),
        deadLetterConfig: { arn: this.deadLetters.queueArn },
        // The next run does the work of a missed one.
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 240 },
      },
    });
  }

  /** Create, change and delete one-time schedules of this group, and give them the role. */
  grantArm(grantee: StewardFunction): void {
    grantee.addToRolePolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    );
    const any = this.scheduleArn('*');
    grantee.addToRolePolicy(
      new PolicyStatement({
        actions: ['scheduler:CreateSchedule', 'scheduler:DeleteSchedule', 'scheduler:UpdateSchedule'],
        resources: [any],
      }),
    );
    accept(
      grantee.roleConstruct,
      'One-time schedules are named after what they are for; the rights end at the group.',
      wildcardOn(this, any),
    );
  }

  private scheduleArn(name: string): string {
    return Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `${this.groupName}/${name}`,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
  }
}
