"""
`include_pages(app)`: Python files that stand beside Svelte pages are part of the app.

    src/routes/notifications/notifications.api.py    →  /notifications/…
    src/routes/users/[id]/profile.api.py             →  /users/{id}/…
    src/routes/files/[...path]/handler.api.py        →  /files/{path:path}/…
    src/routes/(admin)/audit/audit.api.py            →  /audit/…
    src/lib/search.api.py                            →  /…

The rules:

- A file whose name matches the pattern is a page's Python, anywhere below `src`. It needs an
  `APIRouter` that it makes itself; one that it imports belongs to where it comes from.
- Its folder below `src/routes` is the prefix, by SvelteKit's rules. A router whose own prefix
  begins with the folder's keeps to its own. Anywhere else in `src` there is no prefix.
- More specific folders come first, as in SvelteKit: `users/new` before `users`, whose own routes
  come before `users/[id]`, and `[...rest]` last.
- What is wrong is told with file and line. In development the rest is served and the next save
  mends it; where FluidKit is off (in production, under pytest) it is an error at start-up, as
  nobody would notice there that routes are missing.

All of this is part of the app: nothing here is of the generator, which only asks `pages_of`.
"""

from __future__ import annotations

from fluidkit.pages.including import Pages, Problem, failure, include_pages, pages_of

__all__ = ["Pages", "Problem", "failure", "include_pages", "pages_of"]
