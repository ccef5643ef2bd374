"""A writer of web pages as government sites publish reports."""

from html import escape

from tests.composing import Composed
from tests.readers.writing.tables import Table, statutory


def paragraph(text: str) -> str:
    """A paragraph as editors of sites write it."""
    return f'<p style="text-indent: 2em;"><span style="font-size: 16pt;">{escape(text)}</span></p>'


def table(made: Table) -> str:
    """A table with rowspans and colspans where cells are merged."""
    rows = "\n".join(
        "<tr>"
        + "".join(f"<td{_spans(box.rows, box.columns)}><p>{escape(box.text)}</p></td>" for box in row)
        + "</tr>"
        for row in made
    )
    return f'<table border="1" cellspacing="0">\n<tbody>\n{rows}\n</tbody></table>'


def _spans(rows: int, columns: int) -> str:
    return (f' rowspan="{rows}"' if rows > 1 else "") + (f" colspan='{columns}'" if columns > 1 else "")


def content(composed: Composed) -> str:
    """A composed report as the inside of a page."""
    body, tables = [], set()
    for line in composed.lines:
        if line.role != "table":
            body.append(paragraph(line.text))
        elif line.section not in tables:
            tables.add(line.section)
            body.append(table(statutory(composed.cells, composed.form, line.section)))
    return "\n".join(body)


def site(inside: str, *, title: str = "政府信息公开年报", head: str = '<meta charset="utf-8">') -> str:
    """A page with all that a site puts round its text."""
    return f"""<!DOCTYPE html>
<html>
<head>
{head}
<title>{title}_云溪县人民政府</title>
<style>p {{ margin: 0 }} a > b {{ color: red }}</style>
<script>if (1 < 2 && "</p>") {{ document.write("<p>一、总体情况</p>"); }}</script>
</head>
<body>
<!-- 导航 -->
<div class="top"><a href="/">无障碍</a> | <a href="/mail">邮箱</a></div>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/fw">办事服务</a></li></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政府信息公开</a> &gt; 政府信息公开年报</div>
<div class="side"><ul>
<li><span>主动公开</span></li><li><span>依申请公开</span></li>
<li><a href="2.html" title="a>b">云溪县青禾镇人民政府2020年政府信息公开工作年度报告</a></li>
</ul></div>
<div class="main">
<h1>{title}</h1>
<div class="about">发布时间：2025-01-20 10:22　来源：云溪县人民政府办公室　浏览次数：<span id="n"></span>　【字体：大 中 小】</div>
<div id="zoom">
{inside}
</div>
<div class="share">分享到：<a href="#">微信</a></div>
<div><a href="#">【打印本页】</a> <a href="#">【关闭窗口】</a></div>
<div>上一篇：<a href="1.html">云溪县柳泉乡人民政府2021年政府信息公开工作年度报告</a></div>
</div>
<footer>主办：云溪县人民政府　版权所有</footer>
<div class="foot"><p>主办：云溪县人民政府办公室　网站标识码：0000000000</p></div>
</body>
</html>
"""


def report(composed: Composed) -> str:
    """A composed report as a page of a site."""
    return site(content(composed))
