package org.gongkai.feature.register.model;

import java.util.Map;

/** The columns of a site that declares none: those of the kinds. */
final class Columns {

    /** The names of the columns, by the folders of their pages. */
    static final Map<String, String> BY_FOLDER = Map.ofEntries(
            Map.entry("meetings", "三会一课"),
            Map.entry("theme-days", "主题党日"),
            Map.entry("study-records", "学习记录"),
            Map.entry("study", "学习教育"),
            Map.entry("dues", "党费收缴"),
            Map.entry("summaries", "工作总结"),
            Map.entry("plans", "工作计划"),
            Map.entry("schemes", "实施方案"),
            Map.entry("duty-reports", "述职述责"),
            Map.entry("rectification", "整改落实"),
            Map.entry("pledges", "党员承诺"),
            Map.entry("duties", "责任清单"),
            Map.entry("rota", "轮值安排"),
            Map.entry("feedback", "意见反馈"),
            Map.entry("points", "党员积分"),
            Map.entry("circulars", "通报"),
            Map.entry("announcements", "公示"),
            Map.entry("elections", "换届选举"),
            Map.entry("organisational-life", "组织生活"),
            Map.entry("resolutions", "决议决定"),
            Map.entry("rules", "规章制度"),
            Map.entry("bulletins", "简报"),
            Map.entry("integrity-education", "廉政教育"),
            Map.entry("integrity", "廉政建设"),
            Map.entry("volunteering", "志愿服务"),
            Map.entry("research", "研究课题"),
            Map.entry("cases", "案例"),
            Map.entry("reflections", "心得体会"),
            Map.entry("notices", "通知"));

    private Columns() {}
}
