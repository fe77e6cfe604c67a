// What the hook has found out.

export const GET = ({ locals }) => Response.json(locals.results);
