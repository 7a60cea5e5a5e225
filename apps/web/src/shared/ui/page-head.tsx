import type { ReactNode } from 'react';
import { usePageTitle } from './use-page-title';
import './page-head.css';

interface PageHeadProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** The one filled button, or a state. */
  readonly children?: ReactNode;
}

/** The head of a page in a workspace; also names the browser's tab. */
export function PageHead({ title, lead, children }: PageHeadProps) {
  usePageTitle(title);
  return (
    <div className="page-head">
      <div className="grow">
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="muted measure">{lead}</p>}
      </div>
      {children === undefined ? null : <div className="row">{children}</div>}
    </div>
  );
}
