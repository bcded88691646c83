"""The tests. No answer that was kept makes one pass; tests of keeping answers ask for it."""

import os

os.environ["GOVCHAIN_NO_CACHE"] = "1"
