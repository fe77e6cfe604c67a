/** Typed client of examples/sveltekit-demo/backend/app/routers/attachments.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/attachments.js, types: ./generated/attachments.d.ts */
export {
	list_attachments, // GET /incidents/{incident_id}/attachments
	upload_attachment, // POST /incidents/{incident_id}/attachments
	download_attachment // GET /attachments/{attachment_id}
} from './generated/attachments.js';
export type { IncidentNotFound, NotFound, NotLoggedIn, TooLarge } from './generated/errors.js';
export { type AttachmentOut, type PersonOut, Role } from './generated/models.js';
if (import.meta.hot) import.meta.hot.accept();
