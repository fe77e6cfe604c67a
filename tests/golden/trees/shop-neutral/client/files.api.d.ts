/** Typed client of shop/routers/files.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/files.js, types: ./generated/files.d.ts */
export {
	downloadFile, // GET /files/{path}
	putFile, // PUT /files/{path}
	uploadFiles // POST /files
} from './generated/files.js';
