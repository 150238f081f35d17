"""A manager started where the module is imported: the parent dies as well."""
# Expected: Python 3.14 or later, run as a script, stderr, exit status 0 or 1.

import multiprocessing

manager = multiprocessing.Manager()
ports = manager.dict(mongo=27017)
print(f"{type(ports).__name__} {ports}")
