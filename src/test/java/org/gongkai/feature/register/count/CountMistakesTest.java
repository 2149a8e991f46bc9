package org.gongkai.feature.register.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of counts that cannot be read. */
class CountMistakesTest extends CountFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            共{{计数: 文种=党可}}次 | 6:11 | 没有“党可”这个文种；您是不是要写“党课”
            **共**｛｛统记：文种＝党课｝｝ | 6:6 | “｛｛统记：文种＝党课｝｝”不是完整的计数或合计；写成 {{计数: 文种=党课, 年度=2024}} 或 {{合计: 党费收缴公示.实交金额, 年度=2024}}；要照原样显示，在前面加反斜杠 \\
            {{计数: 文种=党课, 年份=2024}} | 6:14 | 没有“年份”这个条件；您是不是要写“年度”
            {{计数: 文种=党课, 年度=24}} | 6:17 | 期间“24”写得不对；写成 2024年、2024年上半年、2024年第一季度、2024年3月 或 2024-01-01至2024-06-30；年度和期间只写一个
            {{计数: 文种=党课, 年度=}} | 6:14 | “年度”没有写值，或者写了两次；同一个条件只写一次，如 年度=2024；几个文种之间用顿号
            {{计数: 文种=党课, 期间=上半年}} | 6:17 | 期间“上半年”写得不对；写成 2024年、2024年上半年、2024年第一季度、2024年3月 或 2024-01-01至2024-06-30；年度和期间只写一个
            {{计数: 文种=党课, 期间=2024-03-01至2024-01-01}} | 6:17 | 期间“2024-03-01至2024-01-01”写得不对；写成 2024年、2024年上半年、2024年第一季度、2024年3月 或 2024-01-01至2024-06-30；年度和期间只写一个
            {{计数: 文种=党课, 年度=2024, 期间=第一季度}} | 6:26 | 期间“第一季度”写得不对；写成 2024年、2024年上半年、2024年第一季度、2024年3月 或 2024-01-01至2024-06-30；年度和期间只写一个
            {{计数: 文种=党课, 文种=支委会}} | 6:7 | “文种”没有写值，或者写了两次；同一个条件只写一次，如 年度=2024；几个文种之间用顿号
            {{合计: 党费收缴公示.实交金, 年度=2024}} | 6:14 | 没有“实交金”这个可以合计的字段；您是不是要写“实交金额”
            {{合计: 党费收缴公示.用途}} | 6:14 | 没有“用途”这个可以合计的字段；可以写：应交人数、实交人数、应交金额、实交金额
            {{合计: 意见反馈.意见}} | 6:7 | 没有“意见”这个可以合计的字段；写成 {{计数: 文种=党课, 年度=2024}} 或 {{合计: 党费收缴公示.实交金额, 年度=2024}}；要照原样显示，在前面加反斜杠 \\
            {{合计: 整改清单.整改项}} | 6:12 | 没有“整改项”这个可以合计的字段；写成 {{计数: 文种=党课, 年度=2024}} 或 {{合计: 党费收缴公示.实交金额, 年度=2024}}；要照原样显示，在前面加反斜杠 \\
            共{计数: 文种=党课}次 | 6:2 | “{计数: 文种=党课}”不是完整的计数或合计；写成 {{计数: 文种=党课, 年度=2024}} 或 {{合计: 党费收缴公示.实交金额, 年度=2024}}；要照原样显示，在前面加反斜杠 \\
            {{合计: 党费}} | 6:1 | “{{合计: 党费}}”不是完整的计数或合计；写成 {{计数: 文种=党课, 年度=2024}} 或 {{合计: 党费收缴公示.实交金额, 年度=2024}}；要照原样显示，在前面加反斜杠 \\
            {{合计: 党费收缴公示.实交金额, 文种=党课}} | 6:20 | 没有“文种”这个条件；可以写：年度、期间、党小组、主持人、用途
            """)
    void areToldAtTheirPlaceWithWhatIsAllowed(String body, String place, String message) {
        site.text("\n" + body);
        assertThat(site.problems()).containsExactly(CountSite.TEXT + ":" + place + ": 错误 E166 " + message);
    }

    @Test
    void includeWhatIsNotComplete() {
        String hint = "；写成 {{计数: 文种=党课, 年度=2024}} 或 {{合计: 党费收缴公示.实交金额, 年度=2024}}；要照原样显示，在前面加反斜杠 \\";
        site.text("甲{{计数：文种=党课}\n\n乙{{计数 文种=党课}}\n\n丙{{合计：｝｝\n\n丁{{计数: 年度=2024}}\n\n{{合计");
        assertThat(site.problems())
                .containsExactly(
                        CountSite.TEXT + ":5:2: 错误 E166 “{{计数”不是完整的计数或合计" + hint,
                        CountSite.TEXT + ":7:2: 错误 E166 “{{计数 文种=党课}}”不是完整的计数或合计" + hint,
                        CountSite.TEXT + ":9:2: 错误 E166 “{{合计：｝｝”不是完整的计数或合计" + hint,
                        CountSite.TEXT + ":11:2: 错误 E166 “{{计数: 年度=2024}}”不是完整的计数或合计" + hint,
                        CountSite.TEXT + ":13:1: 错误 E166 “{{合计”不是完整的计数或合计" + hint);
    }

    /** A period is that of the record, whether or not a register knows its kind. */
    @Test
    void includePeriodsThatDivideARecord() {
        String kind = "谈心谈话统计";
        site.record("上半年", kind, "2023-07-05", "期间: {起: 2023-01-01, 止: 2023-06-30}", "统计: [{对象: 党员, 次数: 4}]")
                .record("第三季度", kind, "2023-10-08", "期间: {起: 2023-07-01, 止: 2023-09-30}", "统计: [{对象: 党员, 次数: 3}]")
                .text("\n谈话{{合计: 谈心谈话统计.次数, 期间=2023年上半年}}、{{合计: 谈心谈话统计.次数, 期间=2023年第三季度}}次。");
        assertThat(site.built().text()).isEqualTo("谈话4、3次。");

        site.text("\n谈话{{合计: 谈心谈话统计.次数, 期间=2023年8月}}次。");
        assertThat(site.problems())
                .containsExactly(CountSite.TEXT + ":6:3: 错误 E166 “{{合计: 谈心谈话统计.次数, 期间=2023年8月}}”答不出："
                        + "《第一党支部谈心谈话统计（第三季度）》的期间只有一部分在所问的期间里；请换成包含它全部期间的期间，或者去掉“期间”、直接写数字");
    }

    @Test
    void areToldInAsciiDocAndInSummaries() {
        site.text("正文。", "摘要: 开了{{计数：文种=党可}}次")
                .folder()
                .file("content/文章/总结.adoc", "= 总结\n:发布日期: 2024-03-05\n\n== 一\n\n第一行\n共*{{计数: 文种=党可}}*次\n");
        assertThat(site.problems())
                .containsExactly(
                        CountSite.TEXT + ":4:15: 错误 E166 没有“党可”这个文种；您是不是要写“党课”",
                        "content/文章/总结.adoc:7:12: 错误 E166 没有“党可”这个文种；您是不是要写“党课”");
    }

    @Test
    void leaveThePlacesOfOtherProblemsAsTheyAre() {
        site.text("\n共{{计数: 文种=支委会, 年度=2024}}次，见[计划](无.md)和[{{计数: 文种=支委会}}](<{{计数: 文种=支委会}}.md>)。");
        assertThat(site.problems().stream().map(line -> line.replaceFirst("；.*", "")))
                .isEqualTo(List.of(
                        CountSite.TEXT + ":6:33: 错误 E201 链接“无.md”指向的文件不存在",
                        CountSite.TEXT + ":6:57: 错误 E201 链接“{{计数: 文种=支委会}}.md”指向的文件不存在"));
    }

    @Test
    void areNotMistakenForWrongPunctuation() {
        site.text("共召开支委会{{计数: 文种=支委会, 党小组=第一党小组}}次。", "摘要: \"支委会{{计数: 文种=支委会, 年度=2024}}次\"");
        assertThat(site.problems()).isEmpty();
    }

    @Test
    void cannotBeForged() {
        String mark = "\ue010\ue100\ue100\ue011";
        String body = mark + "甲{{计数: 文种=支委会}}乙" + mark + "{{<script>: x}}";
        site.text(body.replace("{{<script>: x}}", ""));
        assertThat(site.built().html())
                .isEqualTo("<p>" + mark + "甲<a class=\"count\" href=\"../../registers/meetings/index.html\">3</a>乙"
                        + mark + "</p>");
        site.text("{{<b onclick=x>: <script>&quot;\"}}");
        assertThat(site.problems().get(0))
                .startsWith(CountSite.TEXT + ":5:1: 错误 E166 “{{<b onclick=x>: <script>&quot;\"}}”不是完整的");
    }

    /** Two persons of one name count each for themselves, and who does not say which one is meant is asked. */
    @Test
    void includeNamesThatSeveralHave() {
        site.folder()
                .file(
                        "content/_data/organisation.yml",
                        "人员: [{姓名: 林鹭, 标识: 外业}, {姓名: 林鹭, 标识: 内业, 止: 2023-12-31}, {姓名: 何杉}]\n");
        site.record("甲", "党课", "2023-06-05", "会议: {时间: 2023-06-04 15:00, 主持人: 何杉}", "主讲人: 林鹭（=内业）")
                .record("乙", "党课", "2023-07-05", "会议: {时间: 2023-07-04 15:00, 主持人: 林鹭（=外业）}", "主讲人: 林鹭（=外业）")
                .record("丙", "党课", "2024-02-05", "会议: {时间: 2024-02-04 15:00, 主持人: 林鹭}", "主讲人: 林鹭")
                .text("\n讲了{{计数: 文种=党课, 主讲人=林鹭, 标识=内业}}次、{{计数: 文种=党课, 主讲人=林鹭, 标识=外业}}次，"
                        + "主持{{计数: 文种=党课, 主持人=林鹭、何杉, 标识=外业}}次。");
        assertThat(site.built().text()).isEqualTo("讲了1次、2次，主持3次。");

        site.text("\n讲了{{计数: 文种=党课, 主讲人=林鹭（=外业）}}次");
        assertThat(site.problems()).contains(CountSite.TEXT + ":6:20: 错误 E166 有2个“林鹭”，没有写明是哪一个；加上条件 标识=外业 或 标识=内业");
    }
}
