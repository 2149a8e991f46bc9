package org.gongkai.check.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.KindsReader;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.write.document.fact.TitleFacts;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A kind of a site that has a trait is treated like the built-in kinds that have it. */
class KindTraitsTest extends SiteFixture {

    private static final String KINDS =
            """
            - {名称: 工会大会, 标识: union, 栏目: 工会, 应填: [会议], 特征: {日历: 会议, 到会: 半数, 全员: 是, 说法: [工会大会, 会员大会]}}
            - {名称: 工会讲座, 标识: union, 栏目: 工会, 应填: [会议], 特征: {日历: 会议, 称作: 讲座, 说法: 讲座, 动词: 办, 量词: 场}}
            - {名称: 工会活动, 标识: union, 栏目: 工会, 特征: {日历: 党日, 称作: 活动}}
            - {名称: 工会总结, 标识: union, 栏目: 工会, 特征: {总结: 是}}
            - {名称: 工会选举, 标识: union, 栏目: 工会, 特征: {换届: 是, 到会: 五分之四}, 字段: [
               {名称: 阶段, 类型: enum, 值: [启动换届, 候选人公示, 选举大会]}, {名称: 应到, 类型: number}, {名称: 实到, 类型: number}]}
            - {名称: 工会倡议, 标识: union, 栏目: 工会, 标题: …工会…书, 特征: {标题词: 倡议}}
            - {名称: 工会回执, 标识: union, 栏目: 工会, 标题: …工会…书, 特征: {标题词: 回执}}
            - {名称: 工会征集, 标识: union, 栏目: 工会, 标题: …征集…, 特征: {标题定词: [征集金点子]}}
            """;

    @BeforeEach
    void aSiteWithKindsOfItsOwn() {
        site.file("content/_data/kinds.yml", KINDS);
    }

    private void entry(String name, String kind, String... more) {
        String[] header = new String[more.length + 3];
        header[0] = "标题: 工会" + name;
        header[1] = "文种: " + kind;
        header[2] = "发布日期: 2023-12-20";
        System.arraycopy(more, 0, header, 3, more.length);
        site.published("content/工会/" + name + ".md", header);
    }

    @Test
    void aQuorum() {
        entry("开会", "工会大会", "会议: {应到: 18, 实到: 8}");
        entry("选举", "工会选举", "应到: 18", "实到: 14");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/工会/开会.md:5:18: 警告 W177 实到8人，不到应到18人的一半；请核对；会议讨论决定事项，一般要有半数以上有表决权的党员到会",
                        "content/工会/选举.md:6:5: 警告 W175 实到14人，不到应到18人的五分之四；请核对；选举一般要有应到会的五分之四以上到会，以现行选举规定为准");
    }

    @Test
    void meetingsThatASummaryCounts() {
        // What was before the first entry is not recorded.
        site.published("content/新年.md", "标题: 新年", "发布日期: 2023-01-05");
        entry("春会", "工会大会", "会议: {时间: 2023-03-09 15:00, 地点: 一楼}");
        entry("讲水", "工会讲座", "会议: {时间: 2023-04-09 15:00, 地点: 一楼}");
        entry("2023年度总结", "工会总结");
        site.file(
                "content/工会/2023年度总结.md",
                "---\n标题: 工会2023年度总结\n文种: 工会总结\n发布日期: 2023-12-20\n" + String.join("\n", SiteFolder.PUBLICATION)
                        + "\n---\n全年召开会员大会3次，办讲座两场。\n");

        assertThat(site.build().problems())
                .extracting(line -> line.replaceFirst("；请核对.*", ""))
                .containsExactly(
                        "content/工会/2023年度总结.md:10:3: 警告 W240 “召开会员大会3次”与登记的不一致：2023年登记的工会大会是1次",
                        "content/工会/2023年度总结.md:10:12: 警告 W240 “办讲座两场”与登记的不一致：2023年登记的工会讲座是1场");
    }

    @Test
    void stagesOfAnElection() {
        entry("公示", "工会选举", "阶段: 候选人公示", "成文日期: 2023-09-25");
        entry("大会", "工会选举", "阶段: 选举大会", "成文日期: 2023-09-20");

        assertThat(site.build().problems()).anyMatch(line -> line.startsWith("content/工会/公示.md:5:5: 警告 W153 “候选人公示”"));
    }

    @Test
    void calendarsAndWhatPagesCallAMeeting() {
        entry("开会", "工会大会", "会议: {时间: 2023-03-09 15:00, 地点: 一楼}");
        entry("登山", "工会活动", "会议: {时间: 2023-05-09 09:00, 地点: 后山}");
        site.built();

        assertThat(site.page("registers/meetings/meetings.ics"))
                .contains("SUMMARY:工会开会")
                .doesNotContain("工会登山");
        assertThat(site.page("registers/theme-days/theme-days.ics"))
                .contains("SUMMARY:工会登山")
                .doesNotContain("工会开会");
        String climb = site.files().keySet().stream()
                .filter(file -> file.startsWith("union/") && file.endsWith(".html"))
                .filter(file ->
                        site.page(file).contains("后山") && site.page(file).contains("活动地点"))
                .findFirst()
                .orElseThrow();
        assertThat(site.html(climb).select("th, dt").stream().map(Element::text))
                .contains("活动时间", "活动地点");
    }

    @Test
    void howManyAreToCome() throws IOException {
        site.file("content/_data/organisation.yml", "支部: 第一党支部\n党员人数: 18\n");

        for (String kind : List.of("工会大会", "工会讲座")) {
            SiteFolder.run("new", kind, "甲" + kind, "-s", site.root().toString());
        }

        assertThat(draft("工会大会")).contains("应到: 18");
        assertThat(draft("工会讲座")).doesNotContain("18");
    }

    private String draft(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(site.root().resolve("content/工会"))) {
            return Files.readString(files.filter(file -> file.toString().contains(kind))
                    .findFirst()
                    .orElseThrow());
        }
    }

    @Test
    void titles() {
        TitleFacts facts = new TitleFacts(kinds());

        assertThat(facts.kinds("致工会会员节水倡议书")).extracting(Kind::name).containsExactly("工会倡议");
        assertThat(facts.kinds("工会会员体检回执书")).extracting(Kind::name).containsExactly("工会回执");
        assertThat(facts.kinds("关于征集金点子的通知")).extracting(Kind::name).containsExactly("工会征集");
    }

    @Test
    void aTraitInOtherWordsIsToldAtItsPlace() {
        site.file("content/_data/kinds.yml", "- {名称: 工会大会, 标识: union, 特征: {到会: 全部, 会议: 是}}\n");
        site.file("content/甲.md", "---\n标题: 甲\n发布日期: 2023-12-20\n---\n甲\n");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/_data/kinds.yml:1:34: 错误 E129 “到会”不能写“全部”；可以写：半数、五分之四",
                        "content/_data/kinds.yml:1:38: 错误 E103 不认识的字段“会议”；可以写：日历、calendar、预告、announcement、几天内公开、published-within、称作、called、到会、quorum、全员、all-members、委员、committee、各组、groups、换届、"
                                + "election、总结、summary、说法、counted-as、动词、verbs、量词、measures、调整、adjustment、按月列、listed-by-month、标题词、title-words、标题定词、decisive-words");
    }

    private static Kinds kinds() {
        return new KindsReader(new YamlReader(), problem -> {}).read(Optional.of(KINDS));
    }
}
