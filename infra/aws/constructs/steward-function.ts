import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { accept } from '#aws/accept';

export interface StewardFunctionProps {
  /** Physical name; ARNs that would otherwise go in a circle are formed from it. */
  readonly functionName: string;
  /** `<file>.<export>` in the code. */
  readonly handler: string;
  readonly code: Code;
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Takes events of asynchronous invocations that failed after their retries. */
  readonly deadLetters: IQueue;
  /** @default 10 seconds */
  readonly timeout?: Duration;
  /** In MB; CPU grows with it. @default 512 */
  readonly memory?: number;
}

/** A function with a role of its own that may write its log and its traces, and nothing else until granted. */
export class StewardFunction extends LambdaFunction {
  readonly roleConstruct: Role;

  constructor(scope: Construct, id: string, props: StewardFunctionProps) {
    if (!/^[\w-]+\.[\w]+$/.test(props.handler))
      throw new Error(`handler must be <file>.<export> (got "${props.handler}")`);
    const { role, logGroup } = ground(scope, id, props);
    super(scope, id, {
      functionName: props.functionName,
      description: props.description,
      code: props.code,
      handler: props.handler,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory ?? 512,
      timeout: props.timeout ?? Duration.seconds(10),
      environment: { ...props.environment },
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      role,
      deadLetterQueue: props.deadLetters,
    });
    this.roleConstruct = role;
    accept(
      role,
      'X-Ray takes trace segments without naming a resource; a test asserts that nothing else is allowed on "*".',
      'AwsSolutions-IAM5[Resource::*]',
    );
  }
}

/** Role and log group made before the function: the managed policy for logs would allow every log group of the account. */
const ground = (scope: Construct, id: string, props: StewardFunctionProps): { role: Role; logGroup: LogGroup } => {
  const logGroup = new LogGroup(scope, `${id}Log`, {
    logGroupName: `/aws/lambda/${props.functionName}`,
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `${props.functionName} of ${Stack.of(scope).stackName}`,
  });
  role.addToPolicy(
    new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }),
  );
  return { role, logGroup };
};
