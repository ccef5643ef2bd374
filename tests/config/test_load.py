"""A configuration is read strictly: what is wrong is named with file, line and key."""

from pathlib import Path

import pytest

from linter.config.load import load_config, settings_for
from linter.config.settings import Layer, Settings
from linter.config.shape import ConfigFile
from linter.model.errors import UsageError

from .conftest import Load, Write

WHOLE = """\
select = ["wording", "numbers"]
extend-select = ["missing-ending"]
ignore = ["numbers/percentage"]
min-confidence = "guess"
fail-on = "never"
profile = "county"
encoding = "gb18030"
lang = "en"
jobs = 3
rules = ["our/rules"]
units = "units.toml"
baseline = "accepted.json"

[severities]
duplicate-wording = "note"

[weights]
wording = 5
tables = 0.5
"""


def test_every_key_has_its_effect(write: Write) -> None:
    write("a/our/rules/wording/x.txt", "")
    write("a/units.toml", "")
    settings = settings_for(None, load_config(write("a/nianbao.toml", WHOLE)))
    assert (
        settings.min_confidence,
        settings.fail_on,
        settings.profile,
        settings.encoding,
        settings.lang,
        settings.jobs,
        settings.rules,
        settings.units,
        settings.baseline,
        settings.severities,
        settings.weights,
    ) == (
        *("guess", "never", "county", "gb18030", "en", 3),
        *((Path("a/our/rules"),), Path("a/units.toml"), Path("a/accepted.json")),
        *({"duplicate-wording": "note"}, {"wording": 5, "tables": 0.5}),
    )


def test_without_a_configuration_all_is_as_usual() -> None:
    settings = Settings()
    assert (
        settings.min_confidence,
        settings.fail_on,
        settings.profile,
        settings.rules,
        settings.weights,
    ) == (
        *("likely", "error", None, ()),
        {},
    )


