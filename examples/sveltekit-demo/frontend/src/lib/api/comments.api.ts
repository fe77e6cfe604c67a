/** Typed client of examples/sveltekit-demo/backend/app/routers/comments.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/comments.js, types: ./generated/comments.d.ts */
export {
	list_comments, // GET /incidents/{incident_id}/comments
	create_comment, // POST /incidents/{incident_id}/comments
	delete_comment // DELETE /comments/{comment_id}
} from './generated/comments.js';
export type { IncidentNotFound, NotAllowed, NotFound, NotLoggedIn } from './generated/errors.js';
export { type CommentCreate, type CommentOut, type PersonOut, Role } from './generated/models.js';
if (import.meta.hot) import.meta.hot.accept();
