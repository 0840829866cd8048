import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { StewardAudit } from '#aws/constructs/audit';
import { StewardFiles } from '#aws/constructs/files';
import { StewardIdentity } from '#aws/constructs/identity';
import { EdgeKey, LinksKey } from '#aws/constructs/secrets';
import { StewardTable } from '#aws/constructs/table';
import type { StewardSettings } from '#aws/settings';
import { tableDefinition } from '#store/table';

export interface DataStackProps extends StackProps {
  readonly settings: StewardSettings;
}

/** What must outlive every deployment: the table, the files, the people who can sign in, the key of the links. */
export class DataStack extends Stack {
  readonly table: StewardTable;
  readonly audit: StewardAudit;
  readonly files: StewardFiles;
  readonly identity: StewardIdentity;
  readonly linksKey: LinksKey;
  /** Undefined without CloudFront. */
  readonly edgeKey: EdgeKey | undefined;

  constructor(scope: Construct, id: string, { settings, ...props }: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: settings.retain });
    const { publicUrl, retain } = settings;
    this.table = new StewardTable(this, 'Data', { definition: tableDefinition, retain });
    this.files = new StewardFiles(this, 'Files', { publicUrl, retain });
    this.audit = new StewardAudit(this, 'Audit', { lock: settings.auditLock, logs: this.files.logs, retain });
    this.linksKey = new LinksKey(this, 'Links', { retain });
    this.edgeKey = settings.cloudFront ? new EdgeKey(this, 'Edge', { retain }) : undefined;
    this.identity = new StewardIdentity(this, 'Identity', {
      choice: settings.identity,
      publicUrl,
      adminEmail: settings.adminEmail,
      name: settings.name,
      retain,
    });
    new CfnOutput(this, 'TableName', { value: this.table.table.tableName });
    new CfnOutput(this, 'AuditTableName', { value: this.audit.log.table.tableName });
    new CfnOutput(this, 'AuditBucketName', { value: this.audit.copies.bucketName });
    new CfnOutput(this, 'FilesBucketName', { value: this.files.bucket.bucketName });
    new CfnOutput(this, 'Issuer', { value: this.identity.issuer });
    new CfnOutput(this, 'ClientId', { value: this.identity.audience });
  }
}
