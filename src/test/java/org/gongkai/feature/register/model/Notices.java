package org.gongkai.feature.register.model;

import static org.gongkai.feature.register.model.Corpus.day;
import static org.gongkai.feature.register.model.Corpus.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Entries that announce something for some days, and their results: admissions, honours, drafts of rules. */
final class Notices {

    private final Corpus corpus;
    private final Answer notices;
    private final Answer admissions;
    private final Answer honours;

    Notices(Corpus corpus) {
        this.corpus = corpus;
        this.notices = corpus.answer("notices");
        this.admissions = corpus.answer("admissions");
        this.honours = corpus.answer("honours");
    }

    void write() {
        admissions();
        honours();
        others();
    }

    private void admissions() {
        Draft result = corpus.add(new Draft("circulars/fz-2", "通报", "关于确定林晓禾同志为发展对象的通报", day(2024, 4, 16)));
        // The stages of one person, whom the titles name, follow each other; so many days after the one before.
        admission("1", "关于确定林晓禾同志为入党积极分子的公示", "确定积极分子", day(2023, 3, 6), null, "没有收到意见", "没有收到意见");
        admission("2", "关于拟确定林晓禾同志为发展对象的公示", "确定发展对象", day(2024, 4, 8), 399, "../通报/fz-2.md", result.title());
        admission("5", "关于拟接收一名同志为中共预备党员的公示", "接收预备党员", day(2024, 5, 13), null, "没有收到意见", "没有收到意见");
        admission("3", "关于拟接收林晓禾同志为中共预备党员的公示", "接收预备党员", day(2024, 10, 21), 196, null, null);
        admission("6", "关于确定周望舒等2名同志为入党积极分子的公示", "确定积极分子", day(2025, 3, 10), null, "没有收到意见", "没有收到意见");
        admission("4", "关于林晓禾同志按期转正的公示", "预备党员转正", day(2025, 10, 27), 371, null, null);
        Map.of(2023, List.of("确定入党积极分子"), 2024, List.of("确定发展对象"), 2025, List.of("确定入党积极分子", "转正"))
                .forEach((year, stages) -> stages.forEach(stage -> admissions.total(year, stage, 1)));
        admissions.total(2024, "接收预备党员", 2);
        notices.total(2023, "发展党员公示", 1);
        notices.total(2024, "发展党员公示", 3);
        notices.total(2025, "发展党员公示", 2);
    }

    private void admission(
            String name, String title, String typed, LocalDate from, Integer days, String result, String shown) {
        LocalDate to = from.plusDays(4);
        Draft draft = corpus.add(new Draft("announcements/fz-" + name, "发展党员公示", title, from)
                .with("阶段", typed)
                .with("受理部门", "纪检委员")
                .with("公示", group("起", from, "止", to, "结果", result)));
        admissions.row(from.getYear(), draft, typed, title, from, to, days, shown);
        admissions.expected(from.getYear(), title, to.plusDays(30), shown != null, draft);
        notice(draft, "发展党员公示", from, to, shown);
    }

    private void honours() {
        for (int year = 2024; year <= 2025; year++) {
            LocalDate from = day(year, 6, 16).plusDays(2025 - year);
            LocalDate to = from.plusDays(4);
            String title = "关于" + year + "年优秀共产党员推荐对象的公示";
            Draft draft = corpus.add(new Draft("announcements/py-" + year, "评优公示", title, from)
                    .in(Draft.Form.YAML)
                    .with("受理部门", "纪检委员")
                    .with("公示", group("起", from, "止", to, "结果", "已表彰"))
                    .with(
                            "名单",
                            List.of(
                                    group("姓名", "许知行", "类别", "优秀共产党员", "岗位", "巡线工", "部门", "管网部"),
                                    group("姓名", "何清越", "类别", "优秀党务工作者"))));
            honours.row(year, draft, "优秀共产党员", "许知行", "巡线工", "管网部", title, from, to, "已表彰");
            honours.row(year, draft, "优秀党务工作者", "何清越", null, null, title, from, to, "已表彰");
            honours.total(year, "优秀共产党员", 1);
            honours.total(year, "优秀党务工作者", 1);
            notice(draft, "评优公示", from, to, "已表彰");
        }
        notices.total(2023, "评优公示", 0);
        notices.total(2024, "评优公示", 1);
        notices.total(2025, "评优公示", 1);
    }

    private void others() {
        // Ended long ago and without a result.
        Draft late = corpus.add(new Draft("announcements/gs", "公示", "关于支部委员候选人预备人选的公示", day(2023, 9, 11))
                .in(Draft.Form.ASCIIDOC)
                .with("受理部门", "纪检委员")
                .with("公示", group("起", "2023-09-11", "止", "2023-09-15")));
        notice(late, "公示", day(2023, 9, 11), day(2023, 9, 15), null);
        Draft draft = corpus.add(new Draft("announcements/zq", "征求意见", "关于值班办法（草案）预公开的通知", day(2025, 4, 14))
                .with("文种", "预公开")
                .with("公示", group("from", "2025-04-14", "to", "2025-04-20", "result", "采纳两条")));
        notice(draft, "征求意见", day(2025, 4, 14), day(2025, 4, 20), "采纳两条");
        for (int year = 2023; year <= 2025; year++) {
            notices.total(year, "公示", year == 2023 ? 1 : 0);
            notices.total(year, "征求意见", year == 2025 ? 1 : 0);
        }
    }

    private void notice(Draft draft, String kind, LocalDate from, LocalDate to, String result) {
        notices.row(from.getYear(), draft, from, to, kind, draft.title(), result);
        notices.expected(from.getYear(), draft.title(), to.plusDays(30), result != null, draft);
    }
}
