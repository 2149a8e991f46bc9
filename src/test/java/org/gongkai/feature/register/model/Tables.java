package org.gongkai.feature.register.model;

import static org.gongkai.feature.register.model.Corpus.day;
import static org.gongkai.feature.register.model.Corpus.group;

import java.util.List;

/** Registers with a row for each row of a table: tasks, rectification, pledges, duties, the rota, opinions, points. */
final class Tables {

    private final Corpus corpus;

    Tables(Corpus corpus) {
        this.corpus = corpus;
    }

    void write() {
        tasks();
        rectification();
        pledgesAndDuties();
        rota();
        feedback();
        points();
    }

    private void tasks() {
        Answer tasks = corpus.answer("tasks");
        // One entry of two kinds and two years; its tasks are those of the later one.
        Draft both = corpus.add(new Draft("summaries/zj-jh", "工作总结、工作计划", "第一党支部2023年工作总结和2024年工作计划", day(2024, 1, 10))
                .with("年度", List.of(2023, 2024))
                .with("目录项", "A-3")
                .with(
                        "任务项",
                        List.of(
                                group("内容", "修订党费办法", "责任人", "组织委员", "时限", "3月底前", "状态", "办结"),
                                group("内容", "编一本案例集", "责任人", "宣传委员", "时限", "２０２４年１０月", "状态", "结转", "备注", "转到下一年"))));
        tasks.row(2024, both, "编一本案例集", "宣传委员", "2024年10月", "结转", "转到下一年", both.title());
        tasks.row(2024, both, "修订党费办法", "组织委员", "3月底前", "办结", null, both.title());
        tasks.total(2024, "已完成", 1);
        tasks.total(2024, "未完成", 1);
        tasks.expected(2024, "修订党费办法", day(2024, 3, 31), both);
        tasks.expected(2024, "编一本案例集", day(2024, 10, 31), false, both);

        Draft plan = corpus.add(new Draft("plans/jh-2025", "工作计划", "第一党支部2025年工作要点", day(2025, 1, 8))
                .with("文种", "工作要点")
                .with(
                        "任务项",
                        List.of(
                                group("内容", "更换水表", "责任人", "书记", "时限", "2025-03-31", "状态", "已完成（3月20日验收）"),
                                group("内容", "夜间巡查", "责任人", "书记、组织委员", "时限", "第四季度", "状态", "推进中"),
                                group("内容", "主干管巡查", "责任人", "组织委员", "时限", "6月底前", "状态", "在办"),
                                group("内容", "修订值班制度", "责任人", "组织委员", "时限", "2025年上半年", "状态", "销号"),
                                group("内容", "联系用户", "状态", "长期"),
                                group("内容", "检修水泵", "状态", "下月再说"),
                                group("内容", "远传水表试点", "时限", "2026年3月", "状态", "未启动"))));
        String title = plan.title();
        tasks.row(2025, plan, "主干管巡查", "组织委员", "6月底前", "在办", null, title);
        tasks.row(2025, plan, "夜间巡查", "书记、组织委员", "第四季度", "推进中", null, title);
        tasks.row(2025, plan, "更换水表", "书记", "2025-03-31", "已完成（3月20日验收）", null, title);
        tasks.row(2025, plan, "修订值班制度", "组织委员", "2025年上半年", "销号", null, title);
        tasks.row(2025, plan, "联系用户", null, null, "长期", null, title);
        tasks.row(2025, plan, "检修水泵", null, null, "下月再说", null, title);
        tasks.expected(2025, "检修水泵", day(2025, 12, 31), false, plan);
        tasks.row(2026, plan, "远传水表试点", null, "2026年3月", "未启动", null, title);
        tasks.total(2025, "已完成", 3);
        tasks.total(2025, "进行中", 3);
        tasks.total(2025, "长期坚持", 1);
        tasks.total(2026, "未开始", 1);
        tasks.expected(2025, "更换水表", day(2025, 3, 31), plan);
        tasks.expected(2025, "主干管巡查", day(2025, 6, 30), false, plan);
        tasks.expected(2025, "修订值班制度", day(2025, 6, 30), plan);
        tasks.expected(2025, "夜间巡查", day(2025, 12, 31), false, plan);
        tasks.expected(2026, "远传水表试点", day(2026, 3, 31), false, plan);

        Draft scheme = corpus.add(new Draft("schemes/fa", "实施方案", "关于实行党员认领管段的实施方案", day(2025, 8, 20))
                .with(
                        "阶段安排",
                        List.of(
                                group("阶段", "认领", "时间", "9月1日至5日", "内容", "认领管段", "责任人", "书记", "状态", "办结"),
                                group("阶段", "试行", "时间", "9月上旬至10月", "内容", "每月巡查", "状态", "进行中"),
                                group("阶段", "回看", "时间", "12月至次年1月", "内容", "抽查六段"))));
        tasks.row(2025, scheme, "认领管段", "书记", "9月1日至5日", "办结", "认领", scheme.title());
        tasks.row(2025, scheme, "每月巡查", null, "9月上旬至10月", "进行中", "试行", scheme.title());
        tasks.row(2026, scheme, "抽查六段", null, "12月至次年1月", null, "回看", scheme.title());
        tasks.expected(2025, "认领管段", day(2025, 9, 5), scheme);
        tasks.expected(2025, "每月巡查", day(2025, 10, 31), false, scheme);
        tasks.expected(2026, "抽查六段", day(2026, 1, 31), false, scheme);
    }

