package org.gongkai.input.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.KindsReader;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Damage;

/** Whatever befalls a data file, its reader answers with settings or with problems in Chinese. */
@Tag("slow")
class DataFilePropertiesTest {

    private static final YamlReader YAML = new YamlReader();

    @Property(tries = 1_200)
    void settings(@ForAll("settings") Map.Entry<String, byte[]> file) {
        isReadOrTold(file.getKey(), file.getValue());
    }

    @Property(tries = 300)
    void kinds(@ForAll("kindLists") byte[] bytes) {
        List<Problem> problems = new ArrayList<>();
        new KindsReader(YAML, problems::add).read(new TextDecoder().decode(KindsReader.KINDS, bytes, problems::add));
        areWellTold(KindsReader.KINDS, problems);
    }

    @Property(tries = 300)
    void anyText(@ForAll String text) {
        List<Problem> problems = new ArrayList<>();
        new SiteConfigReader(YAML, FeatureNames.NONE, problems::add).read(path -> Optional.of(text));
        new KindsReader(YAML, problems::add).read(Optional.of(text));
        assertThat(problems).allMatch(problem -> problem.line() > 0 && problem.column() > 0);
    }

    private static void isReadOrTold(String damaged, byte[] bytes) {
        List<Problem> problems = new ArrayList<>();
        Optional<String> text = new TextDecoder().decode(damaged, bytes, problems::add);
        new SiteConfigReader(YAML, FeatureNames.NONE, problems::add)
                .read(path -> path.equals(damaged) ? text : Optional.empty());
        areWellTold(damaged, problems);
    }

    private static void areWellTold(String path, List<Problem> problems) {
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.text()).startsWith(path + ":").containsPattern(": (错误 E|警告 W)\\d{3} ");
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
        });
    }

    @Provide
    Arbitrary<Map.Entry<String, byte[]>> settings() {
        return Arbitraries.oneOf(
                sites().map(bytes -> Map.entry(SiteConfigReader.SITE, bytes)),
                columns().map(bytes -> Map.entry(SiteConfigReader.CATEGORIES, bytes)),
                catalogues().map(bytes -> Map.entry(Catalogue.PATH, bytes)),
                organisations().map(bytes -> Map.entry(Organisation.PATH, bytes)));
    }

    private static Arbitrary<byte[]> sites() {
        return Damage.of(
                """
                名称: 第一党支部党务公开
                单位: 供水公司
                网址: http://dang.lan/gk/
                时区: Asia/Shanghai
                受众:
                  - {名称: 全体党员, 范围: [社会, 全党, 本单位]}
                  - {名称: 社会, 范围: [社会], 目录: open}
                联系: "电话 0000"
                """);
    }

    private static Arbitrary<byte[]> columns() {
        return Damage.of(
                """
                - 通知
                - {名称: 计划, 标识: plans, 说明: '一年的打算'}
                - 名称: 总结
                  标识: summaries
                """);
    }

    private static Arbitrary<byte[]> catalogues() {
        return Damage.of(
                """
                - 编号: 1-1
                  事项: 年度工作计划
                  公开范围: 本单位
                  时限: 每年三月底前
                  文种: [工作计划]
                - 编号: 1-2
                  事项: 党费收缴
                  公开范围: 本单位
                """);
    }

    private static Arbitrary<byte[]> organisations() {
        return Damage.of(
                """
                名称: 第一党支部
                任期: {起: 2024-01-01, 止: 2026-12-31}
                委员会:
                  - {职务: 书记, 姓名: 李某}
                  - {职务: 组织委员, 姓名: 王某}
                党小组:
                  - {名称: 厂区组, 组长: 张某}
                """);
    }

    @Provide
    Arbitrary<byte[]> kindLists() {
        return Damage.of(
                """
                - 名称: 慰问
                  标识: visit
                  栏目: 关怀
                  别名: [走访]
                  标题: 关于〈事项〉的通知
                  字段:
                    - {名称: 金额, 键: amount, 类型: 金额}
                    - {名称: 日期, 键: day, 类型: 日期}
                """);
    }
}
