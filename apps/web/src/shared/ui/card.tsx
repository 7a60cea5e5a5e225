import type { ReactNode } from 'react';

interface CardProps {
  readonly title: string;
  /** Beside the title: a chip, a line, a link. */
  readonly aside?: ReactNode;
  /** Lists and tables reach to the card's edge. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A white card with a title. */
export function Card({ title, aside, flush = false, children }: CardProps) {
  return (
    <section className="card" aria-label={title}>
      <header className="card__head">
        <h2>{title}</h2>
        {aside}
      </header>
      {flush ? children : <div className="card__body stack">{children}</div>}
    </section>
  );
}
