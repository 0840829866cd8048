import { fileURLToPath } from 'node:url';
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Effect, Grant, type IGrantable, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { accept } from '#aws/accept';
import { type ItemKind, itemKinds } from '#domain/workflow/definition';
import { machines as machineNames, type Substitutions } from '#workflows/machines';

export const definitionFile = fileURLToPath(new URL('../../../functions/workflows/workflow.asl.json', import.meta.url));

export interface StewardMachinesProps {
  readonly advance: IFunction;
  readonly sleep: IFunction;
  readonly prefix: string;
}

/** The machines keep the names people know; only a second deployment in one account and region puts its own before them. */
export const machineName = (kind: ItemKind, prefix: string): string =>
  prefix === 'steward' ? machineNames[kind] : `${prefix}-${machineNames[kind]}`;

/** Formed from its name: the functions that a machine calls name the machine in their environment. */
export const machineArn = (scope: Construct, kind: ItemKind, prefix: string): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: machineName(kind, prefix),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** ComplaintEscalation, PreventiveMaintenance and FollowUpVisit: three machines made from one file, logged and traced. */
export class StewardMachines extends Construct {
  readonly machines: Readonly<Record<ItemKind, StateMachine>>;

  constructor(scope: Construct, id: string, props: StewardMachinesProps) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      description: 'The three machines of Steward: invoke Advance and Sleep',
      assumedBy: new ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['lambda:InvokeFunction'],
        resources: [props.advance.functionArn, props.sleep.functionArn],
      }),
    );
    accept(
      role,
      'Step Functions needs log delivery and X-Ray on "*": neither has resources to name.',
      'AwsSolutions-IAM5[Resource::*]',
    );
    const substitutions: Substitutions = {
      Partition: Stack.of(this).partition,
      AdvanceArn: props.advance.functionArn,
      SleepArn: props.sleep.functionArn,
    };
    const make = (kind: ItemKind): StateMachine => {
      const name = machineName(kind, props.prefix);
      return new StateMachine(this, machineNames[kind], {
        stateMachineName: name,
        definitionBody: DefinitionBody.fromFile(definitionFile),
        queryLanguage: QueryLanguage.JSONATA,
        definitionSubstitutions: { ...substitutions },
        role,
        tracingEnabled: true,
        logs: {
          destination: new LogGroup(this, `${machineNames[kind]}Log`, {
            // This prefix is shared by one resource policy; other names would each need their own and the account has ten.
            logGroupName: `/aws/vendedlogs/states/${name}`,
            retention: RetentionDays.ONE_MONTH,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
          level: LogLevel.ALL,
          includeExecutionData: false,
        },
      });
    };
    this.machines = { complaint: make('complaint'), workOrder: make('workOrder'), visit: make('visit') };
  }

  get all(): readonly StateMachine[] {
    return itemKinds.map((kind) => this.machines[kind]);
  }

  /** Start executions and wake sleeping ones. */
  grantStartAndWake(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ['states:SendTaskSuccess', 'states:StartExecution'],
      resourceArns: this.all.map((machine) => machine.stateMachineArn),
    });
  }
}
