import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSystemClock } from '#local/clock';

let folder: string;
let file: string;
let world: { now: number };
const open = () => createSystemClock({ file, real: () => world.now });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clock-'));
  file = join(folder, 'data', 'clock.json');
  world = { now: 1_000_000 };
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the system clock', () => {
  test('begins with the world’s time, or where it is told', () => {
    expect(open().now()).toBe(1_000_000);
    expect(createSystemClock({ file: `${file}2`, real: () => 5, start: 77 }).now()).toBe(77);
  });

  test('runs at its speed, from the moment it is set', () => {
    const clock = open();
    world.now += 1_000;
    clock.setSpeed(60);
    world.now += 1_000;
    expect(clock.now()).toBe(1_061_000);
    clock.setSpeed(0);
    world.now += 5_000;
    expect(clock.now()).toBe(1_061_000);
    clock.setSpeed(1);
    world.now += 5;
    expect(clock.now()).toBe(1_061_005);
  });

  test('goes forward, never back', () => {
    const clock = open();
    clock.advance(500);
    clock.to(1_002_000);
    expect(clock.now()).toBe(1_002_000);
    expect(() => clock.to(1_001_999)).toThrow(expect.objectContaining({ name: 'ClockBackwards' }));
    expect(() => clock.advance(-1)).toThrow(expect.objectContaining({ name: 'ClockBackwards' }));
    expect(() => clock.to(Number.NaN)).toThrow(expect.objectContaining({ name: 'ClockBackwards' }));
    expect(clock.now()).toBe(1_002_000);
  });

  test('does not follow the world’s clock back', () => {
    const clock = open();
    world.now += 1_000;
    expect(clock.now()).toBe(1_001_000);
    world.now -= 10_000;
    expect(clock.now()).toBe(1_001_000);
    clock.setSpeed(2);
    expect(clock.now()).toBe(1_001_000);
  });

  test('stands still while held, also at a new speed, and then runs on', () => {
    const clock = open();
    clock.hold();
    world.now += 9_000;
    clock.setSpeed(10);
    world.now += 9_000;
    expect(clock.now()).toBe(1_000_000);
    clock.to(1_000_500);
    clock.release();
    world.now += 1;
    expect(clock.now()).toBe(1_000_510);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses speed %d', (speed) => {
    expect(() => open().setSpeed(speed)).toThrow(RangeError);
  });
});

describe('after a restart', () => {
  test('the offset and the speed are kept; time has passed meanwhile', () => {
    const first = open();
    first.advance(3_600_000);
    first.setSpeed(2);
    world.now += 1_000;
    const second = open();
    expect(second.speed()).toBe(2);
    expect(second.now()).toBe(4_602_000);
  });

  test('killed in a leap, it is not before the instant it stood at, and runs', () => {
    const first = open();
    first.hold();
    first.to(9_000_000);
    world.now += 10;
    const second = open();
    expect(second.now()).toBe(9_000_010);
  });

  test('stopped, it still stands', () => {
    open().setSpeed(0);
    world.now += 1_000;
    expect(open().now()).toBe(1_000_000);
  });

  test('an unreadable file is named', () => {
    open();
    writeFileSync(file, '{"real": 1');
    expect(open).toThrow(file);
  });
});
