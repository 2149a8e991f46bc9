package org.gongkai.register;

import static org.gongkai.register.Corpus.day;
import static org.gongkai.register.Corpus.group;

import java.time.LocalDate;
import java.util.List;

/** Registers with a row for each entry: elections, reviews, decisions, rules, bulletins, activities, research. */
final class Records {

    private final Corpus corpus;

    Records(Corpus corpus) {
        this.corpus = corpus;
    }

    void write() {
        elections();
        reviews();
        decisions();
        rules();
        bulletins();
        integrity();
        volunteering();
        research();
        reflections();
    }

    private void elections() {
        Draft draft = corpus.add(new Draft("elections/hj", "换届选举", "第一党支部委员会换届选举结果", day(2023, 3, 14))
                .with("大会日期", "2023年3月10日")
                .with("应到", 19)
                .with("实到", "18")
                .with("有效票", 18)
                .with("批复文号", "示党〔2023〕8号")
                .with("任期", group("起", "2023-03-10", "止", "2026-03-09")));
        corpus.answer("elections")
                .row(
                        2023,
                        List.of(draft),
                        day(2023, 3, 10),
                        draft.title(),
                        19,
                        18,
                        94.7,
                        18,
                        "示党〔2023〕8号",
                        day(2023, 3, 10),
                        day(2026, 3, 9));
    }

    /** Held in January, of the year before. */
    private void reviews() {
        Answer reviews = corpus.answer("reviews");
        Draft both = corpus.add(
                new Draft("organisational-life/lx-2023", "组织生活会、民主评议", "2023年度组织生活会和民主评议党员情况", day(2024, 1, 25))
                        .with("年度", "2023年度")
                        .with("会议", group("时间", "2024-01-20 14:00"))
                        .with("参评人数", 19)
                        .with("优秀", 6)
                        .with("合格", 13));
        reviews.row(2023, List.of(both), day(2024, 1, 20), "组织生活会、民主评议", both.title(), 19, 6, 13, null, null, 31.6);
        Draft life = corpus.add(new Draft("organisational-life/lx-2024", "组织生活会", "2024年度组织生活会情况", day(2025, 1, 20))
                .with("年度", 2024)
                .with("会议", group("时间", "2025-01-18 14:00")));
        reviews.row(2024, List.of(life), day(2025, 1, 18), "组织生活会", life.title(), null, null, null, null, null, null);
        List<Draft> lives = List.of(both, life);
        for (int year = 2023; year <= 2025; year++) {
            reviews.total(year, "组织生活会", year < 2025 ? 1 : 0);
            reviews.total(year, "民主评议", year == 2023 ? 1 : 0);
            reviews.expected(year, year + "年组织生活会", day(year, 12, 31), year < 2025 ? lives.get(year - 2023) : null);
            reviews.expected(year, year + "年民主评议党员", day(year, 12, 31), year == 2023 ? both : null);
        }
    }

    private void decisions() {
        Answer decisions = corpus.answer("decisions");
        Draft done = corpus.add(new Draft("resolutions/a", "决议", "党员大会关于党费办法的决议", day(2024, 3, 25))
                .with("成文日期", day(2024, 3, 20))
                .with("通过会议", "第1次党员大会")
                .with("执行情况", "已落实"));
        Draft lateInYear = corpus.add(new Draft("resolutions/b", "决议", "党员大会关于联系用户的决定", day(2025, 1, 6))
                .with("文种", "决定")
                .with("成文日期", day(2024, 12, 28))
                .with("执行情况", "正在执行"));
        Draft open = corpus.add(new Draft("resolutions/c", "决议", "党员大会关于试点的决议", day(2025, 3, 25)));
        decisions.row(2024, List.of(done), day(2024, 3, 20), done.title(), "第1次党员大会", "已完成");
        decisions.row(2024, List.of(lateInYear), day(2024, 12, 28), lateInYear.title(), null, "进行中");
        decisions.row(2025, List.of(open), day(2025, 3, 25), open.title(), null, null);
        decisions.total(2024, "已完成", 1);
        decisions.total(2024, "进行中", 1);
        decisions.expected(2024, done.title(), day(2024, 12, 31), done);
        decisions.expected(2024, lateInYear.title(), day(2024, 12, 31), false, lateInYear);
        decisions.expected(2025, open.title(), day(2025, 12, 31), false, open);
    }

