import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { WorkLayout } from '../features/shell/layouts/work-layout';
import { parseDraftSearch } from '../features/project/form/facts';
import { rootRoute } from './root';

const layout = createRoute({
  getParentRoute: () => rootRoute,
  path: '/work',
  component: WorkLayout,
});

const dashboard = createRoute({
  getParentRoute: () => layout,
  path: '/',
  component: lazyRouteComponent(
    () => import('../features/identity/pages/dashboard-page'),
    'DashboardPage',
  ),
});

const account = createRoute({
  getParentRoute: () => layout,
  path: '/account',
  component: lazyRouteComponent(
    () => import('../features/identity/pages/account-page'),
    'AccountPage',
  ),
});

const enterprise = createRoute({
  getParentRoute: () => layout,
  path: '/enterprise',
  component: lazyRouteComponent(
    () => import('../features/enterprise/pages/enterprise-page'),
    'EnterprisePage',
  ),
});

const enterpriseQueue = createRoute({
  getParentRoute: () => layout,
  path: '/queue/enterprises',
  component: lazyRouteComponent(
    () => import('../features/enterprise/pages/enterprise-queue-page'),
    'EnterpriseQueuePage',
  ),
});

const enterpriseDossier = createRoute({
  getParentRoute: () => layout,
  path: '/enterprises/$enterpriseId',
  component: lazyRouteComponent(
    () => import('../features/enterprise/dossier/dossier-page'),
    'DossierPage',
  ),
});

const enterpriseImport = createRoute({
  getParentRoute: () => layout,
  path: '/enterprise-import',
  component: lazyRouteComponent(
    () => import('../features/enterprise/import/import-page'),
    'ImportPage',
  ),
});

const experts = createRoute({
  getParentRoute: () => layout,
  path: '/experts',
  component: lazyRouteComponent(
    () => import('../features/expert/pages/expert-desk-page'),
    'ExpertDeskPage',
  ),
});

const expertDossier = createRoute({
  getParentRoute: () => layout,
  path: '/experts/$expertId',
  component: lazyRouteComponent(
    () => import('../features/expert/pages/expert-dossier-page'),
    'ExpertDossierPage',
  ),
});

const expertImport = createRoute({
  getParentRoute: () => layout,
  path: '/expert-import',
  component: lazyRouteComponent(
    () => import('../features/expert/pages/expert-import-page'),
    'ExpertImportPage',
  ),
});

const myExpert = createRoute({
  getParentRoute: () => layout,
  path: '/expert',
  component: lazyRouteComponent(
    () => import('../features/expert/pages/my-expert-page'),
    'MyExpertPage',
  ),
});

const pools = createRoute({
  getParentRoute: () => layout,
  path: '/pools',
  component: lazyRouteComponent(
    () => import('../features/contractor-pool/pages/pools-page'),
    'PoolsPage',
  ),
});

const orders = createRoute({
  getParentRoute: () => layout,
  path: '/orders',
  component: lazyRouteComponent(
    () => import('../features/framework/pages/orders-page'),
    'OrdersPage',
  ),
});

const poolDesk = createRoute({
  getParentRoute: () => layout,
  path: '/pools/$poolId',
  component: lazyRouteComponent(
    () => import('../features/contractor-pool/pages/pool-desk-page'),
    'PoolDeskPage',
  ),
});

const mySignUps = createRoute({
  getParentRoute: () => layout,
  path: '/sign-ups',
  component: lazyRouteComponent(
    () => import('../features/sign-up/pages/my-sign-ups-page'),
    'MySignUpsPage',
  ),
});

const consortia = createRoute({
  getParentRoute: () => layout,
  path: '/consortia',
  component: lazyRouteComponent(
    () => import('../features/lot/pages/consortia-page'),
    'ConsortiaPage',
  ),
});

const myBids = createRoute({
  getParentRoute: () => layout,
  path: '/bids',
  component: lazyRouteComponent(() => import('../features/bid/pages/my-bids-page'), 'MyBidsPage'),
});

const bid = createRoute({
  getParentRoute: () => layout,
  path: '/bids/$tenderId',
  component: lazyRouteComponent(() => import('../features/bid/pages/bid-page'), 'BidPage'),
});

const projects = createRoute({
  getParentRoute: () => layout,
  path: '/projects',
  component: lazyRouteComponent(
    () => import('../features/project/pages/project-list-page'),
    'ProjectListPage',
  ),
});

const procedures = createRoute({
  getParentRoute: () => layout,
  path: '/procedures',
  component: lazyRouteComponent(
    () => import('../features/procedure/procedures-page'),
    'ProceduresPage',
  ),
});

const projectNew = createRoute({
  getParentRoute: () => layout,
  path: '/projects/new',
  validateSearch: parseDraftSearch,
  component: lazyRouteComponent(
    () => import('../features/project/pages/project-new-page'),
    'ProjectNewPage',
  ),
});

const project = createRoute({
  getParentRoute: () => layout,
  path: '/projects/$projectId',
  component: lazyRouteComponent(
    () => import('../features/project/pages/project-page'),
    'ProjectPage',
  ),
});

const projectQueue = createRoute({
  getParentRoute: () => layout,
  path: '/queue/projects',
  component: lazyRouteComponent(
    () => import('../features/project/pages/project-queue-page'),
    'ProjectQueuePage',
  ),
});

const myTenders = createRoute({
  getParentRoute: () => layout,
  path: '/tenders',
  component: lazyRouteComponent(
    () => import('../features/tender/draft/my-tenders-page'),
    'MyTendersPage',
  ),
});

