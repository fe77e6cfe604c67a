"""
One router a module; each becomes one file of typed functions in the front end.
"""
