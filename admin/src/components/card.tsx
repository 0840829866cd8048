import { type PropsWithChildren, useId } from 'react';

/** A part of a page with its heading. */
export function Card({ title, children }: PropsWithChildren<{ title: string }>) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
