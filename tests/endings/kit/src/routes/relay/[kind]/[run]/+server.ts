import { text, text_sync } from '$lib/api/main.api.js';

const kinds = { text, text_sync };

export const GET = ({ params: { kind, run } }) =>
	new Response(kinds[kind as keyof typeof kinds](run).readable().pipeThrough(new TextEncoderStream()));
