import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { accept, wildcardOn } from '#aws/accept';
import { auditTableDefinition } from '#store/audit-table';
import type { StewardFunction } from './steward-function.ts';
import { StewardTable } from './table.ts';

export interface StewardAuditProps {
  readonly lock: { readonly mode: 'governance' | 'compliance'; readonly days: number };
  /** Takes the access log. */
  readonly logs: IBucket;
  readonly retain: boolean;
}

/** The log of changes: a table that is only added to, and a bucket whose objects are locked as they are written. */
export class StewardAudit extends Construct {
  readonly log: StewardTable;
  readonly copies: Bucket;

  constructor(scope: Construct, id: string, { lock, logs, retain }: StewardAuditProps) {
    super(scope, id);
    this.log = new StewardTable(this, 'Log', { definition: auditTableDefinition, retain });
    const days = Duration.days(lock.days);
    this.copies = new Bucket(this, 'Copies', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention:
        lock.mode === 'compliance' ? ObjectLockRetention.compliance(days) : ObjectLockRetention.governance(days),
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'audit/',
      removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  /** Writes copies, and reads one that is there already: a record of the stream may come twice. */
  grantCopy(grantee: StewardFunction): void {
    const objects = this.copies.arnForObjects('*');
    grantee.addToRolePolicy(new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: [objects] }));
    const bucketArn = Stack.of(this).exportValue(this.copies.bucketArn);
    accept(
      grantee.roleConstruct,
      'Copies are called by their place in the log: the rights are on the objects of one bucket.',
      wildcardOn(this, `${bucketArn}/*`),
    );
  }
}
