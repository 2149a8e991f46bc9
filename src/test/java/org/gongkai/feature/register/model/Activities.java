package org.gongkai.feature.register.model;

import static org.gongkai.feature.register.model.Corpus.day;
import static org.gongkai.feature.register.model.Corpus.group;

import java.time.LocalDate;
import java.util.List;

/** Registers of what was done: lessons on integrity, volunteering, research, reflections. */
final class Activities {

    private final Corpus corpus;

    Activities(Corpus corpus) {
        this.corpus = corpus;
    }

    void write() {
        integrity();
        volunteering();
        research();
        cases();
        reflections();
    }

    private void integrity() {
        Answer integrity = corpus.answer("integrity");
        Draft lesson = corpus.add(new Draft("integrity-education/lz", "廉政教育", "支部召开节前警示教育会", day(2024, 9, 14))
                .with("活动日期", "2024-09-12")
                .with("形式", "观看警示片")
                .with("场次", 1)
                .with("参加人数", "18"));
        Draft alias = corpus.add(new Draft("integrity/js", "廉政", "支部参观廉政教育基地", day(2024, 5, 20))
                .with("文种", "警示教育")
                .with("场次", "２")
                .with("参加人数", 17));
        integrity.row(2024, alias, day(2024, 5, 20), alias.title(), null, 2, 17);
        integrity.row(2024, lesson, day(2024, 9, 12), lesson.title(), "观看警示片", 1, 18);
        Draft both = corpus.add(new Draft("integrity-education/jy-2", "廉政教育", "支部警示教育会", day(2025, 3, 5))
                .with("活动日期", day(2025, 3, 3))
                .with("形式", "警示教育会、警示片、座谈")
                .with("场次", 1)
                .with("参加人数", 19));
        Draft inspection = corpus.add(new Draft("integrity-education/jy-3", "廉政教育", "支部廉政督导", day(2025, 4, 5))
                .with("活动日期", day(2025, 4, 3))
                .with("形式", "督导（仓库、车队）")
                .with("场次", 2)
                .with("参加人数", 4));
        integrity.row(2025, both, day(2025, 3, 3), both.title(), "警示教育会、警示片、座谈", 1, 19);
        integrity.row(2025, inspection, day(2025, 4, 3), inspection.title(), "督导（仓库、车队）", 2, 4);
        integrity.total(2025, "警示教育会", 1);
        integrity.total(2025, "观看警示教育片", 1);
        integrity.total(2025, "座谈", 1);
        integrity.total(2025, "督导检查", 1);
        integrity.total(2025, "场次", 3);
        integrity.total(2025, "参加人数", 23);
        integrity.total(2024, "观看警示教育片", 1);
        integrity.total(2024, "场次", 3);
        integrity.total(2024, "参加人数", 35);
    }

    /** Nothing in the first half of 2023, which the catalogue misses. */
    private void volunteering() {
        Answer volunteering = corpus.answer("volunteering");
        for (LocalDate day : List.of(day(2023, 10, 14), day(2024, 6, 29), day(2024, 10, 19), day(2025, 5, 17))) {
            Draft draft = corpus.add(new Draft(
                            "volunteering/zy-" + day,
                            "志愿服务",
                            "支部党员到社区开展志愿服务",
                            day.plusDays(day.getMonthValue() == 6 ? 40 : 3))
                    .about(day)
                    .with("目录项", "A-4")
                    .with("活动日期", day)
                    .with("参加人数", day.getMonthValue())
                    .with("时长", "1" + day.getMonthValue() + ".5")
                    .with("地点", "水岸社区"));
            if (day.getYear() == 2024) {
                draft.with("服务事项", day.getMonthValue()).with("发放材料", 100 + day.getMonthValue());
            }
            volunteering.row(
                    day.getYear(),
                    draft,
                    day,
                    draft.title(),
                    "水岸社区",
                    day.getMonthValue(),
                    Double.valueOf("1" + day.getMonthValue() + ".5"),
                    day.getYear() == 2024 ? day.getMonthValue() : null,
                    day.getYear() == 2024 ? 100 + day.getMonthValue() : null);
        }
        volunteering.total(2023, "参加人数", 10);
        volunteering.total(2023, "时长", 110.5);
        volunteering.total(2024, "参加人数", 16);
        volunteering.total(2024, "时长", 127);
        volunteering.total(2024, "服务事项", 16);
        volunteering.total(2024, "发放材料", 216);
        volunteering.total(2025, "参加人数", 5);
        volunteering.total(2025, "时长", 15.5);
    }

    /** The first is a subject of two years, and is expected to end once. */
    private void research() {
        Answer research = corpus.answer("research");
        Draft open = corpus.add(new Draft("research/kt-1", "研究课题", "调研课题“夜间巡查怎样减少漏损”", day(2024, 3, 8))
                .with("年度", List.of(2024, 2025))
                .with("负责人", "书记")
                .with("课题状态", "推进中")
                .with("起止", group("起", "2024-03-01", "止", "2025-06-30")));
        Draft done = corpus.add(new Draft("research/kt-2", "研究课题", "调研课题“水表怎样少跑一趟”", day(2025, 2, 8))
                .with("文种", "调研课题")
                .with("负责人", "组织委员")
                .with("课题状态", "已完成")
                .with("成果", "报告一份")
                .with("起止", group("起", "2025-01-02", "止", "2025-08-31")));
        for (int year = 2024; year <= 2025; year++) {
            research.row(year, open, open.title(), "书记", day(2024, 3, 1), day(2025, 6, 30), "推进中");
            research.total(year, "进行中", 1);
        }
        research.row(2025, done, done.title(), "组织委员", day(2025, 1, 2), day(2025, 8, 31), "已完成", "报告一份");
        research.total(2025, "已完成", 1);
        research.expected(2025, open.title(), day(2025, 6, 30), false, open);
        research.expected(2025, done.title(), day(2025, 8, 31), done);
    }

    private void cases() {
        Answer cases = corpus.answer("cases");
        Draft first = corpus.add(new Draft("cases/al-1", "案例", "支部特色案例“管段认领”", day(2024, 11, 8))
                .with("主题", "党建与业务融合")
                .with("撰写人", "组织委员")
                .with("报送", List.of("公司党委", "区委组织部"))
                .with("采用情况", "公司党委汇编采用"));
        Draft second = corpus.add(new Draft("cases/al-2", "案例", "一次说清窗口", day(2024, 12, 8))
                .with("文种", "典型案例")
                .with("主题", "服务群众"));
        cases.row(2024, first, day(2024, 11, 8), first.title(), "党建与业务融合", "组织委员", "公司党委、区委组织部", "公司党委汇编采用");
        cases.row(2024, second, day(2024, 12, 8), second.title(), "服务群众");
        cases.total(2024, "党建与业务融合", 1);
        cases.total(2024, "服务群众", 1);
    }

    private void reflections() {
        Answer reflections = corpus.answer("reflections");
        for (int i = 1; i <= 4; i++) {
            String author = i == 3 ? "宣传委员" : "组织委员";
            Draft draft = corpus.add(new Draft("reflections/xd-" + i, "心得体会", "学习党章心得体会之" + i, day(2025, 4, i))
                    .with("作者", author)
                    .with("学习内容", "党章"));
            reflections.row(2025, draft, day(2025, 4, i), author, draft.title(), "党章");
        }
        reflections.total(2025, "组织委员", 3);
        reflections.total(2025, "宣传委员", 1);
    }
}
