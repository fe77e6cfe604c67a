declare module 'svelte/internal/client';
