import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import validate from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { parseDefinition } from '#local/state-machine/definition';
import { answerToMachine, ItemFinished, machines, renderDefinition, TURNS_PER_EXECUTION } from '#workflows/machines';

const substitutions = {
  Partition: 'aws-cn',
  AdvanceArn: 'arn:aws-cn:lambda:cn-north-1:123456789012:function:advance',
  SleepArn: 'arn:aws-cn:lambda:cn-north-1:123456789012:function:sleep',
};
const file = new URL('../../../functions/workflows/workflow.asl.json', import.meta.url).pathname;

describe('the state machine file', () => {
  test('is valid States Language', () => {
    const { isValid, errorsText } = validate(renderDefinition(substitutions) as never);
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
    expect(() => renderDefinition({ Partition: 'aws', AdvanceArn: 'a' } as never)).toThrow('SleepArn');
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
  });
});

describe('the answer to the machine', () => {
  const answer = { finished: false, version: 3, wakeAt: 60_000, seconds: 60 };

  test('goes through while there is more to do', () => {
    expect(answerToMachine(answer)).toBe(answer);
  });
  test('is the error ItemFinished when there is not', () => {
    expect(() => answerToMachine({ ...answer, finished: true })).toThrow(ItemFinished);
    expect(new ItemFinished().name).toBe('ItemFinished');
  });
  test('continues long before 10,000 events', () => {
    expect(TURNS_PER_EXECUTION * 11).toBeLessThanOrEqual(8_000);
  });
});
