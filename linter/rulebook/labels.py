"""What severities, confidences and groups are called."""

from linter.model.finding import Words

SEVERITY = {
    "error": Words("错误", "error"),
    "warning": Words("警告", "warning"),
    "note": Words("提示", "note"),
}
CONFIDENCE = {
    "certain": Words("确定", "certain"),
    "likely": Words("较有把握", "likely"),
    "guess": Words("推测", "a guess"),
}
GROUP = {
    "structure": Words("结构", "structure"),
    "numbering": Words("序号", "numbering"),
    "wording": Words("用词", "wording"),
    "punctuation": Words("标点", "punctuation"),
    "tables": Words("表格", "tables"),
    "numbers": Words("数字", "numbers"),
    "identity": Words("主体与时间", "identity"),
    "history": Words("前后年度", "history"),
    "originality": Words("雷同", "originality"),
}
