"""
Streams that go straight to the app while a page is developed.
"""
