import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PanelFiles } from '#aws/constructs/panel-files';
import { PanelSite } from '#aws/constructs/panel-site';
import type { StewardSettings } from '#aws/settings';
import { contentSecurityPolicy } from '../../content-policy.ts';
import type { DataStack } from './data-stack.ts';

export interface PanelStackProps extends StackProps {
  readonly settings: StewardSettings;
  readonly data: DataStack;
  readonly apiHost: string;
  /** Folder of the built panel. */
  readonly folder: string;
}

/** The panel behind CloudFront. Not made where there is none. */
export class PanelStack extends Stack {
  constructor(scope: Construct, id: string, { settings, data, apiHost, folder, ...props }: PanelStackProps) {
    super(scope, id, props);
    const { identity, files, edgeKey } = data;
    if (!edgeKey) throw new Error('The panel stack belongs to CloudFront, which needs its key.');
    const site = new PanelSite(this, 'Site', {
      publicUrl: settings.publicUrl,
      certificateArn: settings.certificateArn,
      apiHost,
      edgeSecret: edgeKey.secret,
      contentSecurityPolicy: contentSecurityPolicy(identity.origins, files.origin),
      accessLogs: files.logs,
    });
    new PanelFiles(this, 'Files', {
      bucket: site.bucket,
      folder,
      config: { issuer: identity.issuer, clientId: identity.audience },
    });
    new CfnOutput(this, 'SiteHost', {
      value: site.distribution.distributionDomainName,
      description:
        'Point the host of publicUrl here (CNAME), or, without a name of your own, deploy again with this as publicUrl',
    });
    new CfnOutput(this, 'PanelBucketName', { value: site.bucket.bucketName });
  }
}
