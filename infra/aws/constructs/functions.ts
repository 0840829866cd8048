import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import {
  orderEventPattern,
  outboxEventPattern,
  publishedEventPattern,
  retryEventPattern,
  rowEventPattern,
} from '#store/table';
import type { DeadLetters } from './queues.ts';
import { StewardFunction } from './steward-function.ts';
import type { StewardTable } from './table.ts';

/** Export of functions/lambda.ts -> its physical name after the prefix, what it does, and its size where it is not the usual one. */
export const functionTable = {
  api: { name: 'api', does: 'The JSON API', timeout: 15, memory: 1024 },
  page: { name: 'page', does: 'Staff action pages behind links in mails', timeout: 15, memory: 512 },
  resident: { name: 'resident', does: 'Residents’ pages: reports and receipts', timeout: 15, memory: 512 },
  advance: { name: 'advance', does: 'Decides what is due for one item', timeout: 15, memory: 512 },
  sleep: { name: 'sleep', does: 'Stores the token that wakes an execution', timeout: 10, memory: 256 },
  dispatch: { name: 'dispatch', does: 'Carries out committed effects from the table stream', timeout: 60, memory: 512 },
  sweep: { name: 'sweep', does: 'Repairs what a crash left behind', timeout: 240, memory: 512 },
  copyAudit: { name: 'copy-audit', does: 'Copies the log of changes to a locked bucket', timeout: 30, memory: 256 },
  keepPhoto: { name: 'keep-photo', does: 'Checks an upload and removes its location', timeout: 30, memory: 1024 },
  bootstrap: { name: 'bootstrap', does: 'Publishes what a company starts with', timeout: 60, memory: 512 },
  bounce: { name: 'bounce', does: 'Takes bounces and complaints from SES', timeout: 30, memory: 256 },
} as const;
export type FunctionId = keyof typeof functionTable;

export interface StewardFunctionsProps {
  readonly code: Code;
  readonly prefix: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Given to `api` and `resident` besides. */
  readonly edge: Readonly<Record<string, string>>;
  /** Given to `bootstrap` besides. */
  readonly bootstrap: Readonly<Record<string, string>>;
  readonly deadLetters: DeadLetters;
  /** SES reports what was not delivered; on SMTP there is nothing to listen to. */
  readonly bounces: boolean;
}

/** Formed from its name: schedules name the sweeper in the environment of every function, its own included. */
export const functionArn = (scope: Construct, id: FunctionId, prefix: string): string =>
  Stack.of(scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: `${prefix}-${functionTable[id].name}`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** All functions from one bundle, with the same environment; each has a role of its own. */
export class StewardFunctions extends Construct {
  readonly api: StewardFunction;
  readonly page: StewardFunction;
  readonly resident: StewardFunction;
  readonly advance: StewardFunction;
  readonly sleep: StewardFunction;
  readonly dispatch: StewardFunction;
  readonly sweep: StewardFunction;
  readonly copyAudit: StewardFunction;
  readonly keepPhoto: StewardFunction;
  readonly bootstrap: StewardFunction;
  readonly bounce: StewardFunction | undefined;

  constructor(scope: Construct, id: string, props: StewardFunctionsProps) {
    super(scope, id);
    const make = (handler: FunctionId, more: Readonly<Record<string, string>> = {}): StewardFunction => {
      const { name, does, timeout, memory } = functionTable[handler];
      return new StewardFunction(this, handler, {
        functionName: `${props.prefix}-${name}`,
        handler: `index.${handler}`,
        description: does,
        code: props.code,
        environment: { ...props.environment, ...more },
        deadLetters: props.deadLetters.events,
        timeout: Duration.seconds(timeout),
        memory,
      });
    };
    this.api = make('api', props.edge);
    this.page = make('page');
    this.resident = make('resident', props.edge);
    this.advance = make('advance');
    this.sleep = make('sleep');
    this.dispatch = make('dispatch');
    this.sweep = make('sweep');
    this.copyAudit = make('copyAudit');
    this.keepPhoto = make('keepPhoto');
    this.bootstrap = make('bootstrap', props.bootstrap);
    this.bounce = props.bounces ? make('bounce') : undefined;
  }

  get all(): readonly StewardFunction[] {
    const sure = [
      this.api,
      this.page,
      this.resident,
      this.advance,
      this.sleep,
      this.dispatch,
      this.sweep,
      this.copyAudit,
      this.keepPhoto,
      this.bootstrap,
    ];
    return this.bounce ? [...sure, this.bounce] : sure;
  }

  /**
   * Connects dispatch to the table's stream. Records of one partition key keep their order whatever the parallelism; a batch
   * goes on from the record that failed, is halved to find it, and ends in the dead letters after ten tries.
   */
  listen(table: StewardTable, deadLetters: DeadLetters): void {
    table.grantReadStream(this.dispatch);
    new EventSourceMapping(this, 'Stream', {
      target: this.dispatch,
      eventSourceArn: table.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      maxBatchingWindow: Duration.seconds(0),
      parallelizationFactor: 4,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(deadLetters.stream),
      filters: streamFilters.map((pattern) => FilterCriteria.filter(pattern)),
    });
  }

  /** Connects the copier to the log's own stream: everything that happens to the log, in order. */
  copy(log: StewardTable, deadLetters: DeadLetters): void {
    log.grantReadStream(this.copyAudit);
    new EventSourceMapping(this, 'AuditStream', {
      target: this.copyAudit,
      eventSourceArn: log.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 20,
      onFailure: new SqsDlq(deadLetters.stream),
    });
  }
}

/**
 * New effects, planned publications and plans of maintenance, assets and work orders, and documents published anew that deadlines and dates hang
 * on: all that dispatch acts on.
 */
export const streamFilters: readonly Record<string, unknown>[] = [
  outboxEventPattern,
  retryEventPattern,
  rowEventPattern,
  publishedEventPattern,
  orderEventPattern,
];
