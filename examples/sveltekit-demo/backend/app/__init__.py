"""
The incident board's back end.
"""
