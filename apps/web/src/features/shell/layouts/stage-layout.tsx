import { Outlet } from '@tanstack/react-router';
import './stage-layout.css';

/** A big screen in the building, read from eight metres: dark, no controls, no scrolling. */
export function StageLayout() {
  return (
    <main id="main" tabIndex={-1} className="stage">
      <Outlet />
    </main>
  );
}
