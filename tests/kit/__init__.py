"""
One client in every place that SvelteKit has: where it is called, times what is called.
"""
