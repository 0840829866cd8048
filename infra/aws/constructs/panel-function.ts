import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { contentSecurityPolicy } from '../../content-policy.ts';
import type { StewardIdentity } from './identity.ts';
import { StewardFunction } from './steward-function.ts';

export interface PanelFunctionProps {
  /** The bundle of panel/lambda.ts with the built panel in `files/`. */
  readonly code: Code;
  readonly name: string;
  readonly identity: StewardIdentity;
  readonly filesOrigin: string;
  readonly deadLetters: IQueue;
}

/** The panel where there is no CloudFront: a function that has the built files beside it and reads nothing else. */
export class PanelFunction extends Construct {
  readonly function: StewardFunction;

  constructor(scope: Construct, id: string, props: PanelFunctionProps) {
    super(scope, id);
    this.function = new StewardFunction(this, 'Serve', {
      functionName: `${props.name}-panel`,
      handler: 'index.panel',
      description: 'The admin panel and its config.json',
      code: props.code,
      environment: {
        ISSUER: props.identity.issuer,
        AUDIENCE: props.identity.audience,
        CONTENT_SECURITY_POLICY: contentSecurityPolicy(props.identity.origins, props.filesOrigin),
      },
      deadLetters: props.deadLetters,
      memory: 512,
    });
  }
}
