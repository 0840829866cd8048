import { z } from 'zod';

const MOST_YUAN = 1_000_000;
const isWhole = (fen: number) => Math.abs(fen - Math.round(fen)) < 1e-6;

/** 元, as people type it: two decimals at most. Counted in whole fen (分). */
export const Yuan = z
  .number()
  .min(0)
  .max(MOST_YUAN)
  .refine((yuan) => isWhole(yuan * 100), { message: 'whole_fen' });

export const fenOf = (yuan: number): number => Math.round(yuan * 100);
export const yuanOf = (fen: number): number => fen / 100;

/** "50", "12.50" */
export const yuanWords = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));
