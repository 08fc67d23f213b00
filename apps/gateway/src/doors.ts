/** The doors of the other services, which this process hands on: by service, as each lists them itself. */
export const DOORS: Readonly<Record<string, readonly string[]>> = {
  declarations: [
    'GET /declarations',
    'GET /declarations/:id',
    'GET /declarations/:id/timeline',
    'POST /declarations/:id/cancellation',
    'POST /declarations/:id/amendment',
  ],
  'tax-assessment': ['GET /declarations/:id/assessment'],
  payments: ['GET /notices', 'POST /payments', 'GET /accounts', 'POST /accounts'],
  casework: [
    'GET /cases',
    'GET /cases/:id',
    'POST /cases/:id/claim',
    'POST /cases/:id/give-back',
    'POST /cases/:id/decision',
  ],
  'time-release': ['GET /time-release', 'GET /time-release/:declarationId'],
};
