"""What is shown before it is sent to whoever looks after the program."""
