/** Typed client of examples/sveltekit-demo/backend/app/routers/notifications.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/notifications.js, types: ./generated/notifications.d.ts */
export {
	list_notifications, // GET /notifications
	stream_notifications // GET /notifications/stream
} from './generated/notifications.js';
export {
	NotificationKind,
	type NotificationOut,
	type Overview,
	type PersonOut,
	Role,
	Severity
} from './generated/models.js';
if (import.meta.hot) import.meta.hot.accept();
