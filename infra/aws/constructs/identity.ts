import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolUser,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { accept } from '#aws/accept';
import type { IdentityChoice } from '#aws/settings';

export interface StewardIdentityProps {
  readonly choice: IdentityChoice;
  readonly publicUrl: string;
  readonly adminEmail: string;
  /** Prefix of the sign-in domain; the account id makes it unique. */
  readonly name: string;
  readonly retain: boolean;
}

/** Who says who somebody is: a Cognito user pool made here, or any OIDC issuer there is already. */
export class StewardIdentity extends Construct {
  readonly issuer: string;
  /** Audience of the tokens = client id of the panel. */
  readonly audience: string;
  /** Origins the panel asks for keys and tokens. */
  readonly origins: readonly string[];

  constructor(scope: Construct, id: string, props: StewardIdentityProps) {
    super(scope, id);
    if (props.choice.type === 'issuer') {
      this.issuer = props.choice.issuer;
      this.audience = props.choice.audience;
      // An issuer's endpoints may live on hosts of other names (its discovery document says where).
      this.origins = ['https:'];
      return;
    }
    const pool = this.pool(props, props.choice.selfSignUp);
    const client = new UserPoolClient(this, 'Panel', {
      userPool: pool,
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${props.publicUrl}/signed-in`],
        logoutUrls: [`${props.publicUrl}/sign-in`],
      },
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
    });
    const prefix = `${props.name}-${Aws.ACCOUNT_ID}`;
    pool.addDomain('Domain', { cognitoDomain: { domainPrefix: prefix } });
    // Cognito mails the first administrator an invitation; the staff directory (bootstrap) makes them one.
    const admin = new CfnUserPoolUser(this, 'FirstAdmin', {
      userPoolId: pool.userPoolId,
      username: props.adminEmail,
      desiredDeliveryMediums: ['EMAIL'],
      userAttributes: [
        { name: 'email', value: props.adminEmail },
        { name: 'email_verified', value: 'true' },
      ],
    });
    // Another adminEmail later invites another person; it does not throw the first one out.
    admin.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const { region } = Stack.of(this);
    this.issuer = `https://cognito-idp.${region}.amazonaws.com/${pool.userPoolId}`;
    this.audience = client.userPoolClientId;
    this.origins = [
      `https://cognito-idp.${region}.amazonaws.com`,
      `https://${prefix}.auth.${region}.amazoncognito.com`,
    ];
  }

  private pool({ retain }: StewardIdentityProps, selfSignUp: boolean): UserPool {
    const pool = new UserPool(this, 'People', {
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      selfSignUpEnabled: selfSignUp,
      // Membership is found by the verified address: nobody may hold one they have not proved.
      autoVerify: { email: true },
      keepOriginal: { email: true },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: retain,
      removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    accept(
      pool,
      'A second factor is offered, not forced: many staff have no phone of their own to install one on. A company that wants it forced uses its own issuer or sets it on the pool.',
      'AwsSolutions-COG2',
    );
    accept(
      pool,
      'Threat protection is the Plus plan, charged per person; the staff directory and not the pool decides what a token may do.',
      'AwsSolutions-COG8',
    );
    return pool;
  }
}
