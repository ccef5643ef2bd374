"""The language server: the findings of `check` while one writes, in any editor that speaks the protocol."""
