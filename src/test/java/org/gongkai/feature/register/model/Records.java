package org.gongkai.feature.register.model;

import static org.gongkai.feature.register.model.Corpus.day;
import static org.gongkai.feature.register.model.Corpus.group;

import java.time.LocalDate;
import java.util.List;

/** Registers with a row for each entry: elections, reviews, decisions, rules, bulletins. */
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
                        draft,
                        day(2023, 3, 10),
                        null,
                        draft.title(),
                        19,
                        18,
                        94.7,
                        18,
                        "示党〔2023〕8号",
                        day(2023, 3, 10),
                        day(2026, 3, 9),
                        15 + 31 + 31 + 28 + 9);
        Draft called = corpus.add(new Draft("notices/hj", "通知、换届选举", "关于做好支部委员会换届选举工作的通知", day(2023, 1, 30))
                .with("成文日期", day(2023, 1, 28))
                .with("阶段", "部署换届"));
        corpus.answer("elections").row(2023, called, day(2023, 1, 28), "部署换届", called.title());
        corpus.answer("elections").total(2023, "启动换届", 1);
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
        reviews.row(2023, both, day(2024, 1, 20), "组织生活会、民主评议", both.title(), null, 19, 6, 13, null, null, 31.6);
        Draft life = corpus.add(new Draft("organisational-life/lx-2024", "组织生活会", "2024年度组织生活会情况", day(2025, 1, 20))
                .with("年度", 2024)
                .with("会议", group("时间", "2025-01-18 14:00")));
        reviews.row(2024, life, day(2025, 1, 18), "组织生活会", life.title());
        Draft report = corpus.add(new Draft("duty-reports/sz", "述职述责", "支部书记2024年度述职报告", day(2025, 1, 22))
                .with("年度", 2024)
                .with("述职人", "书记"));
        reviews.row(2024, report, day(2025, 1, 22), "述职述责", report.title(), "书记");
        List<Draft> lives = List.of(both, life);
        for (int year = 2023; year <= 2025; year++) {
            reviews.total(year, "组织生活会", year < 2025 ? 1 : 0);
            reviews.total(year, "述职述责", year == 2024 ? 1 : 0);
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
                .with("三重一大", "大额度资金运作")
                .with("执行情况", "已落实"));
        Draft lateInYear = corpus.add(new Draft("resolutions/b", "决议", "党员大会关于联系用户的决定", day(2025, 1, 6))
                .with("文种", "决定")
                .with("成文日期", day(2024, 12, 28))
                .with("执行情况", "正在执行"));
        Draft open = corpus.add(new Draft("resolutions/c", "决议", "党员大会关于试点的决议", day(2025, 3, 25)));
        decisions.row(2024, done, day(2024, 3, 20), done.title(), "大额度资金运作", "第1次党员大会", "已落实");
        decisions.row(2024, lateInYear, day(2024, 12, 28), lateInYear.title(), null, null, "正在执行");
        decisions.row(2025, open, day(2025, 3, 25), open.title());
        decisions.total(2024, "大额资金使用", 1);
        decisions.total(2024, "大额资金使用·已完成", 1);
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
                first,
                first.title(),
                "第一版",
                "第4次党员大会",
                day(2023, 12, 20),
                day(2024, 1, 1),
                "现行有效",
                day(2026, 1, 1));
        rules.row(2025, later, later.title(), null, null, null, day(2026, 1, 1), "现行");
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
            bulletins.row(2024, draft, day, number, "支部办公室", draft.title(), number == 4 ? "机关党委、组织部" : null);
        }
        bulletins.total(2024, "支部办公室", 3);
        bulletins.expected(2024, "支部办公室第3期", day(2024, 8, 8), null);
    }
}
