import validate from 'asl-validator';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { describe, expect, test } from 'vitest';
import { parseDefinition } from '#local/state-machine/definition';
import { machines, renderDefinition } from '#workflows/machines';

const substitutions = {
  Partition: 'aws-cn',
  AdvanceArn: 'arn:aws-cn:lambda:cn-north-1:123456789012:function:advance',
  SleepArn: 'arn:aws-cn:lambda:cn-north-1:123456789012:function:sleep',
};
const file = new URL('../../../functions/workflows/workflow.asl.json', import.meta.url).pathname;

describe('the state machine file', () => {
  test('is valid States Language', () => {
    const { isValid, errorsText } = validate(renderDefinition(substitutions));
    expect(errorsText('\n')).toBe('');
    expect(isValid).toBe(true);
  });

  test('is spoken by the local runner', () => {
    expect(Object.keys(parseDefinition(renderDefinition(substitutions)).States)).toEqual([
      'Advance',
      'Sleep',
      'Done',
      'Stopped',
    ]);
  });

  test('has no substitution left, and none of another partition', () => {
    const text = JSON.stringify(renderDefinition(substitutions));
    expect(text).not.toContain('${');
    expect(text).not.toContain('arn:aws:');
  });

  test('names a substitution without a value', () => {
    expect(() => renderDefinition({ Partition: 'aws', AdvanceArn: 'a' } as typeof substitutions)).toThrow('SleepArn');
  });

  test('synthesises, the same file for each of the three machines', () => {
    const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'Machines');
    for (const stateMachineName of Object.values(machines)) {
      new StateMachine(stack, stateMachineName, {
        stateMachineName,
        definitionBody: DefinitionBody.fromFile(file),
        definitionSubstitutions: substitutions,
      });
    }
    const found = Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine');
    const bodies = Object.values(found).map(({ Properties }) => Properties);
    expect(bodies.map((body) => body.StateMachineName).sort()).toEqual([
      'ComplaintEscalation',
      'FollowUpVisit',
      'PreventiveMaintenance',
    ]);
    expect(bodies.every((body) => body.DefinitionSubstitutions.SleepArn === substitutions.SleepArn)).toBe(true);
  }, 60_000);
});
