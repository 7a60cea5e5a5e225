import { Outlet } from '@tanstack/react-router';
import { PublicFooter } from '../components/public-footer';
import { PublicHeader } from '../components/public-header';
import { PrintedFrom } from '../components/printed-from';

/** The portal: header, page, footer. */
export function PublicLayout() {
  return (
    <>
      <PublicHeader />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <PublicFooter />
      <PrintedFrom />
    </>
  );
}
