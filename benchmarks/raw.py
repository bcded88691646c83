"""The yardstick "raw": loads the definitions of a folder with PyYAML's C loader, and no more.

Stands alone, so that nothing of ours is in its time: `python benchmarks/raw.py FOLDER`.
"""

import os
import sys

import yaml

for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.endswith(".yaml"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                list(yaml.load_all(file.read(), yaml.CSafeLoader))