const ownTender = createRoute({
  getParentRoute: () => layout,
  path: '/tenders/$tenderId',
  component: lazyRouteComponent(
    () => import('../features/tender/draft/own-tender-page'),
    'OwnTenderPage',
  ),
});

const keys = createRoute({
  getParentRoute: () => layout,
  path: '/keys',
  component: lazyRouteComponent(() => import('../features/keys/keys-page'), 'KeysPage'),
});

const letters = createRoute({
  getParentRoute: () => layout,
  path: '/letters',
  component: lazyRouteComponent(() => import('../features/award/letters-page'), 'LettersPage'),
});

const complaints = createRoute({
  getParentRoute: () => layout,
  path: '/complaints',
  component: lazyRouteComponent(
    () => import('../features/complaint/pages/complaints-page'),
    'ComplaintsPage',
  ),
});

const complaint = createRoute({
  getParentRoute: () => layout,
  path: '/complaints/$complaintId',
  component: lazyRouteComponent(
    () => import('../features/complaint/pages/complaint-page'),
    'ComplaintPage',
  ),
});

const contracts = createRoute({
  getParentRoute: () => layout,
  path: '/contracts',
  component: lazyRouteComponent(
    () => import('../features/contract/pages/my-contracts-page'),
    'MyContractsPage',
  ),
});

const contract = createRoute({
  getParentRoute: () => layout,
  path: '/contracts/$contractId',
  component: lazyRouteComponent(
    () => import('../features/contract/pages/contract-page'),
    'ContractPage',
  ),
});

const invitations = createRoute({
  getParentRoute: () => layout,
  path: '/invitations',
  component: lazyRouteComponent(
    () => import('../features/panel/pages/invitations-page'),
    'InvitationsPage',
  ),
});

const evaluations = createRoute({
  getParentRoute: () => layout,
  path: '/evaluations',
  component: lazyRouteComponent(
    () => import('../features/evaluation/pages/evaluations-page'),
    'EvaluationsPage',
  ),
});

const simulator = createRoute({
  getParentRoute: () => layout,
  path: '/simulator',
  component: lazyRouteComponent(
    () => import('../features/evaluation/simulator/simulator-page'),
    'SimulatorPage',
  ),
});

const room = createRoute({
  getParentRoute: () => layout,
  path: '/evaluations/$tenderId',
  component: lazyRouteComponent(() => import('../features/evaluation/pages/room-page'), 'RoomPage'),
});

const myDraws = createRoute({
  getParentRoute: () => layout,
  path: '/draws',
  component: lazyRouteComponent(
    () => import('../features/draw/pages/my-draws-page'),
    'MyDrawsPage',
  ),
});

const panels = createRoute({
  getParentRoute: () => layout,
  path: '/panels',
  component: lazyRouteComponent(() => import('../features/panel/pages/panels-page'), 'PanelsPage'),
});

const panel = createRoute({
  getParentRoute: () => layout,
  path: '/panels/$panelId',
  component: lazyRouteComponent(() => import('../features/panel/pages/panel-page'), 'PanelPage'),
});

const organisations = createRoute({
  getParentRoute: () => layout,
  path: '/organisations',
  component: lazyRouteComponent(
    () => import('../features/administration/organisations-page'),
    'OrganisationsPage',
  ),
});

const calendar = createRoute({
  getParentRoute: () => layout,
  path: '/calendar',
  component: lazyRouteComponent(() => import('../features/calendar/calendar-page'), 'CalendarPage'),
});

const inbox = createRoute({
  getParentRoute: () => layout,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../features/notification/inbox-page'), 'InboxPage'),
});

const deliveries = createRoute({
  getParentRoute: () => layout,
  path: '/deliveries',
  component: lazyRouteComponent(
    () => import('../features/notification/deliveries-page'),
    'DeliveriesPage',
  ),
});

const securities = createRoute({
  getParentRoute: () => layout,
  path: '/securities',
  component: lazyRouteComponent(
    () => import('../features/bid-security/desk/securities-page'),
    'SecuritiesPage',
  ),
});

const depositTerms = createRoute({
  getParentRoute: () => layout,
  path: '/deposit-terms',
  component: lazyRouteComponent(
    () => import('../features/bid-security/desk/deposit-terms-page'),
    'DepositTermsPage',
  ),
});

const people = createRoute({
  getParentRoute: () => layout,
  path: '/people',
  component: lazyRouteComponent(
    () => import('../features/administration/people-page'),
    'PeoplePage',
  ),
});

const acts = createRoute({
  getParentRoute: () => layout,
  path: '/acts',
  component: lazyRouteComponent(() => import('../features/administration/acts-page'), 'ActsPage'),
});

/** The workspaces of those who are signed in. */
export const workRoutes = layout.addChildren([
  dashboard,
  account,
  enterprise,
  enterpriseQueue,
  enterpriseDossier,
  enterpriseImport,
  experts,
  expertDossier,
  expertImport,
  myExpert,
  pools,
  poolDesk,
  orders,
  mySignUps,
  consortia,
  myBids,
  bid,
  projects,
  procedures,
  projectNew,
  project,
  projectQueue,
  myTenders,
  ownTender,
  keys,
  letters,
  complaints,
  complaint,
  contracts,
  contract,
  invitations,
  evaluations,
  room,
  simulator,
  myDraws,
  panels,
  panel,
  organisations,
  calendar,
  securities,
  depositTerms,
  deliveries,
  inbox,
  people,
  acts,
]);
