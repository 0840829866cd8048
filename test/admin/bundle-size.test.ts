import { expect, test } from 'vitest';
import { initialFiles, type Manifest } from '../../admin/bundle-size.ts';

const manifest: Manifest = {
  'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['_vendor.js'] },
  '_vendor.js': { file: 'assets/vendor.js' },
  'page.tsx': { file: 'assets/page.js', imports: ['_shared.js', '_table.js'] },
  '_table.js': { file: 'assets/table.js' },
  'other.tsx': { file: 'assets/other.js', imports: ['_heavy.js'] },
  '_heavy.js': { file: 'assets/heavy.js' },
};

test('the entry counts with all it imports, each file once', () => {
  expect(initialFiles(manifest)).toEqual(['assets/index.js', 'assets/shared.js', 'assets/vendor.js']);
});

test('a first page adds only what is new; other routes stay out', () => {
  expect(initialFiles(manifest, ['page.tsx'])).toEqual([
    'assets/index.js',
    'assets/shared.js',
    'assets/vendor.js',
    'assets/page.js',
    'assets/table.js',
  ]);
});
