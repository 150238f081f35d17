"""Runs an example, learns who printed each line, compares with the recording.

``basics``      Pythons, start methods, and what is misuse
``examples``    the programs, and where their recordings are
``expected``    what an example announces
``programs``    the ways of starting a program
``observe``     one run, from its start to its end
``hearing``     its lines, each with its writer
``runs``        what came of a run, its processes, what it left behind
``keeper``      what happens to a run whose observer is killed
``transcript``  a run without what differs from run to run, and its order
``comparing``   a run and a recording
``check``       the checks: run, and compare with the recordings
``standing``    what is wrong with recordings as they are
``record``      write the recordings
``verified``    on what everything has been verified, and when
``pythons``     the Pythons of this machine
``stopping``    how a command ends, also when it is stopped
``startup``     what each process of an observed run does first
"""
