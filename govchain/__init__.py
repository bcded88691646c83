"""Model how a government serves people, and prove what can be spared."""

__version__ = "0.1.0"