    /** The list is of 2024 and was written in 2025: a month without a year is one of 2025. */
    private void rectification() {
        Answer rectification = corpus.answer("rectification");
        Draft list = corpus.add(new Draft("rectification/zg", "整改清单", "2024年度组织生活会整改清单", day(2025, 2, 14))
                .with("年度", 2024)
                .with(
                        "整改项",
                        List.of(
                                group(
                                        "问题", "学习记录不全", "类型", "当下改", "措施", "补齐", "责任人", "宣传委员", "时限", "6月底前", "完成情况",
                                        "整改到位"),
                                group(
                                        "问题",
                                        "谈心不经常",
                                        "类型",
                                        "长久立",
                                        "措施",
                                        "每季度一次",
                                        "责任人",
                                        "书记",
                                        "时限",
                                        "2025-09-30",
                                        "完成情况",
                                        "整改中"),
                                group("问题", "家访少", "类型", "长期坚持", "时限", "长期", "完成情况", "持续坚持"))));
        String title = list.title();
        rectification.row(2024, list, "家访少", "长期坚持", null, null, "长期", "持续坚持", title);
        rectification.total(2024, "长期坚持", 1);
        rectification.row(2025, list, "谈心不经常", "长久立", "每季度一次", "书记", "2025-09-30", "整改中", title);
        rectification.row(2025, list, "学习记录不全", "当下改", "补齐", "宣传委员", "6月底前", "整改到位", title);
        rectification.total(2025, "已完成", 1);
        rectification.total(2025, "进行中", 1);
        rectification.expected(2025, "学习记录不全", day(2025, 6, 30), list);
        rectification.expected(2025, "谈心不经常", day(2025, 9, 30), false, list);
    }

    private void pledgesAndDuties() {
        Answer pledges = corpus.answer("pledges");
        Answer duties = corpus.answer("duties");
        Answer signatures = corpus.answer("signatures");
        Draft promise = corpus.add(new Draft("pledges/cn", "党员承诺", "第一党支部2025年公开承诺", day(2025, 1, 20))
                .with("文种", "承诺书")
                .with(
                        "承诺事项",
                        List.of(
                                group("承诺人", "书记", "内容", "每月接访一次", "时限", "2025-10-31", "践诺情况", "已兑现", "评价", "好"),
                                group("承诺人", "巡线组组长", "内容", "雨后加巡一遍", "时限", "2025年9月", "践诺情况", "正在兑现"),
                                group("承诺人", "组织委员", "内容", "办一件实事", "时限", "年底前")))
                .with(
                        "签订情况",
                        List.of(group("签订文件", "廉洁承诺书", "对象", "全体党员", "应签", 19, "已签", "１８", "签订日期", "2025年1月18日"))));
        pledges.row(2025, promise, "巡线组组长", "雨后加巡一遍", "2025年9月", "正在兑现");
        pledges.row(2025, promise, "组织委员", "办一件实事", "年底前");
        pledges.row(2025, promise, "书记", "每月接访一次", "2025-10-31", "已兑现", "好");
        pledges.total(2025, "已完成", 1);
        pledges.total(2025, "进行中", 1);
        pledges.expected(2025, "雨后加巡一遍", day(2025, 9, 30), false, promise);
        pledges.expected(2025, "每月接访一次", day(2025, 10, 31), promise);
        pledges.expected(2025, "办一件实事", day(2025, 12, 31), false, promise);

        Draft list = corpus.add(new Draft("duties/zr", "责任清单", "第一党支部2025年党建责任书", day(2025, 1, 22))
                .with("文种", "责任书")
                .with(
                        "责任项",
                        List.of(
                                group("责任人", "书记", "内容", "研究党建四次", "时限", "2025年12月", "状态", "进行中"),
                                group("责任人", "书记", "内容", "讲党课两次", "时限", "2025-11-30", "状态", "完成")))
                .with("签订情况", List.of(group("签订文件", "党建责任书", "对象", "支部委员", "应签", 5, "已签", 5, "签订日期", "2025-01-21"))));
        duties.row(2025, list, "书记", "研究党建四次", "2025年12月", "进行中", list.title());
        duties.row(2025, list, "书记", "讲党课两次", "2025-11-30", "完成", list.title());
        duties.total(2025, "书记", 2);
        duties.expected(2025, "讲党课两次", day(2025, 11, 30), list);
        duties.expected(2025, "研究党建四次", day(2025, 12, 31), false, list);

        signatures.row(2025, promise, "廉洁承诺书", "全体党员", 19, 18, 94.7, "2025-01-18", promise.title());
        signatures.row(2025, list, "党建责任书", "支部委员", 5, 5, 100, "2025-01-21", list.title());
        signatures.total(2025, "应签", 24);
        signatures.total(2025, "已签", 23);
        signatures.total(2025, "签订率", 95.8);
    }

