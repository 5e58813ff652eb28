"""What every layer stands on: time, ids, errors, paths, logs and text. Imports nothing of ours."""
