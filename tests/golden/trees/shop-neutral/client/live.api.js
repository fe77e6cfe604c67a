/** Typed client of shop/routers/live.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/live.js, types: ./generated/live.d.ts */
export {
	streamNotifications, // GET /users/{user_id}/notifications
	watch, // GET /events
	streamAnalyticsData, // GET /analytics
	streamLogs, // GET /logs
	chat // POST /chat
} from './generated/live.js';
export { Priority } from './generated/models.js';
if (import.meta.hot) import.meta.hot.accept();
