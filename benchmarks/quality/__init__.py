"""How well the rules tell faults from good text: composed reports, other papers, and planted defects."""
