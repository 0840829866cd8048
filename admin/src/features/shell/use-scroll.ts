import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { createScrollMemory } from './scroll-memory.ts';

const memory = createScrollMemory(sessionStorage);
/** How long a list may take to become as long as it was. */
const PATIENCE_MS = 5000;
const byHand = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

/** A page that is opened begins at its top; going back, or loading it again, leads to where one was. */
export function useScroll(): void {
  const { key, pathname, hash } = useLocation();
  const how = useNavigationType();
  const shown = useRef<string | null>(null);

  useEffect(() => {
    history.scrollRestoration = 'manual';
    addEventListener('pagehide', memory.keep);
    return () => removeEventListener('pagehide', memory.keep);
  }, []);

  useLayoutEffect(() => {
    // The first page of every visit has the same key.
    const place = `${key} ${pathname}`;
    const another = shown.current !== pathname;
    shown.current = pathname;
    // A filter or a tab of the same page leaves it where it is.
    if (how !== 'POP' && !another) return remember(place);
    if (how !== 'POP' && hash === '') scrollTo(0, 0);
    return how === 'POP' ? comeBack(place) : remember(place);
  }, [key, how, pathname, hash]);
}

function remember(place: string): () => void {
  const keep = () => memory.set(place, scrollY);
  addEventListener('scroll', keep, { passive: true });
  return () => removeEventListener('scroll', keep);
}

/** Down to where one was as soon as the page is long enough again, unless the reader moves first. */
function comeBack(place: string): () => void {
  const top = memory.get(place);
  let stop = () => {};
  const arrive = () => {
    scrollTo(0, top);
    return Math.abs(scrollY - top) <= 1;
  };
  if (arrive()) return remember(place);
  const settle = () => {
    stop();
    stop = remember(place);
  };
  const grown = new ResizeObserver(() => arrive() && settle());
  const timer = setTimeout(settle, PATIENCE_MS);
  for (const event of byHand) addEventListener(event, settle, { passive: true });
  stop = () => {
    grown.disconnect();
    clearTimeout(timer);
    for (const event of byHand) removeEventListener(event, settle);
  };
  grown.observe(document.body);
  return () => stop();
}