    private void rota() {
        Draft draft = corpus.add(new Draft("rota/lz", "轮值安排", "第一党支部2025年党员轮值安排", day(2024, 12, 25))
                .with("年度", 2025)
                .with(
                        "轮值",
                        List.of(
                                group("月份", "1月", "轮值人", "组织委员", "交接日期", "2025-02-05", "交接事项", "值班记录"),
                                group("月份", "2025年2月", "轮值人", "宣传委员"))));
        corpus.answer("rota").row(2025, draft, "1月", "组织委员", "2025-02-05", "值班记录");
        corpus.answer("rota").row(2025, draft, "2025年2月", "宣传委员");
    }

    /** What was answered counts in the year of the answer, the rest in that of the title; not in that of the publication. */
    private void feedback() {
        Answer feedback = corpus.answer("feedback");
        Draft draft = corpus.add(new Draft("feedback/yj", "意见反馈", "2024年下半年意见建议办理情况", day(2025, 1, 10))
                .with("文种", "意见办理")
                .with(
                        "办理情况",
                        List.of(
                                group(
                                        "意见",
                                        "水压不足",
                                        "来源",
                                        "意见箱",
                                        "承办",
                                        "巡线组",
                                        "答复",
                                        "已调泵",
                                        "日期",
                                        "2024-11-05",
                                        "状态",
                                        "已答复"),
                                group("意见", "抄表时间", "来源", "座谈会", "承办人", "机关组组长", "日期", "2025-01-03", "状态", "落实中"),
                                group("意见", "增设长椅", "状态", "办理中"))));
        feedback.row(2024, draft, "水压不足", "意见箱", "巡线组", "已调泵", "2024-11-05", "已答复");
        feedback.total(2024, "已答复", 1);
        feedback.expected(2024, "水压不足", day(2024, 12, 31), draft);
        feedback.row(2025, draft, "抄表时间", "座谈会", "机关组组长", null, "2025-01-03", "落实中");
        feedback.total(2025, "进行中", 1);
        feedback.expected(2025, "抄表时间", day(2025, 12, 31), false, draft);
        feedback.row(2024, draft, "增设长椅", null, null, null, null, "办理中");
        feedback.total(2024, "进行中", 1);
        feedback.expected(2024, "增设长椅", day(2024, 12, 31), false, draft);
    }

    private void points() {
        Answer points = corpus.answer("points");
        Draft bands = corpus.add(new Draft("points/jf-1", "党员积分公示", "2024年下半年党员积分公示", day(2025, 1, 15))
                .with("期间", group("起", "2024-07-01", "止", "2024-12-31"))
                .with(
                        "积分",
                        List.of(
                                group("分数段", "90分以上", "人数", 7, "比例", "36.8%"),
                                group("分数段", "90分以下", "人数", "１２", "比例", "63.2"))));
        points.row(2024, bands, "2024年下半年", null, null, "90分以上", 7, null, null, null, null, 36.8);
        points.row(2024, bands, "2024年下半年", null, null, "90分以下", 12, null, null, null, null, 63.2);
        points.total(2024, "人数", 19);
        Draft persons = corpus.add(new Draft("points/jf-2", "党员积分公示", "第一党支部党员积分公示", day(2025, 7, 10))
                .with("期间", group("起", "2025-01-01", "止", "2025-06-30"))
                .with("积分", List.of(group("姓名", "组织委员", "党小组", "机关组", "基础分", 60, "加分", 12, "扣分", 2, "合计", 70))));
        points.row(2025, persons, "2025-01-01至2025-06-30", "组织委员", "机关组", null, null, 60, 12, 2, 70);
    }
}
