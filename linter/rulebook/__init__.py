"""YAML → rules, profiles and the pages that explain them."""

from linter.rulebook.load import load_page, load_rules, rules_hash
from linter.rulebook.profiles import load_profile, profile_for, retune

__all__ = ["load_page", "load_profile", "load_rules", "profile_for", "retune", "rules_hash"]
