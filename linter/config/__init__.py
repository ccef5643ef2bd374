"""`nianbao.toml` and `units.toml`: what an office wants its reports to be linted by."""
