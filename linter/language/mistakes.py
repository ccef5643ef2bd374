"""What Python and its libraries say of a mistake in a file, in Chinese, with their own words behind it."""

_USUAL = (
    # TOML
    ("Invalid statement", "这一行不是“键 = 值”"),
    ("Invalid initial character for a key part", "键的写法不对"),
    ("Expected '=' after a key", "键后面缺少等号"),
    ("Expected newline or end of document", "一行里多写了东西，或者缺少换行"),
    ("Expected ']' at the end of a table", "表名后面缺少“]”"),
    ("Expected ']]' at the end of an array", "表名后面缺少“]]”"),
    ("Invalid value", "值的写法不对，文字要加引号"),
    ("Unterminated string", "文字缺少后一个引号"),
    ("Expected \"'", "文字缺少后一个引号"),
    ("Found invalid character", "文字里有不能直接写的字符，可能缺少后一个引号"),
    ("Illegal character", "文字里有不能直接写的字符，可能缺少后一个引号"),
    ("Unescaped '\\'", "引号里的“\\”要写成“\\\\”，或者改用单引号"),
    ("Cannot overwrite a value", "这个键已经写过"),
    ("Cannot declare", "这个表已经写过"),
    ("Duplicate inline table key", "花括号里的键重复"),
    ("Unclosed array", "列表缺少“]”"),
    ("Unclosed inline table", "缺少“}”"),
    ("Invalid date or datetime", "没有这个日期"),
    # YAML
    ("mapping values are not allowed", "这里不能有冒号：可能缩进不对，或者含冒号的文字没有加引号"),
    ("did not find expected key", "缩进不对，或者上一行的引号、括号没有配对"),
    ("did not find expected '-' indicator", "列表的缩进不对"),
    ("block sequence entries are not allowed", "这里不能写列表：可能缩进不对"),
    ("did not find expected ',' or ']'", "列表缺少逗号或“]”"),
    ("did not find expected ',' or '}'", "缺少逗号或“}”"),
    ("did not find expected node content", "缺少值，或者有多余的标点"),
    ("could not find expected ':'", "键后面缺少冒号和空格"),
    (
        "found character that cannot start any token",
        "有不能用的字符：缩进只能用空格，% @ ` 开头的文字要加引号",
    ),
    ("found a tab character", "缩进只能用空格，不能用制表符"),
    ("found unexpected end of stream", "文字缺少后一个引号"),
    ("found unknown escape character", "双引号里的“\\”要写成“\\\\”，或者改用单引号"),
    ("control characters are not allowed", "有不能用的控制字符"),
    ("unacceptable character", "有不能用的控制字符"),
    # regular expressions
    ("missing ), unterminated", "缺少右括号"),
    ("unbalanced parenthesis", "多了右括号"),
    ("unterminated character set", "缺少“]”"),
    ("nothing to repeat", "* + ? {} 前面没有可以重复的字"),
    ("multiple repeat", "重复的次数写了两遍"),
    ("min repeat greater than max repeat", "重复的下限大于上限"),
    ("bad escape", "“\\”后面的字母不对"),
    ("bad character range", "字符范围的前后颠倒"),
    ("unknown extension", "“(?”后面的写法不对"),
    ("look-behind requires fixed-width pattern", "(?<= ) 和 (?<! ) 里的长度要固定"),
    ("redefinition of group name", "两个组用了同一个名称"),
    ("unknown group name", "没有这个名称的组"),
    ("invalid group reference", "没有这个编号的组"),
    ("bad character in group name", "组的名称只能用字母、数字和下划线"),
    # JSON
    ("JSON is malformed", "不是正确的 JSON"),
    ("Input data was truncated", "内容不完整"),
)


def in_chinese(said: str) -> str:
    """`缺少右括号（missing ), unterminated subpattern at position 0）`; as it is, where it is a rare mistake."""
    usual = next((zh for begin, zh in _USUAL if said.startswith(begin)), "")
    return f"{usual}（{said}）" if usual else said
