import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, it } from 'vitest';
import { auditTableDefinition } from '#store/audit-table';
import { tableDefinition } from '#store/table';
import { ordinary, synthesise } from '../synthesised.ts';

let kept: Template;
let thrown: Template;
beforeAll(() => {
  kept = synthesise(ordinary).data;
  thrown = synthesise({ ...ordinary, removal: 'destroy', selfSignUp: 'true' }).data;
});
const has = (type: string, properties: unknown) => kept.hasResourceProperties(type, properties);

describe('the table', () => {
  it('has the keys of the definition', () => {
    has('AWS::DynamoDB::Table', {
      KeySchema: [
        { AttributeName: tableDefinition.partition, KeyType: 'HASH' },
        { AttributeName: tableDefinition.sort, KeyType: 'RANGE' },
      ],
    });
  });
  it('has every index of the definition, projecting what its lists show', () => {
    has('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: tableDefinition.indexes.map(({ name, partition, sort, project }) => ({
        IndexName: name,
        KeySchema: [
          { AttributeName: partition, KeyType: 'HASH' },
          { AttributeName: sort, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: project },
      })),
    });
  });
  it('streams both images', () =>
    has('AWS::DynamoDB::Table', { StreamSpecification: { StreamViewType: tableDefinition.stream } }));
  it('can be restored to any second', () =>
    has('AWS::DynamoDB::Table', { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }));
  it('is encrypted with a KMS key', () => has('AWS::DynamoDB::Table', { SSESpecification: { SSEEnabled: true } }));
  it('costs by use', () => has('AWS::DynamoDB::Table', { BillingMode: 'PAY_PER_REQUEST' }));
  it('forgets finished effects by their time', () =>
    has('AWS::DynamoDB::Table', { TimeToLiveSpecification: { AttributeName: tableDefinition.ttl, Enabled: true } }));
  it('is protected from deletion', () => has('AWS::DynamoDB::Table', { DeletionProtectionEnabled: true }));
  it('stays when the stack goes', () => kept.hasResource('AWS::DynamoDB::Table', { DeletionPolicy: 'Retain' }));
  it('goes with the stack where the settings say so', () =>
    thrown.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtectionEnabled: false },
    }));
});

describe('the log of changes', () => {
  it('has a table of its own, a chain a partition and all by time', () =>
    has('AWS::DynamoDB::Table', {
      KeySchema: [
        { AttributeName: auditTableDefinition.partition, KeyType: 'HASH' },
        { AttributeName: auditTableDefinition.sort, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [Match.objectLike({ IndexName: 'byTime' })],
      TimeToLiveSpecification: Match.absent(),
      DeletionProtectionEnabled: true,
    }));
  it('is copied to a bucket that locks every object for ten years', () =>
    has('AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 3652 } },
      },
      VersioningConfiguration: { Status: 'Enabled' },
    }));
  it('is locked for good and as long as the settings say', () =>
    synthesise({ ...ordinary, auditLock: 'compliance', auditDays: '365' }).data.hasResourceProperties(
      'AWS::S3::Bucket',
      {
        ObjectLockConfiguration: Match.objectLike({
          Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 365 } },
        }),
      },
    ));
});

describe('the files bucket', () => {
  it('is private', () =>
    kept.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    }));
  it('speaks TLS only', () =>
    kept.allResourcesProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    }));
  it('takes forms posted from the public address only', () =>
    has('AWS::S3::Bucket', {
      CorsConfiguration: {
        CorsRules: [Match.objectLike({ AllowedOrigins: [ordinary.publicUrl], AllowedMethods: ['POST', 'GET'] })],
      },
    }));
  it('drops uploads that nobody kept after a day', () =>
    has('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: Match.arrayWith([Match.objectLike({ Prefix: 'incoming/', ExpirationInDays: 1, Status: 'Enabled' })]),
      },
    }));
  it('forgets erased photos within the 35 days of the backups', () =>
    has('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({ Prefix: 'kept/', NoncurrentVersionExpiration: { NoncurrentDays: 30 } }),
        ]),
      },
    }));
  it('tells EventBridge of uploads', () =>
    has('AWS::S3::Bucket', { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } }));
  it('logs who reads it', () =>
    has('AWS::S3::Bucket', { LoggingConfiguration: Match.objectLike({ LogFilePrefix: 'files/' }) }));
});

describe('the links key', () => {
  it('is generated with its key id', () =>
    has('AWS::SecretsManager::Secret', {
      GenerateSecretString: {
        SecretStringTemplate: '{"kid":"k1"}',
        GenerateStringKey: 'secret',
        PasswordLength: 64,
        ExcludePunctuation: true,
      },
    }));
  it('stays when the stack goes: mails already sent depend on it', () =>
    kept.hasResource('AWS::SecretsManager::Secret', { DeletionPolicy: 'Retain' }));
});

describe('the user pool', () => {
  it('lets nobody register who was not invited', () =>
    has('AWS::Cognito::UserPool', { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } }));
  it('lets people register where the settings say so', () =>
    thrown.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
    }));
  it('wants addresses proved, new ones too', () =>
    has('AWS::Cognito::UserPool', {
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    }));
  it('offers a second factor', () =>
    has('AWS::Cognito::UserPool', { MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] }));
  it('has a public client that knows the code flow only', () =>
    has('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'profile'],
      ExplicitAuthFlows: Match.absent(),
    }));
  it('sends people back to the panel only', () =>
    has('AWS::Cognito::UserPoolClient', {
      CallbackURLs: ['https://steward.acme.test/signed-in'],
      LogoutURLs: ['https://steward.acme.test/sign-in'],
    }));
  it('invites the first administrator', () =>
    has('AWS::Cognito::UserPoolUser', { Username: 'wang@acme.test', DesiredDeliveryMediums: ['EMAIL'] }));
});

describe('outputs', () => {
  it('name what other tools need', () => {
    for (const name of ['TableName', 'AuditTableName', 'AuditBucketName', 'FilesBucketName', 'Issuer', 'ClientId'])
      kept.hasOutput(name, {});
  });
});
