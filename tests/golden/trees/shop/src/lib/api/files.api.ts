/** Typed client of shop/routers/files.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/files.js, types: ./generated/files.d.ts */
export {
	download_file, // GET /files/{path}
	put_file, // PUT /files/{path}
	upload_files // POST /files
} from './generated/files.js';
if (import.meta.hot) import.meta.hot.accept();
