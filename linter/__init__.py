"""nianbao: what is wrong with a 政府信息公开工作年度报告, before it is published."""

__version__ = "0.1.0"
