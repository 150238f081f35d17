"""A manager started where the module is imported: the parent dies as well."""
# Expected: run as a script, Python 3.13.8 or later.
# Expected: stderr, exit status 0 or 1.

import multiprocessing

manager = multiprocessing.Manager()
ports = manager.dict(mongo=27017)
print(f"{type(ports).__name__} {ports}")
