"""
FastAPI apps that tests read.
"""
