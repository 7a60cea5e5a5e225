import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PublicFooter } from '../components/public-footer';
import { PublicHeader } from '../components/public-header';
import { PrintedFrom } from '../components/printed-from';

/** The portal around its pages. */
export function PublicLayout() {
  return (
    <PublicFrame>
      <Outlet />
    </PublicFrame>
  );
}

/** Header, page, footer. */
export function PublicFrame({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <PublicHeader />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <PublicFooter />
      <PrintedFrom />
    </>
  );
}
