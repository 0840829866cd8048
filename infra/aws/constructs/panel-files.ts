import { DefaultStackSynthesizer, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { accept, flattened, wildcardOn } from '#aws/accept';
import { CACHE_FOREVER, CACHE_NEVER, configFile, type PanelConfig } from '../panel/headers.ts';

export interface PanelFilesProps {
  readonly bucket: IBucket;
  /** Folder of the built panel. */
  readonly folder: string;
  readonly config: PanelConfig;
}

/**
 * Puts the built panel and its /config.json into the bucket. Files of earlier deployments stay: a tab that was open
 * then still finds them. The page and the config come last and are asked for anew at each visit.
 */
export class PanelFiles extends Construct {
  constructor(scope: Construct, id: string, props: PanelFilesProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const put = (name: string, sources: ISource[], cacheControl: string): BucketDeployment =>
      new BucketDeployment(this, name, {
        sources,
        destinationBucket: props.bucket,
        cacheControl: [CacheControl.fromString(cacheControl)],
        prune: false,
        memoryLimit: 256,
        logGroup,
      });
    const assets = put(
      'Assets',
      [Source.asset(props.folder, { exclude: ['*', '!assets', '!assets/**'] })],
      CACHE_FOREVER,
    );
    const pages = put(
      'Pages',
      [
        Source.asset(props.folder, { exclude: ['assets', '.vite'] }),
        Source.jsonData('config.json', configFile(props.config)),
      ],
      CACHE_NEVER,
    );
    pages.node.addDependency(assets);
    acceptDeployer(this, props.bucket);
  }
}

/** The function behind BucketDeployment belongs to aws-cdk-lib: one for the stack, with a runtime and policy we do not choose. */
const acceptDeployer = (scope: Construct, bucket: IBucket): void => {
  const stack = Stack.of(scope);
  const deployer = stack.node.children.find((child) => child.node.id.startsWith('Custom::CDKBucketDeployment'));
  if (!deployer) throw new Error('aws-cdk-lib names the function of BucketDeployment otherwise than expected.');
  const cdkAssets = `arn:${stack.partition}:s3:::cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-${stack.account}-${stack.region}/*`;
  accept(
    deployer,
    "aws-cdk-lib's own function: runs at deployment only, reads the bucket of CDK assets and writes the panel's bucket.",
    'AwsSolutions-L1',
    'Serverless-LambdaDLQ',
    'Serverless-LambdaLatestVersion',
    'Serverless-LambdaTracing',
    `AwsSolutions-IAM4[Policy::${flattened(stack, `arn:${stack.partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`)}]`,
    ...['s3:Abort*', 's3:DeleteObject*', 's3:GetBucket*', 's3:GetObject*', 's3:List*'].map(
      (action) => `AwsSolutions-IAM5[Action::${action}]`,
    ),
    wildcardOn(stack, cdkAssets),
    wildcardOn(stack, bucket.arnForObjects('*')),
  );
};
