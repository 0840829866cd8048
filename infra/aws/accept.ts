import { Stack, Validations } from 'aws-cdk-lib';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of cdk-nag on one construct (and below), each with its reason. `rules` are full finding ids, such as
 * `AwsSolutions-IAM5[Resource::*]`: what is not named here still fails the synth.
 */
export const accept = (scope: IConstruct, reason: string, ...rules: string[]): void => {
  Validations.of(scope).acknowledge(...rules.map((id) => ({ id, reason })));
};

/** A text with references, written as cdk-nag writes it in finding ids of the stack of `scope`. */
export const flattened = (scope: IConstruct, text: string): string =>
  flattenCfnReference(Stack.of(scope).resolve(text));

/** Id of the finding for an ARN that ends in a wildcard. */
export const wildcardOn = (scope: IConstruct, arn: string): string =>
  `AwsSolutions-IAM5[Resource::${flattened(scope, arn)}]`;
