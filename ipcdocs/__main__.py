"""``python -m ipcdocs``: the programs of the cookbook, and a reader's own."""

import sys

# This file and __init__.py are read by whatever Python a reader has: they keep to old syntax.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.stderr.write(
        "ipcdocs: this is Python {}.{}, and 3.11 or later is needed\n".format(*sys.version_info)
    )
    sys.exit(2)

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until main begins there is nothing to end

from ._commands.table import main

if __name__ == "__main__":
    sys.exit(main())
