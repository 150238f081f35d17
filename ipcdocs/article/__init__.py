"""The faults of an article of 2018, each as a program that fails."""
