// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Limit, workingDays, workingHours } from '#domain/limit';
import type { LimitRef } from '#domain/workflow/definition';
import { LimitInput } from '../../../admin/src/components/limit-input.tsx';
import { LimitRefInput } from '../../../admin/src/components/limit-ref-input.tsx';
import { loadFeature, startLanguage } from '../../../admin/src/i18n/language.ts';

afterEach(cleanup);
beforeEach(async () => {
  await startLanguage('en');
  await loadFeature('document');
});
const type = (text: string) => fireEvent.change(screen.getByRole('combobox'), { target: { value: text } });
const hint = () => document.querySelector('.limit-input > [aria-live]')?.textContent;

function Box({ said, first }: { said: Limit[]; first: Limit }) {
  const [value, setValue] = useState(first);
  const say = (limit: Limit) => {
    said.push(limit);
    setValue(limit);
  };
  return (
    <>
      <LimitInput label="Reply" value={value} onChange={say} />
      <button type="button" onClick={() => setValue(workingDays(5))}>
        Undo
      </button>
    </>
  );
}

describe('a limit typed', () => {
  test('is shown as understood, and told at once', () => {
    const said: Limit[] = [];
    render(<Box said={said} first={workingHours(4)} />);
    expect(screen.getByDisplayValue('4 working hours')).toBeTruthy();
    type('2 wd');
    expect(said).toEqual([workingDays(2)]);
    expect(hint()).toBe('= by close of the 2nd working day');
    expect(screen.getByDisplayValue('2 wd')).toBeTruthy();
    fireEvent.blur(screen.getByRole('combobox'));
    expect(screen.getByDisplayValue('2 working days')).toBeTruthy();
  });

  test('that says nothing stays in the box, says why and what stands', () => {
    const said: Limit[] = [];
    render(<Box said={said} first={workingHours(4)} />);
    type('2 days');
    fireEvent.blur(screen.getByRole('combobox'));
    expect(said).toEqual([]);
    expect(screen.getByDisplayValue('2 days')).toBeTruthy();
    expect(hint()).toBe('This can be meant in several ways: choose one. Still stands: 4 working hours');
    expect(screen.getByRole('combobox').getAttribute('aria-invalid')).toBe('true');
    fireEvent.click(screen.getByText('Undo'));
    expect(screen.getByDisplayValue('5 working days')).toBeTruthy();
  });

  test('can be chosen from what it may be on its way to', () => {
    const said: Limit[] = [];
    render(<Box said={said} first={workingHours(4)} />);
    fireEvent.mouseDown(screen.getByRole('combobox'));
    type('3 days');
    fireEvent.click(screen.getByText('3rd working day 10:00'));
    expect(said).toEqual([{ kind: 'workingDayAt', days: 3, at: '10:00' }]);
    expect(screen.getByDisplayValue('3rd working day 10:00')).toBeTruthy();
  });
});

function RefBox({ said, first, none }: { said: (LimitRef | undefined)[]; first?: LimitRef; none?: string }) {
  const [value, setValue] = useState(first);
  return (
    <LimitRefInput
      label="How long"
      value={value}
      {...(none && { none })}
      onChange={(limit) => {
        said.push(limit);
        setValue(limit);
      }}
    />
  );
}

describe('a limit of a workflow', () => {
  test('may be the one each item brings along', () => {
    const said: (LimitRef | undefined)[] = [];
    render(<RefBox said={said} first={workingHours(4)} />);
    type('acknowledge');
    type('2 wh');
    expect(said).toEqual(['acknowledge', workingHours(2)]);
  });

  test('may be left out only where that means something', () => {
    const said: (LimitRef | undefined)[] = [];
    render(<RefBox said={said} first="acknowledge" none="waits until somebody acts" />);
    expect(screen.getByDisplayValue('the item’s acknowledge limit')).toBeTruthy();
    type('');
    expect(said).toEqual([undefined]);
    expect(hint()).toBe('= waits until somebody acts');
    cleanup();
    render(<RefBox said={said} first="acknowledge" />);
    type('');
    expect(said).toHaveLength(1);
    expect(hint()).toContain('Type a limit.');
  });

  test('is chosen by form, too', async () => {
    const said: (LimitRef | undefined)[] = [];
    render(<RefBox said={said} first={workingHours(4)} />);
    fireEvent.click(screen.getByRole('button', { name: 'How long: choose by form' }));
    fireEvent.click(await screen.findByText('the item’s reply limit'));
    expect(said).toEqual(['reply']);
  });
});
