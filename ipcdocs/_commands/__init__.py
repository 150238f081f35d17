"""What ``python -m ipcdocs`` does.

``table``        the commands and their options
``on_examples``  list, check, record, verify: for the cookbook's own programs
``on_own``       run, compare, explain: for a reader's programs, and run for examples too
"""
