import { RemovalPolicy } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { accept } from '#aws/accept';

/** The key that signs action links, made at deployment and read by nobody: {"kid", "secret"}, see `LinksSecret`. */
export class LinksKey extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, props: { readonly retain: boolean }) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description:
        'Signs the links in mails. To rotate: a new kid and secret, the old pair into "previous" for 30 days.',
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ kid: 'k1' }),
        generateStringKey: 'secret',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: props.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    accept(
      this.secret,
      'Links in mails already sent must go on working for up to 30 days, so the old key stays beside the new one: rotated by hand, with a key id.',
      'AwsSolutions-SMG4',
    );
  }

  grantRead(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ['secretsmanager:GetSecretValue'],
      resourceArns: [this.secret.secretArn],
    });
  }
}

/**
 * What our own CloudFront shows the residents' function, so that it believes what CloudFront says of the viewer: the API
 * has an address of its own, where anybody can send any header.
 */
export class EdgeKey extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, props: { readonly retain: boolean }) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Sent by CloudFront to the functions behind it. After a change deploy the panel stack again.',
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'secret',
        passwordLength: 48,
        excludePunctuation: true,
      },
      removalPolicy: props.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    accept(
      this.secret,
      'It lies in the configuration of the distribution as well: both change with a deployment, not by themselves.',
      'AwsSolutions-SMG4',
    );
  }

  grantRead(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ['secretsmanager:GetSecretValue'],
      resourceArns: [this.secret.secretArn],
    });
  }
}