def test_the_table_in_a_shared_file_says_the_same(write: Write) -> None:
    shared = load_config(write("pyproject.toml", "[tool.other]\n[tool.nianbao]\nlang = 'en'\n"))
    with pytest.raises(UsageError) as error:
        load_config(write("a/pyproject.toml", "[tool.nianbao]\n\nlnag = 'en'\n"))
    said = "a/pyproject.toml:3：tool.nianbao.lnag：没有这个键，是不是 lang？"
    assert (settings_for(None, shared).lang, error.value.zh) == ("en", said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\nselct = []", "2：selct：没有这个键，是不是 select？"),
        ("select = 'wording'", "1：select：应为 列表，实为 文字"),
        ("select = [\n'a',\n3]", "3：select[1]：应为 文字，实为 整数，请加引号"),
        ("select = ['']", "1：select[0]：不能为空"),
        ("jobs = 0", "1：jobs：应为 整数 >= 1"),
        ("jobs = true", "1：jobs：应为 整数，实为 true/false"),
        ("fail-on = 'errors'", "1：fail-on：不能是 'errors'，只能是 error never note warning"),
        ("fail_on = 'error'", "1：fail_on：没有这个键，是不是 fail-on？"),
        ("min-confidence = 1", "1：min-confidence：应为 文字，实为 整数，请加引号"),
        ("lang = 'fr'", "1：lang：不能是 'fr'，只能是 en zh"),
        ("encoding = 'klingon'", "1：encoding：没有 klingon 这种编码"),
        ("encoding = 2024-01-01", "1：encoding：应为 文字，实为 日期"),
        ("profile = 'village'", "1：profile：没有 village 这个评分方案"),
        ("profile = 'own/village.yaml'", "1：profile：own/village.yaml：读不了"),
        ("rules = [\n  'no']", "2：rules[0]：没有文件夹 no"),
        ("units = 'no.toml'", "1：units：没有文件 no.toml"),
        ("[severities]\nmissing-ending = 'off'", "2：severities.missing-ending：不能是 'off'，只能是"),
        ("[weights]\nwordings = 3", "2：weights.wordings：没有这个键，是不是 wording？"),
        ("[weights]\nwording = 101", "2：weights.wording：应为 数 <= 100.0"),
        ("[weights]\nwording = nan", "2：weights.wording：应为 数 >= 0.0"),
        ("[options]\nmissing-ending = 3", "2：options.missing-ending：应为 键值，实为 整数"),
        ("[[overrides]]\nfiles = ['a']\n[[overrides]]\nlang = 'en'", "4：overrides[1].lang：没有这个键"),
        ("[[overrides]]\nignore = ['a']", "1：overrides[0].files：缺少这个键"),
        ("[[overrides]]\nfiles = []", "2：overrides[0].files：不能为空"),
        (
            "[[overrides]]\nfiles = ['a']\n[overrides.severities]\nx = 1",
            "4：overrides[0].severities.x：应为 文字",
        ),
        ("a = 1\na = 2", "2：TOML 写法有误：这个键已经写过（Cannot overwrite a value）"),
        ("甲 = 1", "1：TOML 写法有误：这一行不是“键 = 值”（Invalid statement）；中文的键要加引号"),
        ("a = [\n", "2：TOML 写法有误：值的写法不对，文字要加引号（Invalid value）"),
        ("a = " + "[" * 100_000, "1：嵌套太深"),
    ],
)
def test_what_is_wrong_is_named_with_file_line_and_key(load: Load, text: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        load(text)
    assert error.value.zh.startswith(f"nianbao.toml:{said}"), error.value.zh
    assert error.value.en.startswith("nianbao.toml:"), error.value.en


def test_a_file_that_is_not_in_utf_8_is_refused(folder: Path) -> None:
    (folder / "nianbao.toml").write_bytes("# 配置\nprofile = '乡镇'".encode("gb18030"))
    with pytest.raises(UsageError, match=r"nianbao\.toml:1：文件不是 UTF-8 编码"):
        load_config(Path("nianbao.toml"))


@pytest.mark.parametrize(
    ("name", "said"), [("no.toml", "没有这个配置文件"), ("pyproject.toml", "里面没有 .tool.nianbao.")]
)
def test_a_file_that_is_asked_for_must_be_one(write: Write, name: str, said: str) -> None:
    write("pyproject.toml", "")
    with pytest.raises(UsageError, match=said):
        load_config(Path(name))


OVERRIDES = """\
fail-on = "error"
[[overrides]]
files = ["drafts/**", "*.md"]
fail-on = "never"
encoding = "utf-16"
[[overrides]]
files = ["drafts/final/*"]
fail-on = "note"
"""


@pytest.mark.parametrize(
    ("path", "fail_on", "encoding"),
    [
        ("a.txt", "error", None),
        ("x/a.md", "never", "utf-16"),
        ("drafts/a.txt", "never", "utf-16"),
        ("drafts/final/a.txt", "note", "utf-16"),
        ("../a.md", "never", "utf-16"),
        ("../drafts/a.txt", "error", None),
    ],
)
def test_overrides_are_for_the_files_that_match(
    load: Load, path: str, fail_on: str, encoding: str | None
) -> None:
    settings = settings_for(Path(path), load(OVERRIDES))
    assert (settings.fail_on, settings.encoding) == (fail_on, encoding)


def test_patterns_count_from_the_folder_of_the_configuration(write: Write) -> None:
    config = load_config(write("county/nianbao.toml", OVERRIDES))
    told = [settings_for(Path(one), config).fail_on for one in ("county/drafts/a.txt", "drafts/a.txt")]
    assert told == ["never", "error"]


def test_the_command_line_goes_before_all(load: Load) -> None:
    command = Layer(ConfigFile(fail_on="warning", rules=("more",)))
    settings = settings_for(Path("a.md"), load(OVERRIDES), command)
    assert (settings.fail_on, settings.encoding, settings.rules) == ("warning", "utf-16", (Path("more"),))
