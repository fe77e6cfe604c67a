/** "3 h 20 min" */
export function duration(minutes: number): string {
	if (minutes < 1) return 'under a minute';
	if (minutes < 60) return `${Math.round(minutes)} min`;
	if (minutes < 48 * 60) {
		const rest = Math.round(minutes % 60);
		return `${Math.floor(minutes / 60)} h${rest ? ` ${rest} min` : ''}`;
	}
	return `${Math.floor(minutes / 60 / 24)} days`;
}

/** "12 min ago" */
export function ago(moment: string): string {
	const minutes = (Date.now() - Date.parse(moment)) / 60_000;
	return minutes < 1 ? 'just now' : `${duration(Math.floor(minutes))} ago`;
}

/** "160 B", "1.4 MB" */
export function fileSize(bytes: number): string {
	if (bytes < 1000) return `${bytes} B`;
	if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
	return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** "ada winter" → "Ada winter" */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Ada Winter" → "AW" */
export function initials(name: string): string {
	return name
		.split(' ')
		.map((word) => word.charAt(0))
		.join('');
}

/** "14:05" today, "Thu 14:05" in longer spans */
export function clock(moment: string, withDay: boolean): string {
	const day: Intl.DateTimeFormatOptions = withDay ? { weekday: 'short' } : {};
	return new Date(moment).toLocaleTimeString('en', {
		...day,
		hour: '2-digit',
		minute: '2-digit',
		hour12: false
	});
}
