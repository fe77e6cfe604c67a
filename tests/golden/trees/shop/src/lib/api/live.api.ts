/** Typed client of shop/routers/live.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/live.js, types: ./generated/live.d.ts */
export {
	stream_notifications, // GET /users/{user_id}/notifications
	watch, // GET /events
	stream_analytics_data, // GET /analytics
	stream_logs, // GET /logs
	chat // POST /chat
} from './generated/live.js';
export { type Json, type Notification, Priority } from './generated/models.js';
if (import.meta.hot) import.meta.hot.accept();