    /** A rule belongs to the year in which it was issued, even if it is not in force yet. */
    private void rules() {
        Answer rules = corpus.answer("rules");
        Draft first = corpus.add(new Draft("rules/df", "规章制度", "第一党支部党费管理办法（试行）", day(2023, 12, 27))
                .with("文种", "制度")
                .with("成文日期", day(2023, 12, 18))
                .with("版本", "第一版")
                .with("通过会议", "第4次党员大会")
                .with("印发日期", "2023-12-20")
                .with("施行日期", "2024-01-01")
                .with("有效性", "现行有效")
                .with("复审日期", "2026-01-01"));
        Draft later = corpus.add(new Draft("rules/zb", "规章制度", "第一党支部值班办法", day(2025, 11, 4))
                .with("施行日期", "2026-01-01")
                .with("有效性", "现行"));
        rules.row(
                2023,
                List.of(first),
                first.title(),
                "第一版",
                "第4次党员大会",
                day(2023, 12, 20),
                day(2024, 1, 1),
                "现行",
                day(2026, 1, 1));
        rules.row(2025, List.of(later), later.title(), null, null, null, day(2026, 1, 1), "现行", null);
        rules.total(2023, "现行", 1);
        rules.total(2025, "现行", 1);
    }

    private void bulletins() {
        Answer bulletins = corpus.answer("bulletins");
        for (int number : List.of(1, 2, 4)) {
            LocalDate day = day(2024, number * 2, 8);
            Draft draft = corpus.add(new Draft("bulletins/jb-" + number, "简报", "学习教育简报第" + number + "期", day)
                    .with("期数", number == 2 ? "２" : String.valueOf(number))
                    .with("编发单位", "支部办公室"));
            if (number == 4) {
                draft.with("报送", List.of("机关党委", "组织部")).in(Draft.Form.LINES);
            }
            bulletins.row(2024, List.of(draft), day, number, "支部办公室", draft.title(), number == 4 ? "机关党委、组织部" : null);
        }
        bulletins.total(2024, "支部办公室", 3);
        bulletins.expected(2024, "支部办公室第3期", day(2024, 8, 8), null);
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
        integrity.row(2024, List.of(alias), day(2024, 5, 20), alias.title(), null, 2, 17);
        integrity.row(2024, List.of(lesson), day(2024, 9, 12), lesson.title(), "观看警示片", 1, 18);
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
            volunteering.row(
                    day.getYear(),
                    List.of(draft),
                    day,
                    draft.title(),
                    "水岸社区",
                    day.getMonthValue(),
                    Double.valueOf("1" + day.getMonthValue() + ".5"));
        }
        volunteering.total(2023, "参加人数", 10);
        volunteering.total(2023, "时长", 110.5);
        volunteering.total(2024, "参加人数", 16);
        volunteering.total(2024, "时长", 127);
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
            research.row(year, List.of(open), open.title(), "书记", day(2024, 3, 1), day(2025, 6, 30), "进行中", null);
            research.total(year, "进行中", 1);
        }
        research.row(2025, List.of(done), done.title(), "组织委员", day(2025, 1, 2), day(2025, 8, 31), "已完成", "报告一份");
        research.total(2025, "已完成", 1);
        research.expected(2025, open.title(), day(2025, 6, 30), false, open);
        research.expected(2025, done.title(), day(2025, 8, 31), done);
    }

    private void reflections() {
        Answer reflections = corpus.answer("reflections");
        for (int i = 1; i <= 4; i++) {
            String author = i == 3 ? "宣传委员" : "组织委员";
            Draft draft = corpus.add(new Draft("reflections/xd-" + i, "心得体会", "学习党章心得体会之" + i, day(2025, 4, i))
                    .with("作者", author)
                    .with("学习内容", "党章"));
            reflections.row(2025, List.of(draft), day(2025, 4, i), author, draft.title(), "党章");
        }
        reflections.total(2025, "组织委员", 3);
        reflections.total(2025, "宣传委员", 1);
    }
}
