/** Typed client of examples/sveltekit-demo/backend/app/routers/incidents.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/incidents.js, types: ./generated/incidents.d.ts */
export {
	list_incidents, // GET /incidents
	list_my_incidents, // GET /incidents/mine
	get_overview, // GET /incidents/overview
	create_incident, // POST /incidents
	get_incident, // GET /incidents/{incident_id}
	update_incident, // PATCH /incidents/{incident_id}
	change_status, // PUT /incidents/{incident_id}/status
	get_timeline // GET /incidents/{incident_id}/timeline
} from './generated/incidents.js';
export type { IncidentNotFound, NotLoggedIn, WrongStep } from './generated/errors.js';
export {
	type Attached,
	type AttachmentOut,
	type Commented,
	type IncidentCreate,
	type IncidentOut,
	type IncidentSummary,
	type IncidentUpdate,
	type Opened,
	type Overview,
	type PersonOut,
	Role,
	type ServiceRef,
	Severity,
	Status,
	type StatusChange,
	type StatusChanged
} from './generated/models.js';
export type { Page } from './generated/pagination.js';
if (import.meta.hot) import.meta.hot.accept();
