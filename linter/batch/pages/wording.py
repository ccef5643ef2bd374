"""What the pages and the workbook say, in both languages."""

from collections.abc import Mapping

from linter.model.finding import Words

Said = Mapping[str, Words]

TEXT: Said = {
    "title": Words(
        "{county}{year}年政府信息公开工作年度报告质量排名",
        "Ranking of the annual reports of {county}, {year}",
    ),
    "province": Words("{county}{year}年各县区年度报告质量比较", "Annual reports by county: {county}, {year}"),
    "made": Words(
        "工具 nianbao {version}，规则 {count} 条（{rules}），评分方案 {profile}",
        "nianbao {version}, {count} rules ({rules}), profile {profile}",
    ),
    "by-level": Words("按单位层级", "by the unit's level"),
    "summary": Words("总览", "Overview"),
    "reports": Words("参评报告", "reports"),
    "mean": Words("平均分", "mean"),
    "median": Words("中位数", "median"),
    "errors": Words("错误", "errors"),
    "warnings": Words("警告", "warnings"),
    "notes": Words("提示", "notes"),
    "families": Words("疑似雷同组", "groups that share"),
    "missing": Words("未见报告", "without a report"),
    "failed": Words("未能参评的文件", "files not ranked"),
    "distribution": Words("得分分布", "Distribution"),
    "distribution-about": Words(
        "每 5 分一档，柱上的数字是报告份数。", "Five points a step; the numbers are reports."
    ),
    "ranking": Words("排名", "Ranking"),
    "ranking-about": Words(
        "条为得分，短线为得分的波动区间：把规则有放回地重抽 {draws} 次，九成的得分落在其中。名次后有“≈”的，"
        "区间与前一名重叠，差距不足以区分优劣。得分相同的名次并列。",
        "The bar is the score, the line its interval: nine in ten of {draws} scores with the rules drawn anew lie in it. "
        "≈ after a place: its interval overlaps that of the place before, which is no real difference. Equal scores "
        "share a place.",
    ),
    "place": Words("名次", "place"),
    "unit": Words("单位", "unit"),
    "level": Words("层级", "level"),
    "score": Words("得分", "score"),
    "chart": Words("图示（0–100）", "chart (0–100)"),
    "interval": Words("波动区间", "interval"),
    "grade": Words("等次", "grade"),
    "shared": Words("与一家最多相同", "most shared with one"),
    "last": Words("上年得分", "last year"),
    "change": Words("变化", "change"),
    "file": Words("文件", "file"),
    "groups": Words("各类得分率", "What was earned of each group"),
    "groups-about": Words(
        "每格为该类得分占满分的百分比，颜色越深失分越多；“–”为没能判断，不计入总分。",
        "The share earned of each group's points; darker is worse; – could not be judged and does not count.",
    ),
    "frequent": Words("高频问题", "Frequent defects"),
    "rule": Words("规则", "rule"),
    "units": Words("涉及单位", "units"),
    "times": Words("次数", "findings"),
    "lost": Words("共扣分", "points lost"),
    "example": Words("例", "example"),
    "alike": Words("疑似雷同", "Reports that share"),
    "alike-about": Words(
        "以下为疑似雷同，供核查。比对时略去统计表、法定表述、套话和多数单位共有的文字（县级统一模板）；"
        "同组单位的正文至少 {least} 见于另一家。分不出谁抄谁，箭头只表示后者正文中见于前者的比例。",
        "To be checked. Tables, statutory sentences, stock phrases and what most units write (a template from above) are "
        "left out. In a group at least {least} of a text stands in another. Who copied cannot be told: an arrow only "
        "says how much of the second stands in the first.",
    ),
    "alike-none": Words("没有发现疑似雷同的报告。", "No reports share noticeably."),
    "group": Words("第 {number} 组（{count} 家）", "Group {number} ({count} units)"),
    "matrix": Words("相似度矩阵", "Similarity matrix"),
    "matrix-about": Words(
        "行单位的正文有百分之几见于列单位；只列有相似的单位。",
        "How much of the row's text stands in the column's; only units that share.",
    ),
    "other-pairs": Words("其余相似较多的", "Others that share"),
    "side-by-side": Words("对照", "side by side"),
    "boards": Words("分类排名", "Boards by level"),
    "absent": Words("未见报告与未能参评", "Missing and unreadable"),
    "absent-none": Words("没有缺报的单位，文件都能读。", "Nobody is missing, every file could be read."),
    "absent-register": Words(
        "没有给出单位名册（--units），不能判断谁应报而未报。",
        "Without a unit register (--units) nobody is known to be missing.",
    ),
    "trend": Words("与上年比较", "Against last year"),
    "trend-about": Words(
        "空心圈为上年得分，实心点为今年，数字为升降；上年报告用同一套规则重新评分（前后年度类不计）。",
        "A ring is last year's score, a dot this year's; last year's reports are scored by the same rules.",
    ),
    "sums": Words("县本级与各单位合计", "The county against its units"),
    "sums-about": Words(
        "县级报告的数字与各单位报告相加是否一致；县级报告另含部门等未在本文件夹的单位时，可以大于合计。",
        "The county's figures against the sum of the units' reports here; it may be more where others are included.",
    ),
    "item": Words("项目", "item"),
    "county-says": Words("{unit}报告", "report of {unit}"),
    "sum": Words("{count} 家合计", "sum of {count}"),
    "how": Words("口径", "How it is scored"),
    "how-1": Words(
        "满分 100，分 9 类。一处问题扣：错误 4 分、警告 1.5 分、提示 0 分，乘以把握（确定 1、较有把握 0.6、推测 0）；同一规则在一份报告里第 k 次出现只扣 1/2 的 k−1 次方，"
        "每类扣完为止，报告长短因此不影响公平。",
        "100 points in nine groups. A finding costs 4 (error), 1.5 (warning) or 0 (note) points times its confidence (1, "
        "0.6, 0); the k-th of one rule in a report 1/2^(k−1) of that; a group loses no more than it has.",
    ),
    "how-2": Words(
        "没能判断的类别不计入总分，既不加分也不减分。每一分失分都对应单位页上一处问题。改权重（nianbao.toml 的 weights）重新排名不用重新检查。",
        "A group that could not be judged leaves the sum. Every point lost belongs to a finding on the unit's page. Other "
        "weights rank anew without linting again.",
    ),
    "inputs": Words("输入文件（SHA-256）", "Inputs (SHA-256)"),
    "search": Words("筛选单位…", "filter units…"),
    "all": Words("全部层级", "all levels"),
    "back": Words("返回排名", "back to the ranking"),
    "deductions": Words("扣分", "Deductions"),
    "weight": Words("满分", "of"),
    "earned": Words("得分", "earned"),
    "text": Words("报告全文与问题", "The report and what was found"),
    "near": Words("最相近的报告", "Nearest reports"),
    "near-share": Words(
        "本报告有 {share} 见于{unit}，{unit}有 {back} 见于本报告",
        "{share} of this report stands in that of {unit}, {back} of that one in this",
    ),
    "not-assessed": Words("没能判断的规则", "Rules that could not be judged"),
    "no-deduction": Words("没有扣分。", "No points lost."),
    "of": Words("第 {place} 名 / {count}", "place {place} of {count}"),
    "counties": Words("各县区", "Counties"),
    "county": Words("县区", "county"),
    "lowest": Words("最低", "lowest"),
    "highest": Words("最高", "highest"),
    "excellent": Words("优", "excellent"),
    "families-across": Words("跨县区的疑似雷同", "Groups across counties"),
    "best": Words("前 {count} 名", "The best {count}"),
    "all-units": Words(
        "全部单位的排名见 ranking.xlsx 和 ranking.json。", "All units are in ranking.xlsx and ranking.json."
    ),
    "detail": Words("扣分明细", "Deductions"),
    "findings": Words("问题清单", "Findings"),
    "checks": Words("勾稽核对", "Checks"),
    "alike-sheet": Words("雷同矩阵", "Similarity"),
    "frequent-sheet": Words("高频问题", "Frequent"),
    "severity": Words("程度", "severity"),
    "message": Words("问题", "finding"),
    "where": Words("位置", "place"),
    "section": Words("章节", "section"),
    "category": Words("类别", "group"),
    "fingerprint": Words("指纹", "fingerprint"),
    "points": Words("扣分", "points"),
    "ok": Words("符合", "holds"),
    "not-ok": Words("不符", "fails"),
    "unjudged": Words("未判断", "not judged"),
    "page": Words("页", "page"),
}

FACTS: Said = {
    "t3.new.total": Words("本年新收政府信息公开申请", "requests received"),
    "t3.carried.total": Words("上年结转申请", "requests carried over"),
    "t3.handled.total": Words("本年度办理结果总计", "requests handled"),
    "t3.next.total": Words("结转下年度继续办理", "requests carried to the next year"),
}


def say(key: str, lang: str, **values: object) -> str:
    """The words of that key, with their `{placeholders}` filled."""
    return (TEXT[key].format(values) if values else TEXT[key]).say(lang)
