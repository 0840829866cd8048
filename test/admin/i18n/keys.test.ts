import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import en from '../../../admin/src/i18n/en.json';
import zh from '../../../admin/src/i18n/zh-CN.json';

const source = readdirSync('admin/src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join('admin/src', file), 'utf8'))
  .join('\n');
const keys = Object.keys(zh);
const namespaces = new Set(keys.map((key) => key.split('.')[0]));

/** Whole keys stand in the source as they are; the compiler checks that families made from a variable are complete. */
const literals = new Set([...source.matchAll(/'([a-zA-Z]+(?:\.[a-zA-Z]+)+)'/g)].map(([, key = '']) => key));
const families = [...new Set([...source.matchAll(/\bt\(\s*`([a-zA-Z.]+\.)\$\{/g)].map(([, prefix = '']) => prefix))];
const inFamily = (key: string) =>
  families.some((prefix) => key.startsWith(prefix) && !key.slice(prefix.length).includes('.'));

describe('words of the panel', () => {
  test('both languages have the same keys, none empty', () => {
    expect(Object.keys(en)).toEqual(keys);
    for (const words of [zh, en]) expect(Object.entries(words).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('both languages use the same values', () => {
    const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
    const other = new Map(Object.entries(en));
    expect(
      Object.entries(zh).filter(([key, text]) => values(text).join() !== values(other.get(key) ?? '').join()),
    ).toEqual([]);
  });

  test('no key in the source is missing', () => {
    const asked = [...literals].filter((key) => namespaces.has(key.split('.')[0]));
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
    expect(families.filter((prefix) => !keys.some((key) => key.startsWith(prefix)))).toEqual([]);
  });

  test('no key is unused', () => {
    expect(keys.filter((key) => !literals.has(key) && !inFamily(key))).toEqual([]);
  });

  test('Chinese words are Chinese, English words have none', () => {
    expect(Object.entries(en).filter(([, text]) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
    expect(Object.entries(zh).filter(([, text]) => /[a-z]{3,}/.test(text.replace(/\{\{\w+\}\}/g, '')))).toEqual([]);
  });
});
