import { RemovalPolicy } from 'aws-cdk-lib';
import { Attribute, AttributeType, BillingMode, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, Grant } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/** As functions/store/table.ts describes it: the input of CreateTable, the same object the local database is made from. */
export interface TableShape {
  readonly AttributeDefinitions: readonly { AttributeName?: string; AttributeType?: string }[];
  readonly KeySchema: readonly KeyPart[];
  readonly GlobalSecondaryIndexes?: readonly {
    IndexName?: string;
    KeySchema?: readonly KeyPart[];
    Projection?: { ProjectionType?: string; NonKeyAttributes?: readonly string[] };
  }[];
}
type KeyPart = { AttributeName?: string; KeyType?: string };

export interface StewardTableProps {
  readonly shape: TableShape;
  readonly retain: boolean;
  /** Attribute that says when a row may go. @default rows never expire */
  readonly expiry?: string;
}

/** The one table: on demand, encrypted with a KMS key of the account, restorable to any second of 35 days, with its stream. */
export class StewardTable extends Construct {
  readonly table: Table;
  private readonly indexes: readonly string[];

  constructor(scope: Construct, id: string, props: StewardTableProps) {
    super(scope, id);
    const attribute = (parts: readonly KeyPart[] | undefined, type: 'HASH' | 'RANGE'): Attribute | undefined => {
      const part = parts?.find((candidate) => candidate.KeyType === type);
      if (part?.AttributeName === undefined) return undefined;
      const definition = props.shape.AttributeDefinitions.find((one) => one.AttributeName === part.AttributeName);
      if (!definition) throw new Error(`The table uses the key attribute ${part.AttributeName} without defining it.`);
      return { name: part.AttributeName, type: definition.AttributeType === 'N' ? AttributeType.NUMBER : AttributeType.STRING };
    };
    const required = (parts: readonly KeyPart[] | undefined, where: string): Attribute => {
      const key = attribute(parts, 'HASH');
      if (!key) throw new Error(`${where} has no HASH key (got ${JSON.stringify(parts)}).`);
      return key;
    };
    this.table = new Table(this, 'Table', {
      partitionKey: required(props.shape.KeySchema, 'The table'),
      sortKey: attribute(props.shape.KeySchema, 'RANGE'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: props.expiry,
      deletionProtection: props.retain,
      removalPolicy: props.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const indexes = props.shape.GlobalSecondaryIndexes ?? [];
    for (const index of indexes) {
      this.table.addGlobalSecondaryIndex({
        indexName: index.IndexName ?? '',
        partitionKey: required(index.KeySchema, `Index ${index.IndexName}`),
        sortKey: attribute(index.KeySchema, 'RANGE'),
        projectionType: (index.Projection?.ProjectionType ?? 'ALL') as ProjectionType,
        nonKeyAttributes: index.Projection?.NonKeyAttributes ? [...index.Projection.NonKeyAttributes] : undefined,
      });
    }
    this.indexes = indexes.map((index) => index.IndexName ?? '');
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
      scope: this,
    });
  }

  grantReadStream(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      resourceArns: [this.streamArn],
      scope: this,
    });
  }
}
