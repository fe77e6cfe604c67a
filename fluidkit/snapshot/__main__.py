"""
`python -m fluidkit.snapshot`
"""

from .keeper import main

main()
