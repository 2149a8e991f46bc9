package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.KindsReader;
import org.gongkai.input.entry.kind.NoticePeriod;
import org.gongkai.input.entry.kind.TitlePattern;
import org.gongkai.testing.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What may stand in the fields of kinds, and what the built-in kinds say. */
class KindFieldsTest {

    private static final Kinds KINDS = Kinds.builtIn(new YamlReader());

    @Test
    void talksAreCountedAndTheirContentsHaveNoColumn() {
        assertThat(KINDS.named("谈心谈话统计").orElseThrow().field("统计").orElseThrow().columns().stream()
                        .map(FieldSpec::name))
                .containsExactly("对象", "次数", "人次");
    }

    static List<Kind> kinds() {
        return KINDS.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyBuiltInKindIsWhole(Kind kind) {
        assertThat(kind.filing().retention()).isIn("", "永久", "30年", "10年");
        assertThat(kind.demands().title().map(TitlePattern::example).orElse("例"))
                .isNotEmpty();
        assertThat(kind.isOpen()).isEqualTo(!kind.name().equals(Kinds.DEFAULT));
        assertThat(kind.demands().exclusions()).allSatisfy(e -> {
            assertThat(KINDS.named(e.kind())).isPresent();
            assertThat(e.reason()).isNotEmpty();
        });
        assertThat(kind.fields()).allSatisfy(field -> assertThat(field.key()).isNotEmpty());
    }

    @Test
    void everyKindThatBranchesPublishIsThere() {
        assertThat(KINDS.names())
                .contains(
                        "文章", "通知", "通告", "公告", "决议", "通报", "报告", "公示", "发展党员公示", "评优公示", "党费收缴公示", "党员积分公示", "整改清单公示",
                        "工作计划", "工作要点", "工作意见", "工作总结", "半年总结", "实施方案", "学习计划", "换届选举", "党员大会", "支委会", "党小组会", "党课",
                        "主题党日", "组织生活会", "民主评议", "党员承诺", "述职", "责任清单", "简报", "规章制度", "廉政", "警示教育", "意见反馈", "学习记录",
                        "谈心谈话统计", "志愿服务", "研究课题", "案例", "心得体会", "廉政教育", "轮值安排");
    }

    @Test
    void kindsSayHowLongTheir公示MustLast() {
        Map<String, NoticePeriod> notices = new HashMap<>();
        KINDS.all().forEach(kind -> kind.demands().notice().ifPresent(notice -> notices.put(kind.name(), notice)));

        assertThat(notices)
                .containsEntry("发展党员公示", new NoticePeriod(5, NoticePeriod.Unit.WORKING_DAYS, true, true, true))
                .containsEntry("公示", new NoticePeriod(5, NoticePeriod.Unit.WORKING_DAYS, true, true, false))
                .containsEntry("征求意见", new NoticePeriod(7, NoticePeriod.Unit.CALENDAR_DAYS, true, false, false))
                .doesNotContainKeys("通知", "工作计划");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    〈支部〉YYYY年第N次…会议纪要, 一支部2024年第3次支委会会议纪要, true
                    〈支部〉YYYY年第N次…会议纪要, 一支部2024年第十二次会议纪要, true
                    〈支部〉YYYY年第N次…会议纪要, 2024年第3次会议纪要, false
                    …YYYY年[计划|要点], 一支部2024年要点, true
                    …YYYY年[计划|要点], 一支部2024年总结, false
                    关于…的通知, 关于的通知, true
                    甲(1)+…, 甲(1)+乙, true
                    """)
    void titlePatternsMatchWholeTitles(String pattern, String title, boolean fits) {
        assertThat(TitlePattern.of(pattern, "").matches(title)).isEqualTo(fits);
    }

    @Test
    void titlePatternsAreToldInWords() {
        assertThat(TitlePattern.of("…关于…的[通知|通告]…", "").words()).isEqualTo("关于……的通知/通告");
        assertThat(TitlePattern.of("〈支部〉YYYY年…计划", "").words()).isEqualTo("〈支部〉YYYY年……计划");
    }

    @Test
    void aKindMayAskForAFieldOfItsOwn() {
        Kinds kinds = new KindsReader(new YamlReader(), p -> {
                    throw new AssertionError(p.text());
                })
                .read(Optional.of("- {名称: 简报, 必填: [期数, 附件]}\n"));

        assertThat(Headers.yaml(kinds, "标题: 简报第3期", "发布日期: 2024-01-02", "文种: 简报", "期数:")
                        .problems())
                .containsExactly(
                        "content/a.md:1:1: 错误 E104 缺少“附件”；请在文件头里写上“附件: ……”",
                        "content/a.md:5:4: 错误 E104 缺少“期数”；请在文件头里写上“期数: ……”");
    }
}
