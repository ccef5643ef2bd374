"""A rule file to begin with: it is right as it stands, and every line of it is to be changed."""

from linter.model.finding import Words

SKELETON = Words(
    """\
# 规则的样子：逐行改成自己的，再运行 nianbao rules test {path}
# 不要的键可以删去；还可以写 where（只查哪一部分）、how（怎么改）、limits（查不出什么）、on: false（默认不运行）
title: {{zh: 规则的名称, en: What the rule finds}}
why:
  zh: 为什么这样写是错的，读的人会怎样误会。
  en: Why it is wrong, and what a reader would make of it.
# 依据：法规、格式、标准的名称；document: text 表示报告自相矛盾，document: convention 表示只是惯例（最多是 warning）
basis:
  - {{document: convention}}
# 用哪种检查；pattern 按正则表达式查找，replace 把一种写法换成另一种，其余见 nianbao explain 各条规则
check: pattern
# error、warning 或 note
severity: warning
# certain、likely 或 guess
confidence: likely
# {{found}} 是找到的文字
message:
  zh: 写成了“{{found}}”，应当怎样写
  en: this says “{{found}}”; how it should read
options:
  find: 错误的写法
examples:
  # 要找出的，⟦ ⟧ 里恰好是报出的字
  bad:
    - 这一句里有⟦错误的写法⟧。
  # 一处也不能报的：容易误报的写法放在这里
  good:
    - 这一句里是正确的写法。
""",
    """\
# A rule to begin with: make every line your own, then run nianbao rules test {path}
# Other keys: where (which part of a report), how (to put it right), limits (what it cannot see), on: false
title: {{zh: 规则的名称, en: What the rule finds}}
why:
  zh: 为什么这样写是错的，读的人会怎样误会。
  en: Why it is wrong, and what a reader would make of it.
# Law, form or standard; document: text if the report contradicts itself, document: convention for mere usage
# (a warning at most)
basis:
  - {{document: convention}}
# pattern finds a regular expression, replace puts one wording in the place of another
check: pattern
# error, warning or note
severity: warning
# certain, likely or guess
confidence: likely
# {{found}} is the text that was found
message:
  zh: 写成了“{{found}}”，应当怎样写
  en: this says “{{found}}”; how it should read
options:
  find: 错误的写法
examples:
  # to be found, at exactly what stands in ⟦ ⟧
  bad:
    - 这一句里有⟦错误的写法⟧。
  # not to be found: put here what is easily mistaken
  good:
    - 这一句里是正确的写法。
""",
)


def skeleton(path: str, lang: str) -> str:
    """The text of a new rule file that is to lie at `path`."""
    return SKELETON.say(lang).format(path=path)
