import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { TableDefinition } from '#store/table';

export interface StewardTableProps {
  /** Keys, indexes, stream and expiry: the same object the local database is made from. All keys are strings. */
  readonly definition: TableDefinition;
  readonly retain: boolean;
}

/** The one table: on demand, encrypted with a KMS key of the account, restorable to any second of 35 days, with its stream. */
export class StewardTable extends Construct {
  readonly table: Table;
  private readonly indexes: readonly string[];

  constructor(scope: Construct, id: string, { definition, retain }: StewardTableProps) {
    super(scope, id);
    if (definition.stream === null) throw new Error('The table needs a stream: dispatch lives on it (got null).');
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    this.table = new Table(this, 'Table', {
      partitionKey: text(definition.partition),
      sortKey: text(definition.sort),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: definition.ttl ?? undefined,
      deletionProtection: retain,
      removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const index of definition.indexes)
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: text(index.partition),
        sortKey: text(index.sort),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...index.project],
      });
    this.indexes = definition.indexes.map(({ name }) => name);
  }

  get streamArn(): string {
    const arn = this.table.tableStreamArn;
    if (arn === undefined) throw new Error('The table has no stream.');
    return arn;
  }

  /** Reads by key and query and conditional writes, on the table and each index by name. No Scan, for anybody. */
  grantUse(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: [
        'dynamodb:BatchGetItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
      resourceArns: [this.table.tableArn, ...this.indexes.map((name) => `${this.table.tableArn}/index/${name}`)],
    });
  }

  /** Adds rows and reads by query, and nothing else: what is there stays as it is. */
  grantAppend(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ['dynamodb:PutItem', 'dynamodb:Query'],
      resourceArns: [this.table.tableArn, ...this.indexes.map((name) => `${this.table.tableArn}/index/${name}`)],
    });
  }

  grantReadStream(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      resourceArns: [this.streamArn],
    });
  }
}
