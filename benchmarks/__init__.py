"""What nianbao costs, measured; nothing here passes or fails. `python -m benchmarks` runs all."""
