"""Runs an example, learns who printed each line, compares with the recording.

``examples``    the programs, what they announce, where their recordings are
``observe``     one run: its lines, each with its writer
``runs``        what came of a run, its processes, what it left behind
``transcript``  a run without what differs from run to run, and its order
``check``       run, and compare with the recordings
``standing``    what is wrong with recordings as they are
``record``      write the recordings
``verified``    on what everything has been verified, and when
``pythons``     the Pythons of this machine
``stopping``    how a command ends, also when it is stopped
``startup``     what each process of an observed run does first
"""
