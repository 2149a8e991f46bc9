package org.gongkai.write.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.gongkai.write.document.Documents.body;
import static org.gongkai.write.document.Documents.document;
import static org.gongkai.write.document.Documents.paragraph;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.FolderFixture;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.ImportedDocument.Picture;
import org.gongkai.write.document.entry.ImportedEntry;
import org.gongkai.write.document.fact.TitleFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognisedFactsTest extends FolderFixture {

    private ImportedEntry text(String text) throws Exception {
        return Documents.imported(folder, "文稿.txt", text);
    }

    @ParameterizedTest
    @CsvSource({
        "关于召开党员大会的通知, 通知",
        "关于印发《党费管理办法》的通知, 通知",
        "关于党费管理办法（草案）征求意见的通知, 征求意见",
        "关于拟接收一名同志为中共预备党员的公示, 发展党员公示",
        "关于2024年优秀共产党员推荐对象的公示, 评优公示",
        "关于支部委员候选人预备人选的公示, 公示",
        "第一党支部2024年第一季度党费收缴公示, 党费收缴公示",
        "2024年下半年党员积分公示, 党员积分公示",
        "第一党支部2024年工作计划, 工作计划",
        "第一党支部2024年度工作总结, 工作总结",
        "关于印发2024年工作计划的通知, 通知",
        "关于组织生活会整改进展情况的报告, 报告",
        "第一党支部2024年第3次支部委员会会议纪要, 支委会",
        "第一党支部2024年第一季度支部党员大会会议记录, 党员大会",
        "第一党小组2024年8月党小组会纪要, 党小组会",
        "支部开展6月主题党日活动（“在党旗下说水”）, 主题党日",
        "第一党支部党费管理办法（试行）, 规章制度",
        "2024年度组织生活会查摆问题整改清单, 整改清单",
        "学习教育简报第3期, 简报",
        "党建工作简报第12期：支部开展冬季志愿服务, 简报",
        "第一党支部支部委员会会议纪要（第12次）, 支委会",
        "支部书记2024年度述职报告, 述职述责"
    })
    void theTitleTellsTheKind(String title, String kind) {
        TitleFacts facts = new TitleFacts(Kinds.builtIn(new YamlReader()));

        assertThat(facts.kinds(title)).extracting(Kind::name).containsExactly(kind);
    }

    @Test
    void aTitleOfTwoPapersHasTwoKindsAndYears() {
        TitleFacts facts = new TitleFacts(Kinds.builtIn(new YamlReader()));

        assertThat(facts.kinds("2023年度支部工作总结及2024年工作谋划")).extracting(Kind::name).containsExactly("工作总结", "工作计划");
        assertThat(TitleFacts.years("2023年度支部工作总结及2024年工作谋划")).containsExactly(2023, 2024);
        assertThat(facts.kinds("泵房的故事")).isEmpty();
        assertThat(facts.kinds("关于商请派员参加学习培训的函")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "示水党[2024]3号|示水党〔2024〕3号",
                "示水党〔2024〕第003号|示水党〔2024〕3号",
                "示水党（2024）3 号|示水党〔2024〕3号",
                "示水党【2024】3号   签发人：书记|示水党〔2024〕3号"
            })
    void writesNumbersOfPapersInTheStandardNotation(String typed, String number) throws Exception {
        ImportedEntry entry = text(typed + "\n\n关于学习的通知\n请参加。\n");

        assertThat(entry.fields()).contains(entry("发文字号", number), entry("标题", "关于学习的通知"));
        assertThat(body(entry)).isEqualTo("请参加。\n");
    }

    @ParameterizedTest
    @CsvSource({
        "2024年3月5日, 2024-03-05",
        "二〇二四年三月五日, 2024-03-05",
        "二○二四年十二月三十一日, 2024-12-31",
        "２０２４年３月２０日, 2024-03-20",
        "二０二四年三月五日, 2024-03-05",
        "2024年三月五日, 2024-03-05",
        "2024.3.5, 2024-03-05",
        "2024 年 3 月 5 日, 2024-03-05"
    })
    void theUnitAndTheDateAtTheEndGoIntoTheHeader(String date, String day) throws Exception {
        ImportedEntry entry = text("关于学习的通知\n请参加。\n\n第一党支部委员会\n" + date + "\n（联系人：组织委员）\n");

        assertThat(entry.fields()).contains(entry("成文日期", day), entry("发布机构", "第一党支部委员会"));
        assertThat(body(entry)).isEqualTo("请参加。\n\n（联系人：组织委员）\n");
    }

    @Test
    void aDateThatDoesNotExistStaysAndIsNamed() throws Exception {
        ImportedEntry entry = text("关于学习的通知\n请参加。\n第一党支部\n2024年2月30日\n");

        assertThat(body(entry)).contains("第一党支部\n\n2024年2月30日");
        assertThat(entry.remarks()).extracting(Remark::text).contains("日期“2024年2月30日”不存在，留在正文里");
        assertThat(entry.blanks()).extracting(ImportedEntry.Blank::field).contains("成文日期");
    }

    @Test
    void whoSignedAPaperOfNoKnownKindIsNotLost() throws Exception {
        ImportedEntry entry = text("巡查情况\n泵房运行正常。\n示例支部委员会\n2024年3月5日\n");

        assertThat(entry.fields()).contains(entry("文种", "文章"), entry("发布机构", "示例支部委员会"), entry("成文日期", "2024-03-05"));
        assertThat(body(entry)).isEqualTo("泵房运行正常。\n");
    }

    @Test
    void aSignatureWithTextBelowItAndWhoIssuedItAreNamed() throws Exception {
        ImportedEntry entry = text("示水党〔2024〕3号  签发人：书记\n关于学习的通知\n请参加。\n第一党支部\n2024年3月5日\n联系人：组织委员\n");

        assertThat(entry.remarks())
                .extracting(Remark::text)
                .contains("签发人“书记”没有导入：这种文稿的网页上不写签发人", "认出了落款“第一党支部”，网页上排在文末；原文里它后面还有文字，请核对");
    }

    @Test
    void whatStandsBelowASignatureOnPaperIsLeftOutAndSaid() throws Exception {
        ImportedEntry entry = text("关于学习的通知\n请参加。\n第一党支部\n2024年3月5日\n抄送：党委\n办公室2024年3月5日印发\n");

        assertThat(body(entry)).isEqualTo("请参加。\n");
        assertThat(entry.remarks()).extracting(Remark::text).contains("版记“抄送：党委”没有导入");
    }

    @Test
    void minutesTellTheMeeting() throws Exception {
        ImportedEntry entry = text(
                """
                第一党支部2024年第3次支部委员会会议纪要
                时    间：2024年3月4日下午3时30分
                地    点：二楼小会议室
                主 持 人：支部书记
                出席人员：支部书记、组织委员
                记录人：组织委员
                应到会委员5人，实到4人。
                一、会议情况
                主持人：支部书记
                """);

        assertThat(entry.text())
                .contains("会议: {时间: 2024-03-04 15:30, 地点: 二楼小会议室, 主持人: 支部书记, 出席: 支部书记、组织委员, 记录人: 组织委员, "
                        + "次数: 3, 应到: 5, 实到: 4}\n");
        assertThat(body(entry)).isEqualTo("应到会委员5人，实到4人。\n\n## 一、会议情况\n\n主持人：支部书记\n");
    }

    @Test
    void minutesTellSeveralThingsInOneLine() throws Exception {
        ImportedEntry entry = text(
                """
                第一党支部2024年3月支委会会议记录
                时间：2024年3月4日下午3时　　　地点：二楼 小会议室
                主 持 人：支部书记　　记 录 人：组织委员
                应到：5人\t实到：4人\t缺席：1人（病假）
                议题：一、研究总结、计划；二、研究转正。
                """);

        assertThat(entry.text())
                .contains("会议: {时间: 2024-03-04 15:00, 地点: 二楼 小会议室, 主持人: 支部书记, 缺席: 1人（病假）, 记录人: 组织委员, "
                        + "应到: 5, 实到: 4}\n议题: [\"研究总结、计划\", 研究转正]\n");
        assertThat(body(entry)).startsWith("议题：");
        assertThat(entry.remarks().toString()).contains("时间、地点、主持人、记录人、应到、实到、缺席已移到正文上面");
    }

    @ParameterizedTest
    @CsvSource({"4人（缺1人）, true", "4人, false"})
    void aTableOfFourColumnsTellsWhoCameAndStaysIfItTellsMore(String present, boolean stays) throws Exception {
        Block table = new Block.Table(
                Stream.of(List.of("主持人", "支部书记", "地点", "会议室"), List.of("应到会", "5人", "实到会", present))
                        .map(row -> row.stream()
                                .map(text -> new Block.Cell(List.of(paragraph(text)), 1, 1, 1))
                                .toList())
                        .toList(),
                0);
        Block vote = paragraph("实到3人有权表决。");

        ImportedEntry entry = Documents.imported(
                folder,
                document(
                        paragraph("第一党支部支委会会议记录", Alignment.CENTER),
                        paragraph("（第十二次）", Alignment.CENTER),
                        table,
                        vote));

        assertThat(entry.text()).contains("会议: {地点: 会议室, 主持人: 支部书记, 次数: 12, 应到: 5, 实到: 4}\n");
        assertThat(body(entry).contains("会议室")).isEqualTo(stays);
    }

    @Test
    void theMastheadOfABulletinTellsItsNumberAndWhoEditedIt() throws Exception {
        ImportedEntry entry = text(
                """
                党建工作简报
                第3期（总第15期）
                示例第一党支部编    2024年3月9日

                支部开展安全检查志愿活动
                3月8日，支部组织党员12人检查设备。
                报送：上级党委
                抄送：各党小组、工会　　　（共印20份）
                """);

        assertThat(entry.fields())
                .contains(
                        entry("标题", "党建工作简报第3期：支部开展安全检查志愿活动"),
                        entry("期数", "3"),
                        entry("编发单位", "示例第一党支部"),
                        entry("成文日期", "2024-03-09"));
        assertThat(entry.text()).contains("报送: [上级党委]\n抄送: [各党小组, 工会]\n");
        assertThat(body(entry)).startsWith("3月8日，");
    }

    @Test
    void aScannedPaperIsSaidToBeOne() throws Exception {
        Picture page = new Picture("page.png", "", Attachments.png());
        Block scan = new Block.Paragraph(List.of(new Run.Image("page.png", "")), Alignment.LEFT, 0);
        ImportedDocument document = new ImportedDocument(Map.of(), List.of(scan), List.of(), List.of(page), List.of());

        assertThat(Documents.imported(folder, document).blanks())
                .extracting(ImportedEntry.Blank::question)
                .anyMatch(it -> it.startsWith("文件里只有图片，没有文字，多半是扫描件"));
    }

    @Test
    void anAnnexThatLiesBesideThePaperIsImportedWithIt() throws Exception {
        Files.writeString(folder.resolve("附件2 安排表.csv"), "甲");
        ImportedEntry entry = text("关于学习的通知\n请参加。\n附件：1.名单\n2.安排表\n第一党支部\n2024年3月5日\n");

        assertThat(entry.text()).contains("附件: [附件/关于学习的通知-附件2 安排表.csv]\n");
        assertThat(entry.files()).containsOnlyKeys("content/通知/2024/附件/关于学习的通知-附件2 安排表.csv");
        assertThat(entry.remarks()).extracting(Remark::text).contains("附件“安排表”是旁边的 附件2 安排表.csv，一起导入了");
        assertThat(entry.blanks()).extracting(ImportedEntry.Blank::question).anyMatch(it -> it.contains("“名单”"));
    }

    @Test
    void aNoticeTellsItsPeriodAndWhereToComplain() throws Exception {
        ImportedEntry entry = text(
                """
                关于支部委员候选人预备人选的公示
                公示期为5个工作日（2024年3月4日至3月8日）。
                受理部门：支部纪检委员
                """);

        assertThat(entry.fields()).contains(entry("公示", "2024-03-04 至 2024-03-08"), entry("受理部门", "支部纪检委员"));
    }

    @Test
    void namesAnnexesThatAreNotInTheDocument() throws Exception {
        ImportedEntry entry = text("关于学习的通知\n请参加。\n附件：1.名单\n2.安排表\n第一党支部\n2024年3月5日\n");

        assertThat(entry.blanks())
                .extracting(ImportedEntry.Blank::question)
                .contains("正文说有附件“名单”，文件里没有它的内容；请把文件放到条目旁边，写进“附件”", "正文说有附件“安排表”，文件里没有它的内容；请把文件放到条目旁边，写进“附件”");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "共青团示例学院委员会/示团字〔2024〕3号/关于举办微团课比赛的通知|关于举办微团课比赛的通知",
                "示例学院党员服务站/示站〔2024〕3号/★/示例学院党员服务站/关于征集故事的通知|示例学院党员服务站关于征集故事的通知",
                "<示例学院委员会/关于组织开展第十五届创业竞赛/暨大学生创业计划/评选申报工作的预通知" + "|示例学院委员会关于组织开展第十五届创业竞赛暨大学生创业计划评选申报工作的预通知",
                "示例学院/2024年歌手比赛/策/划/书/示例学院团委|示例学院2024年歌手比赛策划书",
                "示例学院/“读原著”活动策划|示例学院“读原著”活动策划",
                "水务站党支部关于开展/泵房巡查的通知/水务站党支部|水务站党支部关于开展泵房巡查的通知",
                "关于学习的通知\u200b|关于学习的通知"
            })
    void findsTheTitleBelowARedHeadAndOnACover(String lines, String title) throws Exception {
        ImportedEntry entry = Documents.imported(
                folder,
                document(Stream.concat(
                                Stream.of(lines.split("/"))
                                        .map(line -> line.startsWith("<")
                                                ? paragraph(line.substring(1))
                                                : paragraph(line, Alignment.CENTER)),
                                Stream.of(paragraph("二〇二四年三月五日", Alignment.CENTER), paragraph("请参加。")))
                        .toArray(Block[]::new)));

        assertThat(entry.fields()).contains(entry("标题", title), entry("成文日期", "2024-03-05"));
        assertThat(body(entry)).isEqualTo("请参加。\n");
    }

    @Test
    void turnsColumnsOfTabsIntoATable() throws Exception {
        ImportedEntry entry = text("关于学习的通知\n安排：\n月份\t内容\t课时\n1月\t原文\t2\n2月\t|讨论|\t3\n甲\t乙\n丙\t丁\t戊\n");

        assertThat(body(entry)).startsWith("安排：\n\n月份　内容　课时");
        assertThat(body(text("关于学习的通知\n安排：\n月份\t内容\t课时\n1月\t原文\t2\n2月\t|讨论|\t3\n")))
                .isEqualTo("安排：\n\n| 月份 | 内容 | 课时 |\n| --- | --- | ---: |\n| 1月 | 原文 | 2 |\n| 2月 | \\|讨论\\| | 3 |\n");
        assertThat(entry.remarks()).extracting(Remark::text).contains("用制表符排成几列，各行列数不同，没有做成表格，请核对");
    }

    @Test
    void aNumberedLineIsNoTitle() throws Exception {
        ImportedEntry entry = text("1. 甲\n2. 乙\n");

        assertThat(entry.fields()).contains(entry("标题", "文稿"));
        assertThat(body(entry)).isEqualTo("1. 甲\n2. 乙\n");
        assertThat(entry.blanks()).extracting(ImportedEntry.Blank::field).contains("标题", "文种");
    }

    @Test
    void leavesOutTheLinesOfTemplateSites() throws Exception {
        ImportedEntry entry = text("本文系作者原创投稿，仅供学习参考，请勿照搬照抄！\n关于学习的通知\n请参加。\n更多范文请关注某某\n");

        assertThat(body(entry)).isEqualTo("请参加。\n");
        assertThat(entry.remarks())
                .extracting(remark -> remark.place() + remark.text())
                .containsExactly(
                        "第1段套话“本文系作者原创投稿，仅供学习参考，请勿照搬照抄！”没有导入",
                        "第4段套话“更多范文请关注某某”没有导入",
                        "原文没有写发布日期，先写上了导入的这一天 2024-06-01，请核对");
        assertThat(text("第一党支部学习制度\n第二条　本制度自2025年1月1日起施行。\n").fields()).contains(entry("施行日期", "2025-01-01"));
    }
}
