"""
`python -m fluidkit` is `fluidkit`.
"""

from .cli import main

if __name__ == "__main__":
    main()
