import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { accept } from '#aws/accept';

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
    accept(this.logs, 'This bucket holds the access logs of the others; logging it into itself would never end.', 'AwsSolutions-S1');
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
        { id: 'UploadsNeverKept', prefix: incomingPrefix, expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) },
        // Erased personal data must be gone from every copy within 35 days, as from the table's backups.
        { id: 'Erased', prefix: keptPrefix, noncurrentVersionExpiration: Duration.days(30) },
        { id: 'Unfinished', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
  }

  /** Sign upload forms, check what came, keep it, and sign short-lived addresses to look at it. */
  grantUse(grantee: IGrantable): Grant {
    const incoming = this.bucket.arnForObjects(`${incomingPrefix}*`);
    const kept = this.bucket.arnForObjects(`${keptPrefix}*`);
    Grant.addToPrincipal({ grantee, actions: ['s3:DeleteObject'], resourceArns: [incoming], scope: this });
    return Grant.addToPrincipal({
      grantee,
      actions: ['s3:GetObject', 's3:PutObject'],
      resourceArns: [incoming, kept],
      scope: this,
    });
  }
}
