import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { accept, wildcardOn } from '#aws/accept';
import type { StewardFunction } from './steward-function.ts';

export interface StewardFilesProps {
  /** Origin whose pages may post to the bucket. */
  readonly publicUrl: string;
  readonly retain: boolean;
}
/** Uploads land here by presigned POST, unseen by anybody until checked, then move to `kept/`. */
export const incomingPrefix = 'incoming/';
export const keptPrefix = 'kept/';

/** Photos and documents of items: private, TLS only, versioned, with an access log in a bucket of its own. */
export class StewardFiles extends Construct {
  readonly bucket: Bucket;
  readonly logs: Bucket;
  /** Origin that forms post to and photos are shown from. */
  readonly origin: string;

  constructor(scope: Construct, id: string, props: StewardFilesProps) {
    super(scope, id);
    const common = {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: props.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    };
    this.logs = new Bucket(this, 'Logs', { ...common, lifecycleRules: [{ expiration: Duration.days(90) }] });
    accept(
      this.logs,
      'This bucket holds the access logs of the others; logging it into itself would never end.',
      'AwsSolutions-S1',
    );
    this.bucket = new Bucket(this, 'Files', {
      ...common,
      versioned: true,
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: 'files/',
      cors: [
        {
          allowedOrigins: [props.publicUrl],
          allowedMethods: [HttpMethods.POST, HttpMethods.GET],
          allowedHeaders: ['content-type'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        {
          id: 'UploadsNeverKept',
          prefix: incomingPrefix,
          expiration: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(1),
        },
        // Erased personal data must be gone from every copy within 35 days, as from the table's backups.
        { id: 'Erased', prefix: keptPrefix, noncurrentVersionExpiration: Duration.days(30) },
        { id: 'Unfinished', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    this.origin = `https://${this.bucket.bucketRegionalDomainName}`;
    // Uploads are told to EventBridge. The L2 way adds a custom resource with rights on every bucket for this one property.
    if (this.bucket.node.defaultChild instanceof CfnBucket)
      this.bucket.node.defaultChild.notificationConfiguration = {
        eventBridgeConfiguration: { eventBridgeEnabled: true },
      };
  }

  /** Sign upload forms, check what came, keep it, and sign short-lived addresses to look at it. */
  grantUse(grantee: StewardFunction): void {
    const incoming = this.bucket.arnForObjects(`${incomingPrefix}*`);
    const kept = this.bucket.arnForObjects(`${keptPrefix}*`);
    grantee.addToRolePolicy(new PolicyStatement({ actions: ['s3:DeleteObject'], resources: [incoming] }));
    // Without it storage answers "forbidden", not "not found", for an upload that never came.
    grantee.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }));
    grantee.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: [incoming, kept] }),
    );
    // In the grantee's stack the bucket is an imported value; its name there is that of the export.
    const bucketArn = Stack.of(this).exportValue(this.bucket.bucketArn);
    accept(
      grantee.roleConstruct,
      'Photos get their names when they are uploaded: the rights are on the two folders of one bucket.',
      wildcardOn(this, `${bucketArn}/${incomingPrefix}*`),
      wildcardOn(this, `${bucketArn}/${keptPrefix}*`),
    );
  }
}
