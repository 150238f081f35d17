"""What the recorder does for the cookbook's examples, for a reader's own program.

``program``     which program it is, and how it is started so that it notices nothing
``notes``       what its processes have noted on the way
``screen``      its output as it comes, each line with its writer
``running``     ``run``
``comparing``   ``compare``: under each start method, and what differs
``causes``      why it differs, as far as that can be seen
``explaining``  ``explain``: what an error means, and which page has more
``errors.json`` the error index of the pages, written by ``docs/error_file.py``
``startup``     what each process of such a program does first
"""
