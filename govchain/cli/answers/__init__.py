"""Told again while nothing changes: what is asked, what was answered to it before."""
